"""A pipeline beside the rules: what only it found is proposed and marked, and nothing else changes."""

import builtins
import sys
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

from diplo_events import Actor, Dataset, MissingExtraError, Place, Statement
from diplo_events.cli import main
from diplo_events.drafting import draft
from diplo_events.drafting.pipelines import load_pipeline
from diplo_events.errors import ArgumentError

TEXT = "Rain\n\nMinister Ana Reis said in Veld that Siemens and the Skerry Trust left. Rain pleased Brisk and Norway."


def reader(**labels: str) -> Any:
    """Return a pipeline that finds some names wherever they stand first."""

    def read(text: str) -> Any:
        found = [(name.replace("_", " "), label) for name, label in labels.items()]
        return SimpleNamespace(
            ents=[
                SimpleNamespace(
                    text=name, label_=label, start_char=text.index(name), end_char=text.index(name) + len(name)
                )
                for name, label in found
                if name in text
            ]
        )

    return read


def rules(dataset: Dataset) -> dict[str, str]:
    """Return the rule of each actor and place that a pipeline found."""
    records = (*dataset.of_type(Actor), *dataset.of_type(Place))
    found = {record.name: record.extra.get("draft", {}).get("rule", "") for record in records}
    return {name: rule for name, rule in found.items() if "spacy" in rule}


def test_names_that_only_a_pipeline_found_are_proposed_and_marked() -> None:
    pipeline = reader(
        Siemens="ORG", the_Skerry_Trust="ORG", Brisk="PERSON", Veld="GPE", Norway="GPE", Ana_Reis="PERSON"
    )
    dataset = draft(TEXT, source="a1", pipeline=pipeline)
    assert rules(dataset) == {
        "Siemens": "spacy-org",
        "Brisk": "spacy-person",
        "Veld": "place-spacy-gpe",
    }
    places = dataset["a1"].extra["places"]
    assert [(TEXT[mark["start"] : mark["end"]], mark["place"]) for mark in places] == [("Veld", "place/veld")]


def test_it_changes_nothing_that_the_rules_found() -> None:
    pipeline = reader(Siemens="ORG", Veld="GPE", Ana_Reis="ORG", Norway="PERSON", Rain="EVENT")
    plain, more = draft(TEXT, source="a1"), draft(TEXT, source="a1", pipeline=pipeline)
    for record in plain.records:
        if record.id != "a1" and not isinstance(record, Statement):
            assert more[record.id] == record
    for mine, theirs in zip(plain.of_type(Statement), more.of_type(Statement), strict=True):
        assert (mine.speakers, mine.acts, mine.place, mine.spans) == (
            theirs.speakers,
            theirs.acts,
            theirs.place,
            theirs.spans,
        )
    assert [record.place for record in more.of_type(Statement)] == [None]


def test_a_wrong_offset_is_refused() -> None:
    def read(_: str) -> Any:
        return SimpleNamespace(ents=[SimpleNamespace(text="Veld", label_="GPE", start_char=0, end_char=4)])

    with pytest.raises(ArgumentError, match="expected 'Veld' at 0 to 4, found 'Rain'"):
        draft(TEXT, source="a1", pipeline=read)


def test_without_the_extra_the_error_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    original = builtins.__import__

    def refuse(name: str, *rest: Any) -> Any:
        if name == "spacy":
            raise ImportError(name)
        return original(name, *rest)

    monkeypatch.setattr(builtins, "__import__", refuse)
    with pytest.raises(MissingExtraError, match=r"needs the extra 'spacy': pip install 'diplo-events\[spacy\]'"):
        load_pipeline("en_core_web_sm")


def test_a_pipeline_that_is_not_installed_is_named(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    def load(name: str) -> Any:
        if name == "none":
            raise OSError(name)
        return reader(Siemens="ORG")

    spacy = ModuleType("spacy")
    spacy.load = load
    monkeypatch.setitem(sys.modules, "spacy", spacy)
    text, output = tmp_path / "a1.txt", tmp_path / "draft.json"
    text.write_text(TEXT, encoding="utf-8")
    assert main(["draft", str(text), "-o", str(output), "--spacy", "none"]) == 2
    assert "found 'none'; type: python -m spacy download none" in capsys.readouterr().err
    assert main(["draft", str(text), "-o", str(output), "--spacy", "mine"]) == 0
    assert '"spacy-org"' in output.read_text(encoding="utf-8")
