"""Descriptions of a dataset file: valid by their own validators, true of the file, and the bundled ones up to date."""

import hashlib
import importlib
import importlib.resources
import json
import re
import warnings
from pathlib import Path
from typing import Any

import attrs
import frictionless
import pytest
from hypothesis import given

import diplo_events
from diplo_events import Dataset, DatasetError, Source, SourceKind, Statement, cli, read
from diplo_events.exporters.package_descriptions import (
    CONTEXT,
    CROISSANT,
    DESCRIPTOR,
    README,
    companions,
    croissant,
    descriptor,
    package_name,
    readme,
)
from diplo_events.formats import json as json_format
from diplo_events.schema import COLLECTIONS
from each_case import each_case
from shared_datasets import DATASETS

EXAMPLE = diplo_events.load_example()
BUNDLED = Path(str(importlib.resources.files("diplo_events.example_data")))
FULL = Dataset(
    title="Tolls on the Elda / a test",
    description="What an invented paper reports.",
    version="1.2.0",
    license="MIT OR CC-BY-4.0",
    citation="Marsh (2031). Tolls on the Elda.",
    records=[
        Source(
            id="harbour-post",
            title="No toll | for now",
            kind=SourceKind.NEWS_ARTICLE,
            url="https://example.org/no-toll",
            language="en",
        )
    ],
    extra={
        "package": {
            "name": "tolls",
            "creators": ["Ida Marsh", "Oda Brink"],
            "published": "2031-05-16",
            "url": "https://example.org/tolls",
            "keywords": ["tolls", "bridges"],
            "limits": ["One article."],
        }
    },
)
BARE = Dataset()


def written(dataset: Dataset, folder: Path, file: str = "data.json") -> Path:
    """Write a dataset with its companions."""
    data = json_format.dumps(dataset).encode()
    for name, content in ({file: data} | companions(dataset, data, file=file)).items():
        (folder / name).write_bytes(content)
    return folder


def described(name: str, folder: Path) -> dict[str, Any]:
    """Read a description."""
    made: dict[str, Any] = json.loads((folder / name).read_text(encoding="utf-8"))
    return made


def reference_implementation() -> Any:
    """Import the reference implementation of Croissant, which takes seconds that not every worker need spend."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return importlib.import_module("mlcroissant")


def croissant_of(folder: Path) -> Any:
    """Read a Croissant description with the reference implementation, which refuses one that is wrong."""
    return reference_implementation().Dataset(jsonld=folder / CROISSANT)


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.parametrize("dataset", [EXAMPLE, FULL, BARE], ids=["bundled", "full", "bare"])
class TestValidators:
    @pytest.mark.slow
    def test_frictionless_finds_nothing_wrong(self, dataset: Dataset, tmp_path: Path) -> None:
        report = frictionless.validate(written(dataset, tmp_path) / DESCRIPTOR)
        assert report.valid, report.flatten(["type", "message"])
        assert frictionless.Package(str(tmp_path / DESCRIPTOR)).get_resource("data").hash

    @pytest.mark.slow
    def test_mlcroissant_finds_nothing_wrong(self, dataset: Dataset, tmp_path: Path) -> None:
        found = croissant_of(written(dataset, tmp_path)).metadata
        assert found.ctx.issues.errors == set()
        recommended = ("version", "license", "datePublished", "creator", "citeAs", "description", "url")
        missing = {name for issue in found.ctx.issues.warnings for name in recommended if name in issue}
        assert missing == set() or dataset is BARE


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
class TestDamage:
    """The validators would have noticed."""

    def test_of_the_file(self, tmp_path: Path) -> None:
        written(EXAMPLE, tmp_path)
        (tmp_path / "data.json").write_bytes((tmp_path / "data.json").read_bytes() + b"\n")
        report = frictionless.validate(tmp_path / DESCRIPTOR)
        assert {kind for (kind,) in report.flatten(["type"])} == {"hash-count", "byte-count"} or not report.valid

    @pytest.mark.parametrize(
        ("key", "value"), [("resources", [{"wrong": True}]), ("licenses", [{"wrong": True}]), ("contributors", "me")]
    )
    def test_of_the_descriptor(self, key: str, value: object, tmp_path: Path) -> None:
        made = described(DESCRIPTOR, written(EXAMPLE, tmp_path))
        made[key] = value
        (tmp_path / DESCRIPTOR).write_text(json.dumps(made), encoding="utf-8")
        assert not frictionless.validate(tmp_path / DESCRIPTOR).valid

    @pytest.mark.slow
    def test_of_the_croissant(self, tmp_path: Path) -> None:
        made = described(CROISSANT, written(EXAMPLE, tmp_path))
        made["recordSet"][0]["field"][0]["source"]["fileObject"]["@id"] = "nothing"
        (tmp_path / CROISSANT).write_text(json.dumps(made), encoding="utf-8")
        with pytest.raises(reference_implementation().ValidationError):
            croissant_of(tmp_path)


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.parametrize("collection", [name for name, cls in COLLECTIONS.items() if EXAMPLE.of_type(cls)])
@pytest.mark.slow
def test_croissant_loads_the_records_of_each_type(collection: str) -> None:
    rows = list(croissant_of(BUNDLED).records(collection))
    records = EXAMPLE.of_type(COLLECTIONS[collection])
    assert len(rows) == len(records)
    for row, record in zip(rows, records, strict=True):
        for key, value in row.items():
            expected = getattr(record, key.removeprefix(f"{collection}/"))
            assert value.decode() == (expected if isinstance(expected, str) else expected.value)


class TestTheDescriptor:
    def test_size_and_hash_are_those_of_the_file(self) -> None:
        data = b"Whatever stands in it."
        (resource,) = descriptor(EXAMPLE, data, file="x.json")["resources"]
        assert (resource["path"], resource["bytes"]) == ("x.json", len(data))
        assert resource["hash"] == f"sha256:{hashlib.sha256(data).hexdigest()}"

    def test_counts_are_those_of_the_records(self) -> None:
        counts = descriptor(EXAMPLE, b"", file="x.json")["counts"]
        assert counts.pop("quotes") == sum(len(statement.quotes) for statement in EXAMPLE.of_type(Statement))
        assert counts == {name: len(EXAMPLE.of_type(cls)) for name, cls in COLLECTIONS.items() if EXAMPLE.of_type(cls)}

    def test_every_source_has_what_identifies_a_copy_of_its_text(self) -> None:
        sources = descriptor(EXAMPLE, b"", file="x.json")["sources"]
        assert [(s["id"], s["sha256"], s["length"]) for s in sources] == [
            (source.id, source.sha256, source.length) for source in EXAMPLE.of_type(Source)
        ]

    def test_what_the_header_says(self) -> None:
        made = descriptor(FULL, b"", file="x.json")
        assert made["name"] == "tolls"
        assert made["created"] == "2031-05-16T00:00:00Z"
        assert made["homepage"] == "https://example.org/tolls"
        assert made["keywords"] == ["tolls", "bridges"]
        assert made["licenses"] == [{"name": "MIT-OR-CC-BY-4.0", "title": "MIT OR CC-BY-4.0"}]
        assert [person["title"] for person in made["contributors"]] == ["Ida Marsh", "Oda Brink"]
        assert made["sources"] == [
            {"title": "No toll | for now", "path": "https://example.org/no-toll", "id": "harbour-post"}
        ]
        assert made["limits"][-1] == "One article."

    def test_a_month_is_no_moment_of_creation(self) -> None:
        dataset = Dataset(extra={"package": {"published": "2031-05"}})
        assert "created" not in descriptor(dataset, b"", file="x.json")
        assert croissant(dataset, b"", file="x.json")["datePublished"] == "2031-05"

    def test_what_is_not_known_is_left_out(self) -> None:
        assert descriptor(BARE, b"", file="x.json").keys() == {"$schema", "name", "counts", "limits", "resources"}

    @each_case(
        ("package", "message"),
        [
            ("tolls", "extra.package: expected"),
            ({"creators": "Ida Marsh"}, "extra.package.creators: expected"),
            (
                {"keyword": ["tolls"]},
                "extra.package.keyword: expected a field of PackageAbout, found 'keyword'; did you mean",
            ),
            ({"published": "in May"}, "extra.package.published: expected"),
            ({"limits": [" "]}, "extra.package.limits[0]: expected text"),
        ],
    )
    def test_what_cannot_be_said_is_refused(self, package: object, message: str) -> None:
        with pytest.raises(DatasetError) as caught:
            companions(attrs.evolve(FULL, extra={"package": package}), b"", file="x.json")
        assert str(caught.value).startswith(message)

    @each_case(
        ("title", "file", "name"),
        [
            ("Tolls / bridges", "x.json", "tolls-bridges"),
            (None, "My Data.json", "my-data"),
            (None, "data", "data"),
            ("мито", "x.json", "x"),
            ("мито", "мито.json", "dataset"),
        ],
    )
    def test_its_name_is_a_slug(self, title: str | None, file: str, name: str) -> None:
        assert package_name(Dataset(title=title), file) == name

    @given(DATASETS)
    @pytest.mark.slow
    def test_any_dataset_can_be_described(self, dataset: Dataset) -> None:
        data = json_format.dumps(dataset).encode()
        made = companions(dataset, data, file="data.json")
        assert made == companions(dataset, data, file="data.json")
        report = frictionless.Package.validate_descriptor(json.loads(made[DESCRIPTOR]))
        assert report.valid, report.flatten(["type", "message", "note"])
        assert json.loads(made[CROISSANT])["@type"] == "sc:Dataset"


class TestTheCroissant:
    def test_its_terms_are_a_file_of_the_package(self) -> None:
        file = importlib.resources.files("diplo_events.exporters").joinpath(CONTEXT)
        terms = json.loads(file.read_bytes())
        assert terms == croissant(BARE, b"", file="x.json")["@context"]
        names = [term if isinstance(term, str) else term.get("@id", "") for term in terms.values()]
        prefixes = {name.partition(":")[0] for name in names if ":" in name and not name.startswith("http")}
        assert prefixes
        assert prefixes <= terms.keys(), "every prefix that a term uses is declared"

    def test_a_licence_of_one_is_an_address(self) -> None:
        assert croissant(EXAMPLE, b"", file="x.json")["license"] == "https://spdx.org/licenses/CC-BY-4.0.html"
        assert croissant(FULL, b"", file="x.json")["license"] == "MIT OR CC-BY-4.0"

    def test_only_types_that_the_dataset_holds_are_record_sets(self) -> None:
        assert [found["name"] for found in croissant(FULL, b"", file="x.json")["recordSet"]] == ["sources"]
        assert croissant(BARE, b"", file="x.json").get("recordSet") is None


class TestTheReadme:
    def test_it_says_what_people_ask(self) -> None:
        data = json_format.dumps(EXAMPLE).encode()
        text = readme(EXAMPLE, data, file="articles.json")
        for wanted in (
            "- Version: 0.1.0\n- Made by: The diplo-events authors\n- Published: 2026-11-22\n",
            EXAMPLE.title,
            hashlib.sha256(data).hexdigest(),
            "CC-BY-4.0",
            EXAMPLE.citation,
            f"| statements | {len(EXAMPLE.of_type(Statement))} |",
            "claim by somebody",
            "no sample of anything",
            "not part of the package",
            *(source.sha256 for source in EXAMPLE.of_type(Source)),
        ):
            assert wanted
            assert wanted in text

    def test_a_bar_in_a_title_does_not_break_the_table(self) -> None:
        text = readme(FULL, b"", file="x.json")
        (row,) = (line for line in text.splitlines() if "No toll" in line)
        assert row.count("|") == 8

    def test_a_dataset_without_a_header_has_one_too(self) -> None:
        text = readme(BARE, b"", file="x.json")
        assert text.startswith("# x.json\n")
        assert "Licence: none given." in text
        assert "## Sources" not in text


class TestTheBundledFolder:
    @pytest.mark.parametrize("name", [DESCRIPTOR, CROISSANT, README])
    def test_the_description_is_up_to_date(self, name: str) -> None:
        data = (BUNDLED / "articles.json").read_bytes()
        hint = "run diplo-events package src/diplo_events/example_data/articles.json -o src/diplo_events/example_data"
        assert (BUNDLED / name).read_bytes() == companions(EXAMPLE, data, file="articles.json")[name], hint


class TestTheCommand:
    def test_it_writes_a_folder_that_reads_back(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        (tmp_path / "tolls.yaml").write_text("format_version: '1.0'\ntitle: Tolls\n", encoding="utf-8")
        out = tmp_path / "deep" / "release"
        assert cli.main(["package", str(tmp_path / "tolls.yaml"), "-o", str(out)]) == 0
        names = ["tolls.json", CROISSANT, README, DESCRIPTOR]
        assert capsys.readouterr().out.splitlines() == [str(out / name) for name in names]
        assert read(out / "tolls.json") == Dataset(title="Tolls")
        assert sorted(path.name for path in out.iterdir()) == sorted(names)

    def test_a_folder_of_parts_is_a_dataset_and_an_empty_one_is_none(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        parts, out = tmp_path / "tolls", tmp_path / "release"
        parts.mkdir()
        assert cli.main(["package", str(parts), "-o", str(out)]) == 2
        assert "no file in this folder ends in .json .jsonl .yaml .yml" in capsys.readouterr().err
        (parts / "a.yaml").write_text("format_version: '1.0'\ntitle: Tolls\n", encoding="utf-8")
        assert cli.main(["package", str(parts), "-o", str(out)]) == 0
        assert read(out / "tolls.json") == Dataset(title="Tolls")

    @pytest.mark.parametrize("name", ["x.yaml", "deep/x.json", ".."])
    def test_the_name_is_that_of_a_json_file(
        self, name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        arguments = ["package", str(BUNDLED / "articles.json"), "-o", str(tmp_path / "out"), "--name", name]
        assert cli.main(arguments) == 2
        assert capsys.readouterr().err == f"diplo-events: {name}: expected the name of a JSON file, without a folder\n"
        assert not (tmp_path / "out").exists()

    def test_standard_input_has_a_package_name_its_own(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        class Stdin:
            class buffer:  # noqa: N801  (as sys.stdin has it)
                @staticmethod
                def fileno() -> int:
                    raise OSError

                @staticmethod
                def read() -> bytes:
                    return b'{"format_version": "1.0"}'

        monkeypatch.setattr("sys.stdin", Stdin)
        assert cli.main(["package", "-", "-o", str(tmp_path), "--from", "json"]) == 0
        assert re.search(r"dataset\.json", capsys.readouterr().out)
