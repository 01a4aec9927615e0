"""`check` does for users of the library what the command does: all problems with their places, and the coverage."""

import json
from pathlib import Path

import attrs
import pytest

from diplo_events import Dataset, EventDate, NotReadableError, load_example, read
from diplo_events.cli import main
from diplo_events.coding import CheckResult, anchoring, check, coverage, read_texts
from diplo_events.formats import yaml as yaml_format
from diplo_events.formats.parts import LEDGER, read_part
from diplo_events.model import EventRecord
from each_case import each_case

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
EXAMPLE = load_example()
HEAD = "format_version: '1.0'\ncomplete: false\n"
ACTORS = HEAD + "actors:\n- {id: a, name: A, kind: state}\n- {id: b, name: B, kind: state, member_of: [c]}\n"
MORE = HEAD + "title: T\nactors:\n- id: c\n  name: C\n  kind: group\n"
TEXT = "It was said. Nobody asked.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Make a folder of two parts."""
    parts = tmp_path / "parts"
    parts.mkdir()
    (parts / "actors.yaml").write_text(ACTORS)
    (parts / "more.yaml").write_text(MORE)
    return parts


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    """Make a folder with the text of `encoding`."""
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "a.txt").write_text(TEXT)
    return folder


@pytest.fixture
def encoding(tmp_path: Path, texts: Path) -> Path:
    """Write an encoding of a text with a sentence that nobody coded, and a date that no time word supports."""
    (text,) = read_texts(texts).values()
    path = tmp_path / "encoding.yaml"
    path.write_text(
        f"""format_version: '1.0'
sources:
- {{id: a, title: A, kind: news_article, published: 2025-09-03, sha256: {text.sha256}, length: {len(TEXT)}}}
actors:
- {{id: w, name: W, kind: media}}
statements:
- id: a/s1
  source: a
  spans: [{{start: 0, end: 12}}]
  when: 2025-09-01
  speakers: [w]
  acts: [state]
  mode: indirect
  summary: It was said.
"""
    )
    return path


def lines(result: CheckResult) -> list[str]:
    return [str(problem) for problem in result.problems]


class TestWhatIsChecked:
    def test_the_seeds_have_no_problem_and_are_the_bundled_dataset(self) -> None:
        assert check(SEEDS) == CheckResult(
            dataset=EXAMPLE, problems=(), coverage=(), complete=True, notes=(f"{SEEDS}: not read: double-coding/",)
        )

    def test_a_file_has_the_places_of_its_problems(self, encoding: Path, texts: Path) -> None:
        result = check(encoding, texts=texts)
        assert [line.partition(": expected")[0] for line in lines(result)] == [
            f"{encoding}:7:3: a/s1.when",
            f"{encoding}:3:3: a",
        ]
        assert result.coverage == (coverage(result.dataset, result.dataset.get("a"), TEXT),)
        assert (result.coverage[0].sentences, result.coverage[0].uncovered) == (2, ((13, 26),))

    def test_a_dataset_has_the_same_problems_without_places(self, encoding: Path, texts: Path) -> None:
        of_file, of_dataset = check(encoding, texts=texts), check(read(encoding), texts=read_texts(texts))
        assert of_dataset == attrs.evolve(
            of_file, problems=tuple(attrs.evolve(problem, location=None) for problem in of_file.problems)
        )

    def test_without_texts_they_are_not_looked_at(self, encoding: Path) -> None:
        result = check(encoding)
        assert [problem.path for problem in result.problems] == ["a/s1.when"]
        assert (result.coverage, result.complete) == ((), True)

    def test_texts_that_cannot_be_read_are_problems(self, encoding: Path, texts: Path) -> None:
        (texts / "b.txt").write_bytes(b"\xff")
        result = check(encoding, texts=texts)
        assert [problem.expected for problem in result.problems][:1] == ["UTF-8"]
        assert (len(result.problems), result.coverage, result.complete) == (2, (), True)

    def test_parts_that_do_not_fit_are_not_checked_further(self, folder: Path) -> None:
        (folder / "more.yaml").write_text(HEAD + "actors:\n- {id: cc, name: C, kind: group}\n")
        result = check(folder)
        assert lines(result) == [
            f"{folder / 'actors.yaml'}:5:3: b.member_of[0]: expected the id of an actor, found 'c'; did you mean 'cc'?"
        ]
        assert not result.complete
        assert len(result.dataset) == 3

    def test_several_paths_are_put_together(self, folder: Path) -> None:
        paths = [str(folder / "actors.yaml"), folder / "more.yaml"]
        assert check(paths) == check(folder)
        assert check([read_part(path) for path in paths]) == check(folder)
        assert list(check(folder).dataset) == ["a", "b", "c"]

    def test_a_file_of_another_suffix_needs_the_name_of_its_format(self, encoding: Path) -> None:
        renamed = encoding.rename(encoding.with_suffix(".txt"))
        with pytest.raises(NotReadableError, match=r"expected a known suffix, found '\.txt'"):
            check(renamed)
        assert [problem.path for problem in check(renamed, format="yaml").problems] == ["a/s1.when"]

    @each_case(
        ("text", "start"),
        [
            (b"same: 3\n", "1:1: same: expected a list"),
            (b"different:\n- {members: [zz], because: B.}\n", "different[0]: expected the id of an event record"),
            (b"a: [", "1:5: expected well-formed YAML"),
            (b"\xff", "1:1: expected UTF-8"),
        ],
    )
    def test_a_ledger_that_is_wrong_is_listed(self, folder: Path, text: bytes, start: str) -> None:
        (folder / LEDGER).write_bytes(text)
        (line,) = [line for line in lines(check(folder)) if start in line]
        assert line.startswith(str(folder / LEDGER)) == ("different" not in line)


class TestHow:
    def test_the_command_prints_what_it_returns(
        self, encoding: Path, texts: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        result = check(encoding, texts=texts)
        assert main(["check", str(encoding), "--texts", str(texts), "--json"]) == 1
        assert json.loads(capsys.readouterr().out) == json.loads(
            json.dumps(
                {
                    "records": len(result.dataset),
                    "problems": [attrs.asdict(problem) for problem in result.problems],
                    "warnings": [attrs.asdict(warning) for warning in result.warnings],
                    "open": [],
                    "notes": list(result.notes),
                    "coverage": [attrs.asdict(line) for line in result.coverage],
                }
            )
        )

    def test_each_text_is_split_and_each_file_parsed_once(
        self, encoding: Path, texts: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        calls: list[str] = []

        def counted(name: str, function: object) -> object:
            def counting(*arguments: object, **options: object) -> object:
                calls.append(name)
                return function(*arguments, **options)

            return counting

        monkeypatch.setattr(anchoring, "coverage", counted("coverage", anchoring.coverage))
        monkeypatch.setattr(yaml_format, "places", counted("places", yaml_format.places))
        monkeypatch.setattr(Path, "open", counted("read", Path.open))
        assert len(check(encoding, texts=texts).problems) == 2
        assert sorted(calls) == ["coverage", "places", "read", "read"]  # the encoding and the text

    def test_nothing_is_changed_by_being_checked(self) -> None:
        copy = attrs.evolve(EXAMPLE)
        assert check(EXAMPLE).dataset is EXAMPLE
        assert copy == EXAMPLE

    def test_what_breaks_a_rule_is_found_in_a_dataset_in_memory(self) -> None:
        record = next(r for r in EXAMPLE.records if isinstance(r, EventRecord) and r.when and not r.note and r.spans)
        wrong = EXAMPLE.with_records(attrs.evolve(record, when=EventDate.parse("1999-01-01")))
        assert isinstance(wrong, Dataset)
        assert {problem.path for problem in check(wrong).problems} >= {f"{record.id}.when"}
