"""Names of places between two texts of one document: two translations of a treaty."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplo_events import (
    Assertion,
    Dataset,
    Document,
    DocumentKind,
    Name,
    Place,
    PlaceKind,
    QuotationMode,
    Source,
    SourceKind,
    SpeechAct,
    Statement,
    TerritorialClaim,
)
from diplo_events.corroboration.contradictions import Contradiction, ContradictionKind, find_contradictions
from profiles import examples

WITHIN = {"elda": None, "brod": None, "old-brod": "brod", "skarn": None}


def treaty(language: str = "en", other: str = "en", **spelled: tuple[str, str]) -> list[Any]:
    """Make a treaty of two articles, two translations of it, and places, spelled by each as given."""
    parts = [
        Document(id=key, title=key, kind=DocumentKind.CLAUSE, part_of="treaty") for key in ("article-1", "article-2")
    ]
    sources = [
        Source(id=key, title=key, kind=SourceKind.OFFICIAL_DOCUMENT, document="treaty", language=tag)
        for key, tag in (("a", language), ("b", other))
    ]
    places = [
        Place(
            id=key,
            name=key,
            kind=PlaceKind.REGION,
            within=within,
            names=tuple(
                Name(text=text, sources=tuple(s for s, t in zip("ab", spelled[key], strict=True) if t == text))
                for text in dict.fromkeys(spelled.get(key, ()))
            ),
        )
        for key, within in WITHIN.items()
    ]
    return [Document(id="treaty", title="Treaty", kind=DocumentKind.TREATY), *parts, *sources, *places]


def clause(key: str, source: str, place: str, **fields: Any) -> Statement:
    """Make a clause on a place."""
    given: dict[str, Any] = {"documents": ("article-1",), "speakers": ("norland",), "summary": "A clause.", **fields}
    return Statement(
        id=key, source=source, place=place, acts=(SpeechAct.DELIMIT,), mode=QuotationMode.INDIRECT, **given
    )


def found_in(*records: Any) -> list[Contradiction]:
    """Return what is found of places."""
    found = find_contradictions(Dataset(records=records, complete=False))
    return [one for one in found if one.kind is ContradictionKind.PLACE]


def versions(one: Contradiction) -> dict[str, tuple[str, ...]]:
    return {version.value: version.sources for version in one.versions}


class TestOtherPlaces:
    def test_two_translations_of_an_article_name_two_places(self) -> None:
        (found,) = found_in(*treaty(), clause("s1", "a", "elda"), clause("s2", "b", "skarn"))
        assert (found.about, versions(found)) == ("article-1", {"elda": ("a",), "skarn": ("b",)})
        assert found.ids == ("s1", "s2")

    @pytest.mark.parametrize(
        "fields",
        [{"documents": ("article-2",)}, {"documents": ("treaty",)}, {"documents": ()}],
        ids=["another article", "the whole", "none"],
    )
    def test_not_in_another_passage(self, fields: dict[str, Any]) -> None:
        assert found_in(*treaty(), clause("s1", "a", "elda"), clause("s2", "b", "skarn", **fields)) == []

    def test_what_both_report_is_a_passage_without_an_article(self) -> None:
        both = {"documents": (), "canonical_id": "clause/first"}
        (found, *_) = found_in(*treaty(), clause("s1", "a", "elda", **both), clause("s2", "b", "skarn", **both))
        assert found.about == "clause/first"

    def test_a_claim_is_in_the_article_of_its_evidence(self) -> None:
        claims = [
            TerritorialClaim(
                id=f"c{n}",
                source=source,
                challenger="norland",
                asserted_by=("norland",),
                assertion=Assertion.BOUNDARY,
                territory="the bank",
                places=(place,),
                summary="The boundary.",
                evidence=(f"s{n}",),
            )
            for n, source, place in ((1, "a", "elda"), (2, "b", "skarn"))
        ]
        said = [clause("s1", "a", "brod"), clause("s2", "b", "brod")]
        (found,) = found_in(*treaty(), *said, *claims)
        assert (found.about, found.ids) == ("article-1", ("c1", "c2"))

    @examples(60)
    @given(
        st.lists(st.sampled_from(sorted(WITHIN)), min_size=1, max_size=3),
        st.lists(st.sampled_from(sorted(WITHIN)), min_size=1, max_size=3),
    )
    def test_each_must_have_one_that_the_other_has_nothing_to_do_with(self, left: list[str], right: list[str]) -> None:
        related = {(one, one) for one in WITHIN} | {("brod", "old-brod"), ("old-brod", "brod")}
        alone = [
            {one for one in mine if not any((one, other) in related for other in theirs)}
            for mine, theirs in ((left, right), (right, left))
        ]
        clauses = [
            clause(f"{source}{n}", source, place)
            for source, places in (("a", left), ("b", right))
            for n, place in enumerate(places)
        ]
        found = found_in(*treaty(), *clauses)
        expected = [{"; ".join(sorted(places)): (source,) for places, source in zip(alone, "ab", strict=True)}]
        assert [versions(one) for one in found] == expected * all(alone)

    def test_two_papers_that_cite_an_article_are_no_texts_of_it(self) -> None:
        papers = [Source(id=key, title=key, kind=SourceKind.NEWS_ARTICLE) for key in ("x", "y")]
        assert found_in(*treaty(), *papers, clause("s1", "x", "elda"), clause("s2", "y", "skarn")) == []


class TestSpellings:
    SAID = (clause("s1", "a", "elda"), clause("s2", "b", "elda"))

    def test_one_place_with_two_names_in_one_language(self) -> None:
        (found,) = found_in(*treaty(elda=("the Elda", "the Great Ald")), *self.SAID)
        assert (found.about, versions(found)) == ("elda", {"“the Elda”": ("a",), "“the Great Ald”": ("b",)})
        assert (found.certain, found.ids) == (True, ("s1", "s2"))

    @pytest.mark.parametrize(
        ("spelled", "languages"),
        [
            (("the Elda", "the Elda"), ("en", "en")),
            (("the Elda", "THE ELDA"), ("en", "en-GB")),
            (("the Elda", "l’Elde"), ("en", "fr")),
        ],
    )
    def test_not_in_one_spelling_or_in_two_languages(
        self, spelled: tuple[str, str], languages: tuple[str, str]
    ) -> None:
        assert found_in(*treaty(*languages, elda=spelled), *self.SAID) == []

    def test_a_place_that_a_text_does_not_spell_is_not_compared(self) -> None:
        assert found_in(*treaty(), *self.SAID) == []

    def test_each_place_once_however_many_passages(self) -> None:
        more = [clause(f"t{n}", source, "elda", documents=("article-2",)) for n, source in enumerate("ab")]
        (found,) = found_in(*treaty(elda=("Elda", "Ald")), *self.SAID, *more)
        assert len(found.ids) == len(self.SAID) + len(more)

    def test_three_texts_and_the_one_that_agrees(self) -> None:
        third = Source(id="c", title="c", kind=SourceKind.OFFICIAL_DOCUMENT, document="treaty", language="en")
        records = treaty(elda=("Elda", "Ald"))
        records = [
            Place(
                id="elda", name="elda", kind=PlaceKind.WATER, names=(*record.names, Name(text="elda", sources=("c",)))
            )
            if isinstance(record, Place) and record.id == "elda"
            else record
            for record in records
        ]
        (found,) = found_in(*records, third, *self.SAID, clause("s3", "c", "elda"))
        assert versions(found) == {"“Elda”": ("a",), "“Ald”": ("b",), "“elda”": ("c",)}
