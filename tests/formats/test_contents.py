"""Files, folders and zips: what `dumps` returned is written as a whole, and only over what the library wrote."""

import io
import json
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplo_events import NotReadableError
from diplo_events.formats.contents import unzipped, write_content, zipped

FILES = st.dictionaries(st.text("abc.", min_size=1, max_size=8), st.binary(max_size=50), max_size=4)


@given(files=FILES)
def test_a_zip_archive_has_the_files_and_always_the_same_bytes(files: dict[str, bytes]) -> None:
    data = zipped(files)
    assert unzipped(data) == files
    assert zipped(unzipped(data)) == data
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        assert {entry.date_time for entry in archive.infolist()} <= {(1980, 1, 1, 0, 0, 0)}


def test_every_cut_of_a_zip_archive_is_refused() -> None:
    data = zipped({"a": b"x" * 100, "b": bytes(range(256))})
    for end in range(len(data)):
        with pytest.raises(NotReadableError, match=r"x\.zip: expected a zip archive"):
            unzipped(data[:end], file="x.zip")


def test_a_zip_archive_with_a_name_twice_is_refused() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("a", "1")
        with pytest.warns(UserWarning, match="Duplicate name"):
            archive.writestr("a", "2")
    with pytest.raises(NotReadableError, match="each file once"):
        unzipped(stream.getvalue())


@pytest.mark.parametrize("content", ["ä", b"\xff", {"a": b"1"}])
def test_texts_bytes_and_folders_are_written(content: str | bytes | dict[str, bytes], tmp_path: Path) -> None:
    write_content(content, tmp_path / "x")
    if isinstance(content, dict):
        assert {path.name: path.read_bytes() for path in (tmp_path / "x").iterdir()} == content
    else:
        assert (tmp_path / "x").read_bytes() in (content, b"\xc3\xa4")


@pytest.mark.parametrize("descriptor", [None, "", "[]", '{"resources": []}', '{"diplo_events": {"format": "none"}}'])
def test_a_folder_that_the_library_did_not_write_is_not_replaced(descriptor: str | None, tmp_path: Path) -> None:
    folder = tmp_path / "x.csv"
    folder.mkdir()
    name = "notes" if descriptor is None else "datapackage.json"
    (folder / name).write_text(descriptor or json.dumps(1), encoding="utf-8")
    with pytest.raises(FileExistsError, match="a folder that this library did not write: nothing was written") as error:
        write_content({"a": b"1"}, folder)
    assert error.value.filename == str(folder)
    assert [path.name for path in folder.iterdir()] == [name]


def test_an_empty_folder_is_replaced_and_a_file_is_not(tmp_path: Path) -> None:
    (tmp_path / "x").mkdir()
    write_content({"a": b"1"}, tmp_path / "x")
    assert (tmp_path / "x" / "a").read_bytes() == b"1"
    (tmp_path / "y").write_bytes(b"mine")
    with pytest.raises(FileExistsError, match="a file, and this format is a folder"):
        write_content({"a": b"1"}, tmp_path / "y")
    assert (tmp_path / "y").read_bytes() == b"mine"
