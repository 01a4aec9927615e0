"""brat: every passage is exact or named, every row is accounted for."""

from pathlib import Path
from typing import Final

import pytest

from annotated_text import SHA256, TEXT, adds_up, kept, passages, span
from diplo_events import Actor, ActorKind, FrozenMap, Source, Statement
from diplo_events.coding import compare_codings
from diplo_events.importers import Imported, brat


def passage(key: str, label: str, *words: str) -> str:
    places = ";".join("{} {}".format(*span(each)) for each in words)
    return f"{key}\t{label} {places}\t{' '.join(words)}\n"


ATTRIBUTION: Final = "".join(
    [
        passage("T1", "Source", "The minister"),
        passage("T2", "Cue", "said"),
        passage("T3", "Content", "“no toll”"),
        passage("T4", "Attribution", "said"),
        "E1\tAttribution:T4 Source:T1 Cue:T2 Content:T3\n",
    ]
)


def read(folder: Path, rows: str, text: str | None = TEXT, name: str = "veld.ann") -> Imported:
    if text is not None:
        (folder / "veld.txt").write_text(text, encoding="utf-8", newline="")
    (folder / name).write_text(rows, encoding="utf-8", newline="")
    imported = brat.read(folder)
    assert adds_up(imported)
    return imported


def test_an_attribution_is_a_statement_with_its_quote_and_all_else_open(tmp_path: Path) -> None:
    imported = read(tmp_path, ATTRIBUTION)
    (statement,) = imported.dataset.of_type(Statement)
    assert passages(imported.dataset) == {"veld/e1": ["The minister", "said", "“no toll”"]}
    assert [quote.text for quote in statement.quotes] == ["no toll"]
    assert statement.speakers == ("the-minister",)
    assert statement.open == ("acts", "mode", "summary")
    assert statement.extra["annotation"]["roles"]["Cue"] == ("T2",)
    (source,) = imported.dataset.of_type(Source)
    assert (source.sha256, source.length) == (SHA256, len(TEXT))
    assert source.extra["annotated"]["offsets"] == "code points"
    assert imported.report.made == 2  # the text and the event
    assert imported.report.joined == {"a part of the record of another annotation": 4}


def test_what_is_said_of_rows_goes_with_them(tmp_path: Path) -> None:
    rows = [
        ATTRIBUTION,
        passage("T5", "Person", "Oda Brink"),
        passage("T6", "Odd", "agreed.", "left"),
        "A1\tNegated E1\n",
        "M1\tSure E1 very\n",
        "N1\tReference T5 Wikidata:Q42\tOda Brink\n",
        "#1\tAnnotatorNotes T6\tLook again.\n",
        "R1\tknows Arg1:T5 Arg2:T1\n",
        "*\tEquiv T1 T5\n",
    ]
    imported = read(tmp_path, "".join(rows))
    (statement,) = imported.dataset.of_type(Statement)
    assert statement.extra["annotation"]["attributes"] == FrozenMap({"Negated": True, "Sure": "very"})
    brink = imported.dataset["oda-brink"]
    assert isinstance(brink, Actor)
    assert (brink.kind, brink.names[0].sources) == (ActorKind.PERSON, ("veld",))
    odd = next(each for each in kept(imported) if each["id"] == "T6")
    assert odd["spans"] == (span("agreed."), span("left"))
    assert odd["attributes"] == FrozenMap({"AnnotatorNotes": "Look again."})
    links = imported.dataset.of_type(Source)[0].extra["annotated"]["relations"]
    assert [(each["label"], each["from"], each["to"]) for each in links] == [
        ("knows", "T5", "T1"),
        ("Equiv", "T1", "T5"),
    ]
    assert imported.report.rows == 1 + 5 + 8
    assert not imported.report.has_problems


DAMAGED: Final = {
    "T9\tPerson 0\n": "the line is damaged",
    "T9 Person 0 1 x\n": "the line is damaged",
    "E9\tAttribution\n": "the line is damaged",
    "E9\tAttribution:T77\n": "it is about a row that is not there",
    "R9\tknows Arg1:T1\n": "the line is damaged",
    "R9\tknows Arg1:T1 Arg2:T77\n": "it leads to an annotation that is not there",
    "*\t\n": "the line is damaged",
    "A9\tNegated T77\n": "it is about a row that is not there",
    "T1\tPerson 0 1\t🙂\n": "its id is that of another row",
    "T9\tPerson 3 3\t\n": "its passage is empty",
    "\x00\ufffd?\n": "the line is damaged",
}


@pytest.mark.parametrize("row", DAMAGED)
def test_a_damaged_row_is_refused_with_its_line_and_the_rest_is_read(tmp_path: Path, row: str) -> None:
    imported = read(tmp_path, ATTRIBUTION + row)
    assert imported.report.refused == {DAMAGED[row]: 1}
    (finding,) = [each for each in imported.report.findings if each.what == "refused"]
    assert (finding.where.file, finding.where.line) == (str(tmp_path / "veld.ann"), 6)
    assert len(imported.dataset.of_type(Statement)) == 1


def test_one_wrong_passage_refuses_the_document_and_is_named(tmp_path: Path) -> None:
    imported = read(tmp_path, ATTRIBUTION + "T5\tPerson 8 20\tThe ministry\n")
    assert len(imported.dataset) == 0
    assert imported.report.refused == {
        "no rule of counting explains all passages of the document": 1,
        "its words do not stand where its offsets say": 1,
        "its document is refused": 5,
    }
    counts, named = (
        next(each for each in imported.report.findings if each.why == why) for why in list(imported.report.refused)[:2]
    )
    assert str(counts.found).startswith("veld: of 6 passages: code points 5, UTF-16 units 0")
    assert named.where.line == 6
    assert "T5" in str(named.found)
    assert "'The minister'" in str(named.found)


def test_a_line_break_within_the_words_is_a_defect_and_no_end(tmp_path: Path) -> None:
    start, end = span("“no toll”,\nand")
    imported = read(tmp_path, f"T1\tOdd {start} {end}\t“no toll”,\nand\nT2\tOdd 0 1\t🙂\n")
    assert [each["spans"] for each in kept(imported)] == [((start, end),), ((0, 1),)]
    assert imported.report.defects == {"a line break within the words of a passage": 1}
    blank = read(tmp_path, f"T1\tOdd {start} {end}\t“no toll”, and\n")
    assert [each["spans"] for each in kept(blank)] == [((start, end),)]


def test_without_its_text_or_in_another_encoding_a_document_is_refused(tmp_path: Path) -> None:
    imported = read(tmp_path, ATTRIBUTION, text=None)
    assert imported.report.refused == {"the text of its document is not at hand": 1, "its document is refused": 5}
    (tmp_path / "veld.txt").write_bytes(TEXT.encode("utf-16"))
    refused = brat.read(tmp_path).report.refused
    assert refused == {"the text of its document is not UTF-8": 1, "its document is refused": 5}


def test_files_of_several_annotators_are_codings_that_can_be_compared(tmp_path: Path) -> None:
    (tmp_path / "ann").mkdir()
    texts = tmp_path / "texts"
    texts.mkdir()
    (texts / "veld.txt").write_text(TEXT, encoding="utf-8", newline="")
    (tmp_path / "ann" / "veld_ana.ann").write_text(ATTRIBUTION, encoding="utf-8")
    other = ATTRIBUTION.replace(passage("T1", "Source", "The minister"), passage("T1", "Source", "minister"))
    (tmp_path / "ann" / "veld_ben.ann").write_text(other, encoding="utf-8")
    imported = brat.read(tmp_path / "ann", texts=texts)
    assert adds_up(imported)
    assert list(imported.codings) == ["ana", "ben"]
    (statements,) = [each for each in compare_codings(*imported.codings.values()).types if each.type is Statement]
    assert [(first.id, second.id) for first, second in statements.matched] == [("veld/ana/e1", "veld/ben/e1")]
    speakers = next(each for each in statements.variables if each.name == "speakers")
    assert (speakers.units, speakers.agreed) == (1, 0)


def test_one_wrong_passage_refuses_only_the_coding_that_has_it(tmp_path: Path) -> None:
    (tmp_path / "veld.txt").write_text(TEXT, encoding="utf-8", newline="")
    (tmp_path / "veld_ana.ann").write_text(ATTRIBUTION, encoding="utf-8")
    wrong = f"{ATTRIBUTION}T5\tOdd 0 4\tElda\nR1\tof Arg1:T5 Arg2:T1\n"
    (tmp_path / "veld_ben.ann").write_text(wrong, encoding="utf-8")
    imported = brat.read(tmp_path)
    assert adds_up(imported)
    assert passages(imported.dataset) == {"veld/ana/e1": ["The minister", "said", "“no toll”"]}
    assert imported.report.refused == {
        "its words do not stand where its offsets say": 1,
        "its document is refused": 6,
    }
    (defect, _) = imported.report.defects
    assert defect == "no rule of counting explains all passages of one annotator, whose coding is refused"
