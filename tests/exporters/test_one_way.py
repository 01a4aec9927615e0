"""Exporters one way: another reader opens what they write, and whatever is not in it is counted among the losses."""

import io
import json
import re
import sqlite3
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import attrs
import bibtexparser
import geojson as geojson_reader
import icalendar as icalendar_reader
import networkx as nx
import pandas as pd
import pytest
import sqlite_utils
import stix2
from hypothesis import given
from markdown_it import MarkdownIt

import diplo_events
from diplo_events import (
    Dataset,
    EventDate,
    Meeting,
    MissingExtraError,
    Place,
    Point,
    Position,
    Source,
    Statement,
    TerritorialClaim,
)
from diplo_events.dataset import HEADER
from diplo_events.exporters import EXPORTS, ExportLoss, export_name, exporter_named, to_icews, to_plover
from diplo_events.exporters._dna_schema import PASSWORD, VARIABLES, hashed
from diplo_events.exporters.icews import ICEWS_COLUMNS
from diplo_events.formats import ONE_WAY
from diplo_events.formats.plain import from_plain, record_to_plain, to_plain
from diplo_events.model import Actor, Document, EventRecord, Issue
from diplo_events.schema import COLLECTIONS, fields, references
from each_case import each_case
from profiles import examples
from shared_datasets import DATASETS

EXAMPLE: Final = diplo_events.load_example()
OSLO: Final = Point(longitude=10.75, latitude=59.91)
PLACED: Final = EXAMPLE.with_records(
    *(attrs.evolve(place, point=OSLO) for place in EXAMPLE.of_type(Place) if place.id != "place/moscow")
)
"""The bundled dataset, as if its places had coordinates."""

every = pytest.mark.parametrize("name", sorted(set(EXPORTS.values())))


def geojson_ids(text: Any, _: Dataset) -> list[str]:
    collection = geojson_reader.loads(text)
    assert collection.is_valid, collection.errors()
    return [feature["id"] for feature in collection["features"]]


def icalendar_ids(text: Any, dataset: Dataset) -> list[str]:
    calendar = icalendar_reader.Calendar.from_ical(text)
    events = calendar.walk("VEVENT")
    assert not calendar.errors
    assert not [event.errors for event in events if event.errors]
    ids: dict[str, None] = {}
    for event in events:
        meeting = dataset[str(event["X-DIPLO-EVENTS-ID"])]
        assert isinstance(meeting, Meeting)
        ids[meeting.id] = None
        if "GEO" in event:
            ids[meeting.place or ""] = None
        if "URL" in event:
            ids[meeting.source] = None
    return list(ids)


def markdown_ids(text: Any, _: Dataset) -> list[str]:
    tokens = [token for token in MarkdownIt().parse(text) if token.type == "inline"]
    codes = [token.children for token in tokens if token.children and token.children[0].type == "code_inline"]
    return [children[0].content for children in codes if len(children) == 1]


def bibtex_ids(text: Any, _: Dataset) -> list[str]:
    library = bibtexparser.parse_string(text)
    assert not library.failed_blocks
    return [entry.key for entry in library.entries]


def csl_ids(text: Any, _: Dataset) -> list[str]:
    return [item["id"] for item in json.loads(text)]


def stix_ids(text: Any, _: Dataset) -> list[str]:
    objects = getattr(stix2.parse(text, allow_custom=False), "objects", [])
    found = [item["external_references"][0] for item in objects if "external_references" in item]
    return [reference["external_id"] for reference in found if reference["source_name"] == "diplo-events"]


def ftm_ids(text: Any, _: Dataset) -> list[str]:
    ids = [json.loads(line)["id"].replace("S", "/").replace("U", "_") for line in text.splitlines()]
    return [key for key in ids if "/member/" not in key and "/role/" not in key]


def graph_ids(graph: Any) -> list[str]:
    return [node for node, data in graph.nodes(data=True) if not data.get("elsewhere")]


READERS: Final[dict[str, Callable[[Any, Dataset], list[str]]]] = {
    "geojson": geojson_ids,
    "icalendar": icalendar_ids,
    "markdown": markdown_ids,
    "bibtex": bibtex_ids,
    "csl_json": csl_ids,
    "stix": stix_ids,
    "followthemoney": ftm_ids,
    "graphml": lambda text, _: graph_ids(nx.parse_graphml(text)),
    "gexf": lambda text, _: graph_ids(nx.read_gexf(io.BytesIO(text.encode()))),
}
"""For each format that has the ids of records, those that another reader finds in it."""


def whole(losses: tuple[ExportLoss, ...]) -> int:
    return sum(loss.count for loss in losses if loss.what in COLLECTIONS)


@pytest.mark.parametrize("name", READERS)
@examples(10)
@given(dataset=DATASETS)
def test_every_record_is_in_the_output_or_counted(name: str, dataset: Dataset) -> None:
    exporter = exporter_named(name)
    ids = READERS[name](exporter.dumps(dataset), dataset)
    assert set(ids) <= set(dataset)
    assert len(ids) == len(set(ids)) == len(dataset) - whole(exporter.losses(dataset))


@each_case("name", READERS)
@pytest.mark.slow
def test_the_bundled_dataset_too(name: str) -> None:
    text = exporter_named(name).dumps(PLACED)
    assert len(READERS[name](text, PLACED)) == len(PLACED) - whole(exporter_named(name).losses(PLACED)) > 0


@every
@examples(10)
@given(dataset=DATASETS)
def test_losses_are_what_the_dataset_has(name: str, dataset: Dataset) -> None:
    losses = exporter_named(name).losses(dataset)
    assert len({(loss.what, loss.why) for loss in losses}) == len(losses)
    for loss in losses:
        collection, _, field = loss.what.partition(".")
        records = dataset.of_type(COLLECTIONS[collection]) if collection in COLLECTIONS else [dataset]
        listed = HEADER if collection == "dataset" else fields(COLLECTIONS[collection])
        known = {"open", "", *(field.name for field in listed)}
        assert 0 < loss.count <= len(records)
        assert field in known
    assert losses == exporter_named(name).losses(attrs.evolve(dataset, records=dataset.records[::-1]))


@every
@examples(4)
@given(dataset=DATASETS)
def test_equal_datasets_give_equal_bytes(name: str, dataset: Dataset) -> None:
    again = from_plain(to_plain(dataset))
    assert again == dataset
    assert exporter_named(name).dumps(again) == exporter_named(name).dumps(dataset)


@every
def test_a_field_without_a_value_is_not_lost(name: str) -> None:
    assert exporter_named(name).losses(Dataset()) == ()


@every
def test_the_first_lines_say_what_is_lost(name: str) -> None:
    text = exporter_named(name).__doc__ or ""
    assert "Lost " in text


def test_suffixes_are_those_that_are_refused_when_read() -> None:
    assert ONE_WAY.keys() == EXPORTS.keys()
    assert export_name("MAP.GeoJSON") == "geojson"
    assert export_name("stix.json") is None


class TestGeojson:
    @examples(10)
    @given(DATASETS)
    def test_properties_are_the_whole_record(self, dataset: Dataset) -> None:
        collection = geojson_reader.loads(exporter_named("geojson").dumps(dataset))
        for feature in collection["features"]:
            properties = dict(feature["properties"])
            properties.pop("record_type")
            assert properties == record_to_plain(dataset[feature["id"]], format_version=dataset.format_version)

    def test_only_a_place_with_coordinates_is_on_the_map(self) -> None:
        ids = set(geojson_ids(exporter_named("geojson").dumps(PLACED), PLACED))
        assert "place/paris" in ids
        assert "place/moscow" not in ids
        moscow = {r.id for r in EXAMPLE.of_type(EventRecord) if getattr(r, "place", None) == "place/moscow"}
        assert moscow
        assert not moscow & ids
        assert geojson_ids(exporter_named("geojson").dumps(EXAMPLE), EXAMPLE) == []

    def test_several_places_are_several_points(self) -> None:
        one, two = PLACED.of_type(TerritorialClaim)[:2]
        dataset = PLACED.with_records(attrs.evolve(two, places=("place/paris", "place/ukraine", "place/moscow")))
        collection = geojson_reader.loads(exporter_named("geojson").dumps(dataset))
        shapes = {feature["id"]: feature["geometry"] for feature in collection["features"]}
        assert shapes[one.id] == {"type": "Point", "coordinates": [10.75, 59.91]}
        assert shapes[two.id] == {"type": "MultiPoint", "coordinates": [[10.75, 59.91]] * 2}


class TestCalendar:
    @examples(10)
    @given(DATASETS)
    def test_days_are_those_of_the_meetings(self, dataset: Dataset) -> None:
        text = exporter_named("icalendar").dumps(dataset)
        assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
        for event in icalendar_reader.Calendar.from_ical(text).walk("VEVENT"):
            meeting = dataset[str(event["X-DIPLO-EVENTS-ID"])]
            assert isinstance(meeting, Meeting)
            assert meeting.when
            first, after = event.decoded("dtstart"), event.decoded("dtend")
            assert meeting.when.earliest == diplo_events.dates.Day.from_date(first)
            assert (after - first).days >= 1
            assert f"when: {meeting.when}" in event["description"]

    @each_case(
        ("date", "days"),
        [
            ("2025-09-03", 1),
            ("2025-09-03?", 1),
            ("2025-09-03/2025-09-05", 3),
            ("2025-09", None),
            ("[2025-09-03,2025-09-04]", None),
            ("2025-09-03/..", None),
            ("../2025-09-03", None),
            ("2025-09/2025-10", None),
            ("-0044-03-15", None),
            ("9999-12-31", None),
        ],
    )
    def test_no_day_is_invented(self, date: str, days: int | None) -> None:
        (meeting, *_) = EXAMPLE.of_type(Meeting)
        dataset = EXAMPLE.with_records(attrs.evolve(meeting, when=EventDate.parse(date)))
        text = exporter_named("icalendar").dumps(dataset)
        found = {str(e["X-DIPLO-EVENTS-ID"]): e for e in icalendar_reader.Calendar.from_ical(text).walk("VEVENT")}
        event = found.get(meeting.id)
        assert (event and (event.decoded("dtend") - event.decoded("dtstart")).days) == days


class TestGraphs:
    @pytest.mark.parametrize("name", ["graphml", "gexf"])
    def test_without_the_package_the_extra_is_named(self, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setitem(sys.modules, "networkx", None)
        monkeypatch.delitem(sys.modules, f"diplo_events.exporters.{name}", raising=False)
        with pytest.raises(MissingExtraError, match=r"pip install 'diplo-events\[networkx\]'"):
            exporter_named(name)

    @pytest.mark.parametrize("name", ["graphml", "gexf"])
    @examples(10)
    @given(dataset=DATASETS)
    def test_every_reference_is_an_edge(self, name: str, dataset: Dataset) -> None:
        text = exporter_named(name).dumps(dataset)
        graph = (
            nx.parse_graphml(text, force_multigraph=True)
            if name == "graphml"
            else nx.read_gexf(io.BytesIO(text.encode()))
        )
        expected = Counter((r.id, ref.target) for r in dataset.records for ref in references(type(r), r))
        assert Counter((source, target) for source, target in graph.edges()) == expected
        assert {node for node, data in graph.nodes(data=True) if data.get("elsewhere")} == set(dataset.elsewhere)

    @pytest.mark.parametrize("name", ["graphml", "gexf"])
    def test_attributes_are_what_the_record_has(self, name: str) -> None:
        text = exporter_named(name).dumps(EXAMPLE)
        graph = nx.parse_graphml(text) if name == "graphml" else nx.read_gexf(io.BytesIO(text.encode()))
        for key, data in graph.nodes(data=True):
            plain = record_to_plain(EXAMPLE[key])
            for field in set(plain) & set(data):
                value = plain[field]
                assert data[field] == (value if isinstance(value, str | int | float) else json.dumps(value))

    def test_what_xml_cannot_hold_is_counted(self) -> None:
        dataset = Dataset(records=[Issue(id="tolls", label="Tolls\ufffe", proposition="a\uffff")], title="\ufffe")
        for name in ("graphml", "gexf"):
            assert len(READERS[name](exporter_named(name).dumps(dataset), dataset)) == 1
            assert [loss.what for loss in exporter_named(name).losses(dataset)] == [
                *("dataset.title", "issues.label", "issues.proposition"),
            ]


class TestBibliographies:
    @examples(10)
    @given(DATASETS)
    def test_both_have_titles_and_dates(self, dataset: Dataset) -> None:
        sources = {record.id: record for record in dataset.of_type(Source)}
        entries = bibtexparser.parse_string(exporter_named("bibtex").dumps(dataset)).entries_dict
        for item in json.loads(exporter_named("csl_json").dumps(dataset)):
            source = sources.get(item["id"])
            if source is None:
                assert isinstance(dataset[item["id"]], Document)
            else:
                assert item["title"] == (source.title or source.id)
                assert ("issued" in item) == (source.published is not None)
                fields_of = {field.key: field.value for field in entries[source.id].fields}
                dated = "date" in fields_of or "Date: " in fields_of.get("note", "")
                assert dated == (source.published is not None)

    @examples(5)
    @given(DATASETS)
    def test_a_citation_processor_reads_the_items(self, dataset: Dataset) -> None:
        citeproc_json = pytest.importorskip("citeproc.source.json", reason="it brings lxml; openpyxl then differs")
        items = json.loads(exporter_named("csl_json").dumps(dataset))
        assert list(citeproc_json.CiteProcJSON(items)) == [item["id"] for item in items]

    def test_latex_shows_what_the_title_says(self) -> None:
        source = attrs.evolve(EXAMPLE.of_type(Source)[0], title="50 % of {A} & B_1 ~ $2 \\ #3 ^")
        text = exporter_named("bibtex").dumps(Dataset(records=[source], complete=False))
        assert len(bibtexparser.parse_string(text).entries) == 1
        assert r"50 \% of \textbraceleft{}A\textbraceright{} \& B\_1 \textasciitilde{} \$2" in text


class TestStix:
    @examples(10)
    @given(DATASETS)
    def test_references_lead_somewhere(self, dataset: Dataset) -> None:
        objects = json.loads(exporter_named("stix").dumps(dataset))["objects"]
        ids = [item["id"] for item in objects]
        assert len(ids) == len(set(ids))
        ends = ("created_by_ref", "source_ref", "target_ref")
        assert {item[end] for item in objects for end in ends if end in item} <= set(ids)
        assert {key for item in objects for key in item.get("object_refs", [])} <= set(ids)

    def test_an_opinion_is_on_the_note_of_its_issue(self) -> None:
        bundle = stix2.parse(exporter_named("stix").dumps(EXAMPLE), allow_custom=False)
        objects = {item.id: item for item in bundle.objects}
        opinions = [item for item in bundle.objects if item.type == "opinion"]
        assert len(opinions) == len(EXAMPLE.of_type(Position))
        assert {objects[opinion.object_refs[0]].labels[0] for opinion in opinions} == {"issue"}


class TestFollowthemoney:
    @examples(10)
    @given(DATASETS)
    def test_the_package_takes_every_entity(self, dataset: Dataset) -> None:
        model = pytest.importorskip("followthemoney", reason="it needs ICU to be built").model
        lines = exporter_named("followthemoney").dumps(dataset).splitlines()
        found = [json.loads(line) for line in lines]
        schemata = {entity["id"]: entity["schema"] for entity in found}
        assert len(schemata) == len(found)
        for entity in found:
            proxy = model.get_proxy(entity, cleaned=False)
            model.get(entity["schema"]).validate(proxy.to_dict())
            for prop, value in proxy.itervalues():
                if prop.type.name == "entity":
                    assert model.get(schemata[value]).is_a(prop.range)

    @examples(10)
    @given(DATASETS)
    def test_references_lead_somewhere(self, dataset: Dataset) -> None:
        lines = exporter_named("followthemoney").dumps(dataset).splitlines()
        found = [json.loads(line) for line in lines]
        ids = {entity["id"] for entity in found}
        links = ("holder", "post", "member", "organization", "involved", "entity", "proof", "addressEntity")
        assert {key for e in found for link in links for key in e["properties"].get(link, [])} <= ids


def opened(dataset: Dataset, tmp_path: Path) -> sqlite_utils.Database:
    file = tmp_path / "example.dna"
    file.write_bytes(exporter_named("dna").dumps(dataset))
    return sqlite_utils.Database(file)


ACCEPTED = "AAAAAAAAAAAAAAAAAAAAAC426xJ3TgXtVDkrV5fmj0+1oXEW/uVR7boEid4u2wA/"
"""What jasypt 1.9.3, with which the program checks a password, takes for that of the file."""

VALUES_OF_STATEMENTS = """
    SELECT StatementId FROM DATASHORTTEXT d JOIN ENTITIES e ON e.ID = d.Entity AND e.VariableId = d.VariableId
    UNION ALL SELECT StatementId FROM DATALONGTEXT UNION ALL SELECT StatementId FROM DATABOOLEAN
"""
"""The values that the table of statements in the program shows."""


class TestDna:
    @examples(10)
    @given(DATASETS)
    def test_the_tables_hold_what_is_not_lost(self, dataset: Dataset) -> None:
        exporter = exporter_named("dna")
        database = sqlite3.connect(":memory:")
        database.deserialize(exporter.dumps(dataset))
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
        lost: Counter[str] = Counter()
        for loss in exporter.losses(dataset):
            lost[loss.what] += loss.count
        of_type = dict(database.execute("SELECT StatementTypeId, COUNT(*) FROM STATEMENTS GROUP BY 1").fetchall())
        assert of_type.get(1, 0) == len(dataset.of_type(Position)) - lost["positions"]
        acts = [s for s in dataset.of_type(Statement) if not {"speakers", "acts"} & set(s.open)]
        assert of_type.get(2, 0) == sum(len(s.speakers) * max(1, len(s.issues)) for s in acts)
        assert len(acts) == len(dataset.of_type(Statement)) - lost["statements"]
        values = Counter(number for (number,) in database.execute(VALUES_OF_STATEMENTS))
        types = database.execute("SELECT ID, StatementTypeId FROM STATEMENTS").fetchall()
        assert values == {number: len(VARIABLES[type_id][1]) for number, type_id in types}
        passages = "SELECT Text, Start, Stop FROM STATEMENTS JOIN DOCUMENTS ON DocumentId = DOCUMENTS.ID"
        for text, start, stop in database.execute(passages):
            passage = text.encode("utf-16-le")[2 * start : 2 * stop].decode("utf-16-le")
            assert f"\n{passage}\n" in f"\n{text}"
        database.close()

    def test_who_agrees_with_what(self, tmp_path: Path) -> None:
        database = opened(EXAMPLE, tmp_path)
        rows = database.query(
            "SELECT o.Value AS organization, c.Value AS concept, b.Value AS agreement FROM STATEMENTS s "
            "JOIN DATASHORTTEXT so ON so.StatementId = s.ID AND so.VariableId = 2 JOIN ENTITIES o ON o.ID = so.Entity "
            "JOIN DATASHORTTEXT sc ON sc.StatementId = s.ID AND sc.VariableId = 3 JOIN ENTITIES c ON c.ID = sc.Entity "
            "JOIN DATABOOLEAN b ON b.StatementId = s.ID"
        )
        found = {
            (row["organization"], row["agreement"]) for row in rows if row["concept"] == "Foreign troops in Ukraine"
        }
        assert {("Russia", 0), ("European Union", 1)} <= found
        database.close()

    def test_the_password_is_kept_as_the_program_keeps_it(self, tmp_path: Path) -> None:
        database = opened(Dataset(), tmp_path)
        (coder,) = database["CODERS"].rows
        assert coder["Password"] == hashed(PASSWORD) == ACCEPTED
        assert {row["Property"]: row["Value"] for row in database["SETTINGS"].rows}["version"] == "3.0.7"
        database.close()

    def test_two_of_one_name_stay_two(self, tmp_path: Path) -> None:
        first, second = EXAMPLE.of_type(Actor)[:2]
        dataset = EXAMPLE.with_records(*(attrs.evolve(actor, name="N" * 300) for actor in (first, second)))
        position = EXAMPLE.of_type(Position)[0]
        both = [attrs.evolve(position, id=f"p{n}", actor=actor.id) for n, actor in enumerate((first, second))]
        database = opened(dataset.with_records(*both), tmp_path)
        values = {row["Value"] for row in database["ENTITIES"].rows if row["Value"].startswith("NNN")}
        assert len(values) == 2
        assert {len(value) for value in values} == {190}
        database.close()


class TestRows:
    @examples(10)
    @given(DATASETS)
    def test_plover_is_a_line_for_each_event(self, dataset: Dataset) -> None:
        exporter = exporter_named("plover")
        rows = [json.loads(line) for line in exporter.dumps(dataset).splitlines()]
        made = to_plover(dataset).rows
        assert [row["id"] for row in rows] == [event.id for event in made]
        assert all({"id", "date", "source", "event"} <= row.keys() for row in rows)
        events = sum(loss.count for loss in exporter.losses(dataset) if loss.what in COLLECTIONS and is_event(loss))
        assert events == len(dataset.of_type(EventRecord)) - len({event.report for event in made})

    @examples(10)
    @given(DATASETS)
    def test_icews_is_a_row_for_each_pair(self, dataset: Dataset) -> None:
        exporter = exporter_named("icews")
        text = exporter.dumps(dataset)
        frame = pd.read_csv(io.StringIO(text), sep="\t", quoting=3, dtype=str, keep_default_na=False)
        made = to_icews(dataset).rows
        assert tuple(frame.columns) == ICEWS_COLUMNS
        assert list(frame["Event ID"]) == [row.id for row in made]
        assert list(frame["CAMEO Code"]) == [row.cameo for row in made]
        events = sum(loss.count for loss in exporter.losses(dataset) if loss.what in COLLECTIONS and is_event(loss))
        assert events == len(dataset.of_type(EventRecord)) - len({row.report for row in made})


def is_event(loss: ExportLoss) -> bool:
    return issubclass(COLLECTIONS[loss.what], EventRecord)


class TestThePage:
    """The page about these formats says what the code does."""

    PAGE: Final = Path(__file__).parents[2] / "docs" / "guides" / "one-way.md"

    def test_it_lists_every_suffix_with_its_module(self) -> None:
        rows = re.findall(
            r"^\| `(\.[\w.-]+)` \| .* \| \[`(\w+)`\]", self.PAGE.read_text(encoding="utf-8"), re.MULTILINE
        )
        assert dict(rows) == dict(EXPORTS)
        assert len(rows) == len(EXPORTS)

    def test_its_numbers_are_those_of_the_bundled_dataset(self) -> None:
        collections = [name for name, cls in COLLECTIONS.items() if EXAMPLE.of_type(cls)]
        everything = {name: len(EXAMPLE.of_type(COLLECTIONS[name])) for name in collections}
        rows = ["| | " + " | ".join(name.replace("_", " ") for name in collections) + " |", "|---|" + "--:|" * 9]
        for label, name in {"in the dataset": "", **{f"`{suffix}`": name for suffix, name in EXPORTS.items()}}.items():
            kept = dict(everything)
            for loss in exporter_named(name).losses(EXAMPLE) if name else ():
                if loss.what in kept:
                    kept[loss.what] -= loss.count
            rows.append(f"| {label} | " + " | ".join(map(str, kept.values())) + " |")
        assert "\n".join(rows) in self.PAGE.read_text(encoding="utf-8")
