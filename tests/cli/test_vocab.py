"""The vocabularies on the command line: what they say is what their classes say."""

import csv
import io
import json

import pytest

from diplo_events import ActionKind, Stance, vocab
from diplo_events.cli import main
from diplo_events.cli._commands.vocab import vocabularies
from diplo_events.vocab.codes import CodedTerm
from diplo_events.vocab.speech_acts import SpeechAct

COUNT = sum(len(vocabulary) for vocabulary in vocabularies().values())


def out(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    assert main(["vocab", *words]) == 0
    return capsys.readouterr().out


def test_lists_every_vocabulary_with_its_documentation(capsys: pytest.CaptureFixture[str]) -> None:
    text = " ".join(out(capsys).split())
    every = [SpeechAct, ActionKind, *(getattr(vocab, name) for name in vocab.__all__ if name != "Term")]
    for cls in every:
        assert " ".join((cls.__doc__ or "").partition("\n\n")[0].split()) in text
    assert "stance 5 words, in position.stance" in text


def test_as_data_has_every_word_with_its_codes(capsys: pytest.CaptureFixture[str]) -> None:
    rows = list(csv.DictReader(io.StringIO(out(capsys, "--csv"), newline="")))
    assert len(rows) == COUNT
    by_word = {(row["vocabulary"], row["value"]): row for row in rows}
    for act in SpeechAct:
        row = by_word["speech_act", act.value]
        assert row["meaning"] == act.meaning
        assert (row["cameo"], row["plover"]) == (act.cameo.event or "", act.plover.event or "")


@pytest.mark.parametrize("name", ["stance", "Stance", "STANCE"])
def test_explains_a_vocabulary_word_by_word(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    text = out(capsys, name)
    for stance in Stance:
        assert f"  {stance.value} " in text
        assert stance.meaning in text
    assert f"source: {Stance.AGREE.source}\n" in text


@pytest.mark.parametrize("word", ["reject_meeting", "reject-meeting", "reject meeting"])
def test_explains_a_word_with_its_codes(word: str, capsys: pytest.CaptureFixture[str]) -> None:
    lines = [line.strip() for line in out(capsys, word).splitlines()]
    act = SpeechAct.REJECT_MEETING
    assert lines[:2] == ["reject_meeting  of speech_act, in statement.acts", act.meaning]
    assert f"CAMEO {act.cameo.event}, which covers it exactly" in lines
    assert lines[-1] == "in Python: SpeechAct.REJECT_MEETING"


@pytest.mark.parametrize("code", ["112", "REJECT"])
def test_finds_the_words_of_a_code(code: str, capsys: pytest.CaptureFixture[str]) -> None:
    found = {(row["vocabulary"], row["value"]) for row in json.loads(out(capsys, code, "--json"))}
    assert found == {
        (name, term.value)
        for name, vocabulary in vocabularies().items()
        for term in vocabulary
        if isinstance(term, CodedTerm) and code in (term.cameo.event, term.plover.event)
    }


@pytest.mark.parametrize(
    ("word", "hint"),
    [("stanse", "did you mean 'stance'?"), ("reject_meating", "did you mean 'reject_meeting'?"), ("qqqq", "diplo-ev")],
)
def test_an_unknown_word_is_met_with_what_was_meant(word: str, hint: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["vocab", word]) == 2
    assert f"diplo-events: '{word}' is not known; {hint}" in capsys.readouterr().err
