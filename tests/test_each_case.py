"""A table of cases is one test, which says of each case that fails what it was."""

import pytest

from each_case import each_case


def test_every_case_that_fails_is_named_and_none_hides_another() -> None:
    tried = []

    @each_case(("number", "text"), [(1, "a"), pytest.param(2, "b", id="the second"), (3, "c"), (4, "d"), (5, "e")])
    def check(number: int, text: str) -> None:
        tried.append(text)
        assert number != 2
        if number == 3:
            pytest.skip("hides the rest")
        if number == 5:
            pytest.fail("at the end")

    with pytest.raises(BaseExceptionGroup, match=r"3 of 5 cases failed:\nthe second\n3, 'c'\n5, 'e'\n") as found:
        check()
    assert tried == ["a", "b", "c", "d", "e"]
    assert isinstance(found.value.exceptions[0], AssertionError)
    assert [error.__notes__ for error in found.value.exceptions[1:]] == [["case: 3, 'c'"], ["case: 5, 'e'"]]


@each_case("one", [1, 2], ids=["first", "second"])
@each_case("other", [3, 4], ids=str)
def test_tables_are_crossed_and_fixtures_are_given(one: int, other: int, pytestconfig: pytest.Config) -> None:
    assert one < other
    assert pytestconfig.rootpath.is_dir()


def test_what_could_test_nothing_is_refused() -> None:
    def check(number: int) -> None:
        assert number

    def in_folder(number: int, tmp_path: object) -> None:
        assert number
        assert tmp_path

    with pytest.raises(TypeError, match="expected cases of"):
        each_case("number", [])(check)
    with pytest.raises(TypeError, match="expected cases of"):
        each_case("digit", [1])(check)
    with pytest.raises(TypeError, match="expected a test whose cases share nothing"):
        each_case("number", [1])(in_folder)
    with pytest.raises(TypeError, match="without marks"):
        each_case("number", [pytest.param(1, marks=pytest.mark.slow)])(check)()
