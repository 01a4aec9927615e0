"""The exception tree, and what its messages say."""

import copy
import pickle
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplo_events import ActionKind, ActorKind, SpeechAct, Stance, errors
from diplo_events._internal.texts.likeness import members_by_likeness
from diplo_events.errors import (
    SHOWN,
    SHOWN_PATH,
    ArgumentError,
    ArgumentTypeError,
    DatasetError,
    DiploEventsError,
    EventDateError,
    InvalidRecordError,
    Location,
    MissingExtraError,
    NewerFormatWarning,
    NotReadableError,
    OpenFieldError,
    Problem,
    ProblemsError,
    QueryError,
    RelativeDateError,
    as_member,
    check_choice,
    expect_type,
    printable,
    shown,
    suggestion,
)
from diplo_events.vocab import Term
from each_case import each_case

PROBLEM = Problem(path="a.b", expected="x", found="y", hint="do z", location=Location("f.yaml", 3, 7))


class TestTheTree:
    def test_every_exception_of_the_module_has_the_one_root(self) -> None:
        found = [v for v in vars(errors).values() if isinstance(v, type) and issubclass(v, Exception)]
        assert {e.__name__ for e in found if not issubclass(e, DiploEventsError)} == {"NewerFormatWarning"}
        assert len(found) == 13

    @each_case(
        ("error", "builtin"),
        [
            (ArgumentError, ValueError),
            (EventDateError, ValueError),
            (RelativeDateError, ValueError),
            (OpenFieldError, AttributeError),
            (OpenFieldError, TypeError),
            (MissingExtraError, ImportError),
            (InvalidRecordError, ValueError),
            (NotReadableError, ValueError),
            (DatasetError, ValueError),
            (QueryError, ValueError),
            (NewerFormatWarning, UserWarning),
        ],
    )
    def test_each_is_also_what_python_calls_such_a_thing(self, error: type, builtin: type) -> None:
        assert issubclass(error, builtin)

    @each_case("error", [InvalidRecordError, NotReadableError, DatasetError, QueryError])
    def test_errors_that_list_problems_can_be_copied_and_sent_to_other_processes(
        self, error: type[ProblemsError]
    ) -> None:
        made = error([PROBLEM])
        for twin in (pickle.loads(pickle.dumps(made)), copy.deepcopy(made)):
            assert type(twin) is error
            assert twin.problems == (PROBLEM,)
            assert str(twin) == str(made)

    def test_problems_may_come_from_a_generator(self) -> None:
        assert NotReadableError(p for p in [PROBLEM, PROBLEM]).problems == (PROBLEM, PROBLEM)

    def test_one_problem_is_its_own_message_and_more_are_counted(self) -> None:
        assert str(NotReadableError([PROBLEM])) == str(PROBLEM)
        assert str(NotReadableError([PROBLEM] * 2)) == f"2 problems:\n  {PROBLEM}\n  {PROBLEM}"

    def test_a_missing_extra_says_what_to_type(self) -> None:
        assert "pip install 'diplo-events[yaml]'" in str(MissingExtraError.of("yaml", "reading YAML"))


class TestAProblem:
    def test_says_where_what_and_what_to_do(self) -> None:
        assert str(PROBLEM) == "f.yaml:3:7: a.b: expected x, found y; do z"

    @each_case(
        ("problem", "text"),
        [
            (Problem(expected="x", found="y"), "expected x, found y"),
            (Problem(path="p", expected="x", found="y"), "p: expected x, found y"),
            (Problem(expected="x", found="y", location=Location("f")), "f: expected x, found y"),
            (Problem(expected="x", found="y", location=Location(None, 2)), "<input>:2: expected x, found y"),
        ],
    )
    def test_leaves_out_what_is_not_known(self, problem: Problem, text: str) -> None:
        assert str(problem) == text

    def test_a_key_of_a_file_cannot_send_codes_to_the_terminal(self) -> None:
        text = str(Problem(path="a\x1b[31m\ud800\u202e\nb", expected="x", found="y"))
        assert text.isprintable()
        assert "\\x1b[31m\\ud800\\u202e\\nb" in text

    def test_a_key_of_a_file_cannot_flood_the_terminal(self) -> None:
        assert len(str(Problem(path="k" * 10**6, expected="x", found="y"))) < SHOWN_PATH + 50


class TestShown:
    def test_shows_short_values_whole(self) -> None:
        assert shown("x" * (SHOWN - 2)) == repr("x" * (SHOWN - 2))

    def test_cuts_long_values(self) -> None:
        text = shown("x" * SHOWN)
        assert len(text) == SHOWN
        assert text.endswith("…")

    def test_survives_what_python_cannot_print(self) -> None:
        nested: list[object] = []
        for _ in range(5000):
            nested = [nested]
        assert shown(nested) == "a value of type list that is too large to show"
        assert shown(10**5000) == "a value of type int that is too large to show"

    @given(st.text())
    def test_is_always_printable(self, text: str) -> None:
        assert shown(text).replace("\u2068", "").replace("\u2069", "").isprintable()
        assert printable(text).isprintable()

    @given(st.text(st.characters(min_codepoint=32, max_codepoint=126)))
    def test_what_is_printable_stays_as_it_is(self, text: str) -> None:
        assert printable(text) == text


class TestSuggestion:
    @each_case("word", ["speeker", "Speaker", "SPEAKER", "speaker_", "speakr"])
    def test_finds_the_word_that_was_meant(self, word: str) -> None:
        assert suggestion(word, ["summary", "speaker", "source"]) == "did you mean 'speaker'?"

    @pytest.mark.parametrize("word", ["", "xyz", "qqqqqqq"])
    def test_does_not_guess_wildly(self, word: str) -> None:
        assert suggestion(word, ["summary", "speaker", "source"]) is None

    def test_does_not_depend_on_the_order_of_what_is_known(self) -> None:
        known = ["actor-a", "actor-b", "actor-c"]
        assert suggestion("actor-x", known) == suggestion("actor-x", reversed(known))

    def test_a_word_as_long_as_a_book_takes_no_time(self) -> None:
        begun = time.process_time()
        assert suggestion("x" * 10**6, ["speaker"] * 50) is None
        assert time.process_time() - begun < 5


class Event:
    """A class whose name begins with a vowel."""


class TestArguments:
    @each_case(("value", "hint"), [("certian", "; did you mean 'certainly'?"), ("maybe", ""), (None, ""), ([], "")])
    def test_a_word_that_is_not_a_choice(self, value: object, hint: str) -> None:
        with pytest.raises(ArgumentError) as caught:
            check_choice("certainty", value, ("certainly", "possibly"))
        assert str(caught.value) == f"expected certainty to be certainly or possibly, found {value!r}{hint}"

    @each_case("member", [*Stance, *SpeechAct])
    def test_a_text_for_a_member_is_answered_with_the_member(self, member: Term) -> None:
        assert as_member(member.value, type(member)) == as_member(member.name, type(member)) == f"write {member!r}"
        check_choice("", member.value, [other.value for other in type(member)])
        expect_type("", member, type(member))

    def test_a_misspelt_member_gets_a_suggestion_and_nonsense_none(self) -> None:
        assert as_member("rejct", SpeechAct) == "did you mean SpeechAct.REJECT?"
        assert as_member("ministry", ActorKind) == "did you mean ActorKind.GOVERNMENT_BODY?"
        assert as_member("MINISTER", ActorKind) is None
        assert as_member("xyzxyz", SpeechAct) is None
        assert as_member(3, SpeechAct) is None
        assert as_member("3", int) is None

    @each_case(
        ("value", "type_", "message"),
        [
            ("reject", SpeechAct, "expected x to be a SpeechAct, found 'reject'; write SpeechAct.REJECT"),
            ("2025", Event, "expected x to be an Event, found '2025'"),
            (None, str, "expected x to be a text, found None"),
            ("abc", tuple, "expected x to be a tuple, found 'abc'"),
        ],
    )
    def test_a_value_of_another_type(self, value: object, type_: type, message: str) -> None:
        with pytest.raises(ArgumentTypeError) as caught:
            expect_type("x", value, type_)
        assert str(caught.value) == message

    def test_a_value_of_a_subclass_is_right(self) -> None:
        expect_type("x", SpeechAct.REJECT, Term)
        expect_type("x", Event(), object)

    def test_a_hint_takes_the_place_of_the_usual_one(self) -> None:
        with pytest.raises(ArgumentError) as caught:
            expect_type("at", "x", int, hint="write 3")
        assert str(caught.value) == "expected at to be a whole number, found 'x'; write 3"


def test_a_location_says_what_it_knows() -> None:
    assert [str(Location("f", *numbers)) for numbers in ((), (3,), (3, 4))] == ["f", "f:3", "f:3:4"]
    assert str(Location()) == "<input>"


def test_small_words_of_a_meaning_are_like_nothing() -> None:
    """`attack` means "attacks with military force", and a withdrawal is not like it."""
    meant, members = members_by_likeness("withdrawl", ActionKind)
    assert meant == members[0] == "withdraw"
    assert members[1] != "attack"
