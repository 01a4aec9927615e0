"""Which actor, place, issue or source a name refers to."""

import unicodedata

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplo_events import (
    Actor,
    ActorKind,
    Dataset,
    Issue,
    Name,
    Place,
    PlaceKind,
    Source,
    Statement,
    load_example,
)
from diplo_events._internal.dataset import accessors
from diplo_events.errors import DiploEventsError, ProblemsError, QueryError
from diplo_events.lookup import NAMED, find_id, first_published, fold, matches, name_of, publisher_of, spellings
from diplo_events.strategies import texts
from each_case import each_case

EXAMPLE = load_example()
SPELT = [(record, text) for cls in NAMED for record in EXAMPLE.of_type(cls) for text in spellings(record)]


def actors(*names: str) -> Dataset:
    return Dataset(records=[Actor(id=f"a{i:02}", name=name, kind=ActorKind.PERSON) for i, name in enumerate(names)])


class TestLookup:
    @each_case("record", [record for cls in NAMED for record in EXAMPLE.of_type(cls)], ids=lambda r: r.id)
    def test_an_id_means_what_has_it(self, record: Actor | Place | Issue | Source) -> None:
        assert find_id(EXAMPLE, record.id) == find_id(EXAMPLE, record.id, type(record)) == record.id

    @pytest.mark.slow
    def test_every_spelling_of_the_dataset_finds_its_record_or_lists_it(self) -> None:
        for record, text in SPELT:
            for spelt in (text, text.upper(), f"  {text.lower()} "):
                found = matches(EXAMPLE, spelt, type(record))
                assert record.id in found
                if len(found) == 1:
                    assert find_id(EXAMPLE, spelt, type(record)) == record.id
                else:
                    with pytest.raises(QueryError, match=record.id):
                        find_id(EXAMPLE, spelt, type(record))

    @pytest.mark.slow
    def test_candidates_are_all_that_is_spelt_so(self) -> None:
        for _, text in SPELT:
            if text not in EXAMPLE:
                expected = {record.id for record, other in SPELT if fold(other) == fold(text)}
                assert set(matches(EXAMPLE, text)) == expected

    @each_case(
        ("spelling", "expected"),
        [
            ("ZELENSKY", "zelenskyy"),
            ("Zelénskyy", "zelenskyy"),
            ("kim jong-un", "kim-jong-un"),
            ("Starmer's office", "starmer-office"),
            ("the   kremlin", "russia"),
            ("Security guarantees for Ukraine", "issue/security-guarantees"),
        ],
    )
    def test_case_accents_hyphens_and_apostrophes_do_not_count(self, spelling: str, expected: str) -> None:
        assert find_id(EXAMPLE, spelling) == expected

    def test_an_actor_and_a_place_can_share_a_spelling(self) -> None:
        assert find_id(EXAMPLE, "Moscow", Actor) == "russia"
        assert find_id(EXAMPLE, "Moscow", Place) == "place/moscow"
        with pytest.raises(QueryError) as caught:
            find_id(EXAMPLE, "Moscow", Place, Actor)
        assert str(caught.value) == (
            "expected one place or actor, found 'Moscow', which is 'place/moscow' (Moscow) and 'russia' (Russia); "
            "write its id"
        )

    def test_two_actors_can_share_a_spelling(self) -> None:
        with pytest.raises(QueryError) as caught:
            find_id(EXAMPLE, "Europeans", Actor)
        assert str(caught.value) == (
            "expected one actor, found 'Europeans', which is 'european-leaders' (European leaders) and "
            "'european-states' (European states); write its id"
        )

    def test_a_long_list_of_candidates_is_cut(self) -> None:
        assert find_id(actors("Smith"), "smith") == "a00"
        with pytest.raises(QueryError, match=r"'a08' \(Smith\) and 'a09' \(Smith\);"):
            find_id(actors(*["Smith"] * 10), "smith")
        with pytest.raises(QueryError, match=r"'a09' \(Smith\) and 2 more;"):
            find_id(actors(*["Smith"] * 12), "smith")

    def test_what_is_unknown_gets_a_suggestion(self) -> None:
        with pytest.raises(QueryError) as caught:
            find_id(EXAMPLE, "Zakharowa", Actor)
        assert str(caught.value) == (
            "expected the id or a spelling of an actor, found 'Zakharowa'; did you mean 'Zakharova'?"
        )
        with pytest.raises(QueryError) as caught:
            find_id(EXAMPLE, "Zakharowa", Source)
        assert str(caught.value) == "expected the id or a spelling of a source, found 'Zakharowa'"
        for words, meant in (("trops", "; did you mean 'foreign-troops'?"), ("trops of tomorrow", ""), ("", "")):
            with pytest.raises(QueryError) as caught:
                find_id(EXAMPLE, words, Issue)
            assert str(caught.value) == f"expected the id or a spelling of an issue, found {words!r}{meant}"
        assert isinstance(caught.value, ProblemsError)
        assert isinstance(caught.value, DiploEventsError)
        assert isinstance(caught.value, ValueError)

    def test_an_event_record_has_no_spelling(self) -> None:
        statement = EXAMPLE.of_type(Statement)[0]
        with pytest.raises(QueryError):
            find_id(EXAMPLE, statement.id)

    def test_the_id_of_what_is_kept_elsewhere_counts_in_a_partial_dataset(self) -> None:
        statement = next(s for s in EXAMPLE.of_type(Statement) if s.speakers == ("zakharova",))
        part = Dataset(records=[statement], complete=False)
        assert find_id(part, "zakharova", Actor) == find_id(part, "zakharova") == "zakharova"
        for wrong in ("Zakharova", statement.id, "putin"):
            with pytest.raises(QueryError):
                find_id(part, wrong, Actor)
        with pytest.raises(QueryError):
            find_id(part, "zakharova", Place)

    def test_all_that_names_a_thing_is_a_spelling(self) -> None:
        place = Place(id="p/kyiv", name="Kyiv", kind=PlaceKind.SETTLEMENT, names=(Name(text="Kiev"), Name(text="Київ")))
        issue = Issue(id="troops", label="Foreign troops", proposition="There should be some.")
        assert list(spellings(place)) == ["kyiv", "Kyiv", "Kiev", "Київ"]
        assert list(spellings(issue)) == ["troops", "Foreign troops"]
        source = EXAMPLE.of_type(Source)[0]
        assert list(spellings(source)) == [source.id, source.title]


class TestFold:
    @given(texts() | st.text())
    def test_folding_twice_is_folding_once(self, text: str) -> None:
        assert fold(fold(text)) == fold(text)

    @given(texts() | st.text())
    def test_composed_and_decomposed_texts_are_one(self, text: str) -> None:
        assert {fold(unicodedata.normalize(form, text)) for form in ("NFC", "NFD", "NFKC", "NFKD")} == {fold(text)}

    @given(st.text())
    def test_case_and_outer_spaces_do_not_count(self, text: str) -> None:
        assert fold(f" {text.casefold()}\t") == fold(text)

    @given(st.text(st.characters(codec="ascii", categories=("L", "N"))))
    def test_plain_letters_and_digits_only_lose_their_case(self, text: str) -> None:
        assert fold(text) == text.lower()

    @given(st.text(st.characters(codec="ascii")))
    def test_plain_text_is_folded_alike_in_any_company(self, text: str) -> None:
        assert fold(f"{text} é") == f"{fold(text)} e".strip()

    @each_case(
        ("one", "other"),
        [
            ("Müller", "Muller"),
            ("Łódź", "łodz"),
            ("STRASSE", "straße"),
            ("ﬁn", "FIN"),
            ("Київ", "КИїВ"),
            ("a—b", "A-B"),
        ],
    )
    def test_what_people_spell_differently(self, one: str, other: str) -> None:
        assert fold(one) == fold(other)

    def test_letters_are_kept_apart(self) -> None:
        assert len({fold(text) for text in ("Kyiv", "Kiev", "Київ", "KyivX", "")}) == 5


def test_a_spelling_that_is_no_id_is_not_compared_with_every_id(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(accessors, "suggestion", None)  # takes seconds among 100,000 ids
    assert find_id(EXAMPLE, "Maria Zakharova") == "zakharova"


def test_a_record_is_not_changed_by_being_looked_up() -> None:
    copy = attrs.evolve(EXAMPLE)
    matches(EXAMPLE, "Moscow")
    assert copy == EXAMPLE


class TestNames:
    @each_case(
        ("key", "name"),
        [
            ("lavrov", "Sergey Lavrov"),
            ("place/moscow", "Moscow"),
            ("issue/security-guarantees", "Security guarantees for Ukraine"),
            ("zerohedge-guarantees/s01", "zerohedge-guarantees/s01"),
            ("kept-elsewhere", "kept-elsewhere"),
        ],
    )
    def test_a_record_is_called_by_its_name_or_its_id(self, key: str, name: str) -> None:
        assert name_of(EXAMPLE, key) == name

    def test_a_source_without_a_publisher_or_kept_elsewhere_has_none(self) -> None:
        assert {publisher_of(EXAMPLE, source.id) for source in EXAMPLE.of_type(Source)} <= {
            source.publisher for source in EXAMPLE.of_type(Source)
        }
        statement = EXAMPLE.of_type(Statement)[0]
        part = Dataset(records=[statement], complete=False)
        assert publisher_of(part, statement.source) is None
        assert first_published(part, statement.source) is None

    def test_a_publisher_of_what_is_no_source_is_an_error(self) -> None:
        for wrong in ("kept-elsewhere", "lavrov"):
            with pytest.raises(QueryError, match="expected the id or a spelling of a source"):
                publisher_of(EXAMPLE, wrong)


def people(*names: str) -> Dataset:
    return Dataset(records=[Actor(id=f"p{i}", name=name, kind=ActorKind.PERSON) for i, name in enumerate(names)])


@each_case(
    ("name", "typed"),
    [
        ("Wałęsa", "Walesa"),
        ("Đukanović", "Dukanovic"),
        ("Bjørn", "bjorn"),
        ("Diyarbakır", "DIYARBAKIR"),
        ("Þór", "Thor"),
    ],
)
def test_letters_that_no_normalisation_takes_apart_are_found_as_they_are_typed(name: str, typed: str) -> None:
    assert find_id(people(name, "Somebody Else"), typed) == "p0"


@pytest.mark.parametrize("name", ["Wa\u00adlesa", "Walesa\u200f", "\u200eWalesa"])
def test_what_cannot_be_seen_does_not_count(name: str) -> None:
    assert find_id(people(name, "Else"), "Walesa") == find_id(people("Walesa", "Else"), name) == "p0"


def test_an_exact_spelling_goes_before_one_that_is_only_alike() -> None:
    dataset = people("Müller", "Muller", "MULLER")
    assert matches(dataset, "Müller") == ("p0",)
    assert matches(dataset, "Muller") == ("p1",)
    assert matches(dataset, "muller") == ("p0", "p1", "p2")
    assert find_id(people("José", "Jose"), "Jose\u0301") == "p0"
