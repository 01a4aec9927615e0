"""The codes of the bundled dataset are of the standards that they name, and its articles are what it says of them."""

import re
from collections.abc import Iterator

import pycountry
import pytest

import diplo_events
from diplo_events import Actor, Place, PlaceKind, Source, SpeechAct, Statement
from diplo_events.model import Name, Quote

EXAMPLE = diplo_events.load_example()
PLACES = EXAMPLE.of_type(Place)
ACTORS = EXAMPLE.of_type(Actor)


def names() -> Iterator[Name]:
    """List all spellings."""
    for record in (*PLACES, *ACTORS):
        yield from record.names


def quotes() -> Iterator[Quote]:
    """List all quotations."""
    for statement in EXAMPLE.of_type(Statement):
        yield from statement.quotes


class TestCodes:
    def test_countries_are_of_iso_3166_1(self) -> None:
        found = {record.country for record in (*PLACES, *ACTORS) if record.country}
        assert len(found) > 10
        assert {code for code in found if pycountry.countries.get(alpha_2=code) is None} == set()

    def test_subdivisions_are_of_iso_3166_2_and_of_their_country(self) -> None:
        divided = [place for place in PLACES if place.subdivision]
        assert len(divided) > 5
        for place in divided:
            entry = pycountry.subdivisions.get(code=place.subdivision)
            assert entry is not None, place
            assert entry.country_code == place.country

    def test_a_region_has_a_code_of_its_own_and_what_lies_in_it_shares_it(self) -> None:
        for place in PLACES:
            outer = EXAMPLE[place.within] if place.within else None
            if isinstance(outer, Place):
                assert outer.country in {None, place.country}, place.id
                assert outer.subdivision in {None, place.subdivision}, place.id

    def test_countries_bear_the_code_of_their_name(self) -> None:
        for place in PLACES:
            if place.kind is PlaceKind.COUNTRY:
                entry = pycountry.countries.get(alpha_2=place.country)
                spellings = {entry.name, getattr(entry, "common_name", ""), getattr(entry, "official_name", "")}
                assert any(place.name in spelling for spelling in spellings), place

    def test_languages_are_of_iso_639(self) -> None:
        tags = {source.language for source in EXAMPLE.of_type(Source)} | {name.language for name in names()}
        tags |= {tag for quote in quotes() for tag in (quote.language, quote.translated_from)}
        found = {tag.partition("-")[0] for tag in tags if tag}
        assert "en" in found
        for code in found:
            assert pycountry.languages.get(alpha_2=code) or pycountry.languages.get(alpha_3=code), code

    def test_scripts_are_of_iso_15924(self) -> None:
        assert all(pycountry.scripts.get(alpha_4=name.script) for name in names() if name.script)

    @pytest.mark.parametrize(
        ("scheme", "pattern"), [("wikidata", r"Q[1-9][0-9]*"), ("cameo", r"[A-Z]{3,}"), ("geonames", r"[1-9][0-9]*")]
    )
    def test_identifiers_look_like_those_of_their_scheme(self, scheme: str, pattern: str) -> None:
        found = [record.identifiers[scheme] for record in (*PLACES, *ACTORS) if scheme in record.identifiers]
        assert len(found) == len(set(found))
        assert all(re.fullmatch(pattern, value) for value in found)


class TestTheArticles:
    def test_there_are_five_with_the_hash_and_the_length_of_their_text(self) -> None:
        sources = EXAMPLE.of_type(Source)
        assert len(sources) == 5
        assert all(source.sha256 and source.length and source.uncoded for source in sources)

    def test_an_inferred_date_of_publication_is_marked_and_explained(self) -> None:
        for source in EXAMPLE.of_type(Source):
            assert source.published
            assert source.published.is_uncertain is (source.id != "zerohedge-guarantees")
            assert source.note

    def test_every_position_that_is_attributed_says_by_whom(self) -> None:
        attributed = [p for p in EXAMPLE.of_type(diplo_events.Position) if p.basis.value == "attributed"]
        assert attributed
        assert [p.id for p in attributed if not p.attributed_by] == []

    def test_declining_to_speak_is_an_act_too(self) -> None:
        assert any(SpeechAct.DECLINE_COMMENT in statement.acts for statement in EXAMPLE.of_type(Statement))
