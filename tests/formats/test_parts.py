"""Datasets in several files: put together, with the place of each problem."""

from pathlib import Path

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplo_events import Dataset, DatasetError, Issue, NotReadableError, Problem, load_example
from diplo_events.formats import format_of
from diplo_events.formats import yaml as yaml_format
from diplo_events.formats.parts import LEDGER, Part, located, merge_parts, part_files, read_part
from profiles import examples

HEAD = "format_version: '1.0'\ncomplete: false\n"
ACTORS = HEAD + "actors:\n- {id: a, name: A, kind: state}\n- {id: b, name: B, kind: state, member_of: [c]}\n"
MORE = HEAD + "title: T\nactors:\n- id: c\n  name: C\n  kind: group\n"
EXAMPLE = load_example()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "actors.yaml").write_text(ACTORS)
    (tmp_path / "more.yaml").write_text(MORE)
    return tmp_path


def parts_in(folder: Path) -> list[Part]:
    return [read_part(file) for file in part_files(folder)]


class TestFiles:
    def test_parts_are_files_of_a_known_suffix_but_the_ledger(self, folder: Path) -> None:
        (folder / "notes.txt").write_text("x")
        (folder / "B.JSON").write_text("{}")
        (folder / LEDGER).write_text("same: []\n")
        (folder / "inner.yaml").mkdir()
        assert [file.name for file in part_files(folder)] == ["B.JSON", "actors.yaml", "more.yaml"]

    def test_a_folder_without_parts_is_refused(self, tmp_path: Path) -> None:
        with pytest.raises(NotReadableError, match=r"expected a file that ends in \.json \.jsonl \.yaml \.yml"):
            part_files(tmp_path)

    def test_a_file_of_another_suffix_needs_the_name_of_its_format(self, folder: Path) -> None:
        (folder / "actors.yaml").rename(folder / "actors.txt")
        with pytest.raises(NotReadableError, match="expected a known suffix"):
            read_part(folder / "actors.txt")
        part = read_part(folder / "actors.txt", format="yaml")
        (found,) = located([Problem(path="b.member_of[0]", expected="x", found="y")], [part])
        assert str(found.location) == f"{folder / 'actors.txt'}:5:3"


class TestMerging:
    def test_parts_make_a_whole(self, folder: Path) -> None:
        dataset, problems = merge_parts(parts_in(folder))
        assert problems == ()
        assert (list(dataset), dataset.complete, dataset.title) == (["a", "b", "c"], True, "T")

    def test_one_part_stays_as_it_is(self, folder: Path) -> None:
        dataset, problems = merge_parts([read_part(folder / "actors.yaml")])
        assert problems == ()
        assert not dataset.complete

    def test_no_part_is_an_empty_dataset(self) -> None:
        assert merge_parts([]) == (Dataset(), ())

    def test_what_does_not_fit_together_is_found_in_its_file(self, folder: Path) -> None:
        (folder / "more.yaml").write_text(HEAD + "actors:\n- {id: cc, name: C, kind: group}\n")
        _, (problem,) = merge_parts(parts_in(folder))
        assert str(problem) == (
            f"{folder / 'actors.yaml'}:5:3: b.member_of[0]: expected the id of an actor, found 'c'; did you mean 'cc'?"
        )

    def test_what_does_not_agree_is_found_in_the_later_file(self, folder: Path) -> None:
        (folder / "zoo.yaml").write_text(HEAD + "title: U\nactors:\n- {id: a, name: Other, kind: state}\n")
        _, problems = merge_parts(parts_in(folder))
        assert [str(p).partition(": expected")[0] for p in problems] == [
            f"{folder / 'zoo.yaml'}: title",
            f"{folder / 'zoo.yaml'}:5:3: a.name",
        ]

    def test_what_does_not_agree_hides_nothing_else_of_its_file(self, folder: Path) -> None:
        text = "actors:\n- {id: a, name: Other, kind: state}\n- {id: z, name: Z, kind: group, member_of: [nobody]}\n"
        (folder / "zoo.yaml").write_text(HEAD + text)
        _, problems = merge_parts(parts_in(folder))
        assert [p.path for p in problems] == ["a.name", "z.member_of[0]"]

    def test_every_file_that_cannot_be_read_is_listed(self, folder: Path) -> None:
        for name in ("x.json", "y.jsonl", "z.yaml"):
            (folder / name).write_text("[")
        dataset, problems = merge_parts(parts_in(folder))
        assert {str(p.location).rpartition("/")[2].split(":")[0] for p in problems} == {"x.json", "y.jsonl", "z.yaml"}
        assert len(dataset) == 3

    def test_what_refers_to_a_file_that_cannot_be_read_is_not_missed(self, folder: Path) -> None:
        (folder / "more.yaml").write_text("[")  # the actor `c`, of whom `b` is a member, is in it
        dataset, problems = merge_parts(parts_in(folder))
        assert [problem.expected for problem in problems] == ["well-formed YAML"]
        assert (list(dataset), dataset.complete) == (["a", "b"], False)

    def test_a_record_that_two_parts_have_is_found_in_the_last(self, folder: Path) -> None:
        (folder / "zoo.yaml").write_text(HEAD + "actors:\n- {id: a, name: A, kind: state}\n")
        (problem,) = located([Problem(path="a.name", expected="x", found="y")], parts_in(folder))
        assert str(problem.location) == f"{folder / 'zoo.yaml'}:4:3"

    def test_a_problem_stays_where_it_is_or_without_a_place(self, folder: Path) -> None:
        (folder / "broken.yaml").write_text("[")
        ids = [Issue(id=key, label="L", proposition="P.") for key in ("i", "i.j", "i.jk")]
        (folder / "issues.yaml").write_text(yaml_format.dumps(Dataset(records=ids)))
        paths = ["i.label", "i.j.label", "i.jk", "other.x", ""]
        problems = [Problem(path=path, expected="x", found="y") for path in paths]
        found = list(located(problems, parts_in(folder)))
        assert [p.location.line if p.location else None for p in found] == [4, 5, 6, None, None]
        assert list(located(found, [])) == found

    @pytest.mark.slow
    @examples(10)
    @given(
        st.lists(st.sampled_from(range(3)), min_size=len(EXAMPLE), max_size=len(EXAMPLE)),
        st.sampled_from(["json", "jsonl"]),
    )
    def test_however_a_dataset_is_cut_its_parts_make_it_again(self, places: list[int], name: str) -> None:
        header = {"title": EXAMPLE.title, "version": EXAMPLE.version}
        whole = Dataset(records=EXAMPLE.records, **header)
        cut = [
            Dataset(
                records=[r for r, at in zip(EXAMPLE.records, places, strict=True) if at == i], complete=False, **header
            )
            for i in range(3)
        ]
        module = format_of(f"x.{name}")
        parts = [read_part(f"{i}", format=name, data=module.dumps(part).encode()) for i, part in enumerate(cut)]
        assert merge_parts(parts) == (whole, ())

    def test_places_are_looked_for_once_and_only_where_a_problem_is(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        parts = parts_in(folder)
        parsed: list[str] = []
        places = yaml_format.places

        def counting(data: bytes, *, file: str) -> object:
            parsed.append(Path(file).name)
            return places(data, file=file)

        monkeypatch.setattr(yaml_format, "places", counting)
        (folder / "actors.yaml").unlink()  # nor is a file read again
        found = list(located([Problem(path=path, expected="x", found="y") for path in ("a.name", "b.name")], parts))
        assert [p.location.line if p.location else None for p in found] == [4, 5]
        assert parsed == ["actors.yaml"]


def test_a_part_shows_no_content() -> None:
    part = read_part("a.json", data=b'{"format_version": "1.0"}')
    assert "format_version" not in repr(part)
    assert attrs.evolve(part, name="b.json").dataset == Dataset()
    assert read_part("b.json", data=b"{").dataset is None
    with pytest.raises(DatasetError):
        Dataset(records=[Issue(id="i", label="L", proposition="P.", broader="gone")])
