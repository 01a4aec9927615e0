"""Excel workbooks: everything comes back, and each mistake of a coder has its sheet, row and column."""

import datetime as dt
import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import attrs
import openpyxl
import pytest
from hypothesis import given
from laws import EXAMPLE, same

from diplo_events import (
    Actor,
    ActorKind,
    Dataset,
    DatasetError,
    EventDate,
    FrozenMap,
    Issue,
    NotReadableError,
    Quantity,
    Source,
    SourceKind,
    TerritorialClaim,
    Unit,
    read,
    write,
)
from diplo_events.formats import excel
from diplo_events.schema import COLLECTIONS
from profiles import examples
from shared_datasets import DATASETS

ODD = Actor(
    id="a",
    name="=1+1",
    kind=ActorKind.STATE,
    existed=EventDate.parse("2001-01-01/.."),
    description=' "NA", 007\n\t#N/A _x0041_ \ufffe ',
    identifiers=FrozenMap({"-x": "'-1", "1e5": "TRUE"}),
    extra=FrozenMap({"a": [None, {"b": ""}], "=": 1.0, "big": 2**60}),
)
SMALL = Dataset(records=[ODD], title="=@", extra=FrozenMap({"a": [1, {"b": None}]}))


@pytest.fixture(scope="module")
def data() -> bytes:
    return excel.dumps(SMALL)


@pytest.mark.slow
@examples(4)
@given(dataset=DATASETS)
def test_drawn_datasets_come_back_and_as_the_same_bytes(dataset: Dataset) -> None:
    written = excel.dumps(dataset)
    again = excel.loads(written)
    assert same(again, dataset)
    assert excel.dumps(again) == written


def test_the_bundled_dataset_comes_back_through_a_file(tmp_path: Path) -> None:
    types = [record for cls in COLLECTIONS.values() for record in EXAMPLE.of_type(cls)[:12]]
    part = attrs.evolve(EXAMPLE, records=types, complete=False)
    write(part, tmp_path / "x.xlsx")
    assert same(read(tmp_path / "x.xlsx"), part)


def test_odd_texts_come_back(data: bytes) -> None:
    assert same(excel.loads(data), SMALL)


def test_every_cut_is_refused(data: bytes) -> None:
    for end in range(0, len(data), len(data) // 60):
        with pytest.raises(NotReadableError, match="cut or altered"):
            excel.loads(data[:end], file="x.xlsx")


@pytest.mark.parametrize("name", ["xl/workbook.xml", "[Content_Types].xml"])
def test_a_zip_that_is_no_workbook_is_refused(data: bytes, name: str) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        files = {entry: archive.read(entry) for entry in archive.namelist() if entry != name}
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for entry, content in files.items():
            archive.writestr(entry, content)
    with pytest.raises(NotReadableError, match=r"x: expected an Excel workbook"):
        excel.loads(stream.getvalue(), file="x")


def test_the_parts_are_xml_and_hold_the_texts(data: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = [ET.fromstring(archive.read(name)) for name in archive.namelist()]  # noqa: S314  (our own)
    texts = {node.text for part in parts for node in part.iter() if node.tag.endswith("}t")}
    assert {"=1+1", "2001-01-01/..", "'-1", ' "NA", 007\n\t#N/A _x005F_x0041_ _xFFFE_ '} <= texts
    assert not [node for part in parts for node in part.iter() if node.tag.endswith("}f")]


def test_coders_find_words_to_choose_from_and_a_frozen_row(data: bytes) -> None:
    book = openpyxl.load_workbook(io.BytesIO(data))
    assert book.sheetnames[:2] == ["About", "Vocabularies"]
    assert book["Vocabularies"].sheet_state == "hidden"
    sheet = book["meetings"]
    names = [cell.value for cell in sheet[1]]
    assert sheet.freeze_panes == "A2"
    letter = openpyxl.utils.get_column_letter(names.index("kind") + 1)
    (choice,) = [c for c in sheet.data_validations.dataValidation if f"{letter}2:" in str(c.sqref)]
    cells = book["Vocabularies"][choice.formula1.partition("!")[2].replace("$", "")]
    assert "summit" in {cell.value for row in cells for cell in row}


def typed(data: bytes, change: Callable[[Any], None]) -> bytes:
    """Return a workbook in which a coder typed something."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    change(book)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


ISSUE = ["tolls", "Tolls", "There should be tolls."]


class TestCoding:
    def test_what_a_coder_adds_is_read(self, data: bytes) -> None:
        def change(book: Any) -> None:
            book["issues"].append([])
            book["issues"].append(ISSUE)
            sheet = book["actors"]
            columns = {cell.value: cell.column for cell in sheet[1]}
            for name, value in {"id": "b", "name": "B", "kind": "state", "member_of": "a", "existed": "1991"}.items():
                sheet.cell(3, columns[name]).value = value

        dataset = excel.loads(typed(data, change))
        assert dataset["tolls"] == Issue(id="tolls", label="Tolls", proposition="There should be tolls.")
        assert dataset["b"] == Actor(
            id="b", name="B", kind=ActorKind.STATE, member_of=("a",), existed=EventDate.parse("1991")
        )

    def test_truth_values_that_libreoffice_saved_are_truth_values(self) -> None:
        sources = [
            Source(id=f"s{number}", title="T", kind=SourceKind.NEWS_ARTICLE, excerpt=bool(number)) for number in (0, 1)
        ]
        dataset = Dataset(records=sources)

        def change(book: Any) -> None:
            sheet = book["sources"]
            (column,) = [cell.column for cell in sheet[1] if cell.value == "excerpt"]
            assert [sheet.cell(row, column).value for row in (2, 3)] == [False, True]
            sheet.cell(2, column).value, sheet.cell(3, column).value = "=FALSE()", "=TRUE()"

        assert excel.loads(typed(excel.dumps(dataset), change)) == dataset

    def test_large_numbers_that_libreoffice_saved_with_all_their_digits_are_the_same(self) -> None:
        extent = Quantity(low=3, high=4.38288889593707e16, unit=Unit.COUNT)
        claim = attrs.evolve(EXAMPLE.of_type(TerritorialClaim)[0], extent=extent)
        dataset = Dataset(records=[claim], complete=False)

        def change(book: Any) -> None:
            sheet = book["territorial_claims"]
            (cell,) = [cell for row in sheet.iter_rows() for cell in row if cell.value == 4.38288889593707e16]
            cell.value = 43828888959370700

        assert excel.loads(typed(excel.dumps(dataset), change)) == dataset

    def test_each_mistake_has_its_cell(self) -> None:
        people = [
            Actor(id=letter, name=letter, kind=ActorKind.PERSON, identifiers={"x": "y"}) for letter in "abcdefghi"
        ]
        mistakes = {
            "actors!C2": ("stat", "actors[0].kind: expected a member of ActorKind, found 'stat'; did you mean"),
            "actors!B3": (7, "expected a text for name, found the number 7; format the column as text"),
            "actors!B4": ("=A2", "expected a text for name, found the formula '=A2'; write its value"),
            "actors!B5": (True, "expected a text for name, found a truth value of Excel; format"),
            "actors!B6": ("#REF!", "expected a text for name, found the error #REF!; write a value"),
            "actors!D7": ("k", "actors[5].member_of[0]: expected the id of an actor"),
            "actors!G8": (dt.date(2025, 9, 1), "expected a text for existed, found a date of Excel"),
            "actors!G9": ("1 Sept 2025", "actors[7].existed: expected"),
            "actors!Z1": ("extras", "expected a column of actors, found 'extras'; leave it out"),
            "actors_identifiers!A2": ("k", "expected the id of a row of actors, found 'k'"),
            "actors_names!A2": ("a", "expected"),
            "About!B2": (1.0, "expected a text for format_version, found the number 1"),
        }
        places = {"actors_names!A2": "actors_names!B2"}  # the position is missing

        def change(book: Any) -> None:
            for place, (value, _) in mistakes.items():
                sheet, _, cell = place.partition("!")
                book[sheet][cell].value = value

        with pytest.raises(NotReadableError) as refused:
            excel.loads(typed(excel.dumps(Dataset(records=people)), change), file="x.xlsx")
        found = [str(problem) for problem in refused.value.problems]
        for place, (_, message) in mistakes.items():
            start = f"x.xlsx:{places.get(place, place)}: {message}"
            assert [line for line in found if line.startswith(start)], (start, found)

    def test_all_mistakes_are_listed_at_once(self, data: bytes) -> None:
        def change(book: Any) -> None:
            book["actors"]["B2"].value = 7
            book["issues"].append(["tolls", None, "There should be tolls."])
            book["issues"].merge_cells("A3:B3")
            del book["votes"]
            book.create_sheet("isues")

        with pytest.raises(NotReadableError) as refused:
            excel.loads(typed(data, change), file="x.xlsx")
        places = [str(problem).partition(": ")[0] for problem in refused.value.problems]
        assert {"x.xlsx", "x.xlsx:isues", "x.xlsx:actors!B2", "x.xlsx:issues!A3:B3", "x.xlsx:issues!B2"} <= {*places}
        assert "did you mean 'issues'?" in str(refused.value)


def test_what_a_cell_cannot_hold_is_refused_when_it_is_written() -> None:
    long = attrs.evolve(ODD, description="x" * 32_768)
    with pytest.raises(DatasetError, match=r"a\.description: expected at most 32,767 characters in a cell of Excel"):
        excel.dumps(Dataset(records=[long]))
