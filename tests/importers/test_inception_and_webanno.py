"""WebAnno TSV and UIMA CAS: layers of passages, relations and links, proven token by token."""

import zipfile
from pathlib import Path
from typing import Any, Final

import cassis
import pytest

from annotated_text import SHA256, TEXT, adds_up, kept, passages, span, units
from diplo_events import NotReadableError, Source, Statement
from diplo_events.importers import Imported, inception, webanno
from diplo_events.importers._maps import FieldRule, LabelMap, LabelRule

HEADER: Final = """\
#FORMAT=WebAnno TSV 3.2
#T_SP=webanno.custom.Claim|gist|tone
#T_RL=webanno.custom.Link|type|BT_webanno.custom.Claim
"""
RULES: Final = LabelMap(
    labels=(LabelRule(label="Claim", record="statement", fields=(FieldRule(field="summary", attributes=("gist",)),)),)
)
FIRST, SECOND = TEXT.split("\n")


def tokens(*cells: str, number: int = 1, sentence: str = FIRST, unit: Any = units) -> str:
    """Write a sentence with its tokens, and cells for the first of them."""
    lines, place, begin = [], 0, TEXT.index(sentence)
    for index, word in enumerate(sentence.split(" "), start=1):
        start = begin + sentence.index(word, place)
        place = start - begin + len(word)
        own = cells[index - 1] if index <= len(cells) else "_\t_\t_\t_"
        lines.append(f"{number}-{index}\t{unit(start)}-{unit(start + len(word))}\t{word}\t{own}\t\n")
    return f"#Text={sentence}\n{''.join(lines)}"


TABLE: Final = "\n\n".join(
    [
        HEADER,
        tokens(
            "_\t_\t_\t_", r"a\|b[1]|c[2]" + "\t*[1]|firm[2]\t_\t_", "c[2]\tfirm[2]\t_\t_", "solo\t*\tback\t1-2[2_0]"
        ),
        tokens("_\t_\t_\t_", "e\t_\ton|up\t1-4|1-2[1_0]", number=2, sentence=SECOND),
    ]
)


def read(folder: Path, table: str, texts: Path | None = None) -> Imported:
    (folder / "veld.tsv").write_text(table, encoding="utf-8", newline="")
    imported = webanno.read(folder / "veld.tsv", texts=texts, mapping=RULES)
    assert adds_up(imported)
    return imported


def test_layers_become_records_over_several_tokens(tmp_path: Path) -> None:
    imported = read(tmp_path, TABLE)
    assert passages(imported.dataset) == {
        "veld/claim-1": ["Veld."],
        "veld/claim-2": ["Veld. The"],
        "veld/claim-1-4": ["minister"],
        "veld/claim-2-2": ["the"],
    }
    statements = {each.id: each for each in imported.dataset.of_type(Statement)}
    assert statements["veld/claim-1"].summary == "a|b"
    assert statements["veld/claim-2"].extra["annotation"]["attributes"]["tone"] == "firm"
    assert statements["veld/claim-1-4"].open == ("speakers", "acts", "mode")
    (source,) = imported.dataset.of_type(Source)
    assert source.sha256 == SHA256
    assert source.extra["annotated"]["offsets"] == "UTF-16 units"
    links = {(each["from"], each["label"], each["to"]) for each in source.extra["annotated"]["relations"]}
    assert links == {
        ("Claim[2]", "back", "Claim 1-4"),
        ("Claim 1-4", "on", "Claim 2-2"),
        ("Claim[1]", "up", "Claim 2-2"),
    }
    assert list(imported.report.defects) == [
        "the text is put together from the sentences of the file, with line breaks between them"
    ]


def test_the_text_beside_is_the_text(tmp_path: Path) -> None:
    (tmp_path / "t").mkdir()
    (tmp_path / "t" / "veld.txt").write_text(TEXT, encoding="utf-8", newline="")
    imported = read(tmp_path, TABLE, tmp_path / "t")
    assert not imported.report.has_problems
    (tmp_path / "t" / "veld.txt").write_text(TEXT.replace("toll", "TOLL"), encoding="utf-8", newline="")
    refused = read(tmp_path, TABLE, tmp_path / "t").report
    assert refused.refused["no rule of counting explains all passages of the document"] == 1
    assert refused.findings[-1].what == "refused"
    assert any("toll" in str(finding.found) for finding in refused.findings)


def test_offsets_in_code_points_are_recognised(tmp_path: Path) -> None:
    second = tokens("x\t_\t_\t_", number=2, sentence=SECOND, unit=int)
    table = f"{HEADER}\n{tokens(unit=int)}\n{second}"
    imported = read(tmp_path, table)
    assert imported.dataset.of_type(Source)[0].extra["annotated"]["offsets"] == "code points"
    assert list(passages(imported.dataset).values()) == [["and"]]


def test_damaged_lines_are_named(tmp_path: Path) -> None:
    damaged = TABLE + "3-1\t80-84\tleft\t_\n3-2 left\n" + "2-3\t50-55\ttowns\t_\t_\ton\t9-9\t\n"
    imported = read(tmp_path, damaged.replace("50-55\ttowns\t_\t_\t_\t_", "50-55\ttowns\t_\t_\ton\t9-9"))
    assert imported.report.refused["the line has another number of columns than the header says"] == 1
    assert imported.report.refused["the line is damaged"] == 1
    lines = {finding.where.line for finding in imported.report.findings if finding.what == "refused"}
    assert len(lines) >= 2
    (tmp_path / "other.tsv").write_text("a\tb\n", encoding="utf-8")
    with pytest.raises(NotReadableError, match=r"other.tsv:1: expected a first line #FORMAT=WebAnno TSV 3"):
        webanno.read(tmp_path / "other.tsv")


def cas(summary: str) -> cassis.Cas:
    types = cassis.TypeSystem()
    claim = types.create_type("custom.Statement", supertypeName="uima.tcas.Annotation")
    types.create_feature(claim, "summary", "uima.cas.String")
    types.create_feature(claim, "who", "uima.cas.FSArray")
    link = types.create_type("custom.Link", supertypeName="uima.cas.TOP")
    types.create_feature(link, "role", "uima.cas.String")
    types.create_feature(link, "target", "uima.tcas.Annotation")
    relation = types.create_type("custom.Rel", supertypeName="uima.tcas.Annotation")
    with pytest.warns(UserWarning, match="reserved name"):
        types.create_feature(relation, "type", "uima.cas.String")
    types.create_feature(relation, "Governor", "custom.Statement")
    types.create_feature(relation, "Dependent", "custom.Statement")
    named = types.create_type("de.NamedEntity", supertypeName="uima.tcas.Annotation")
    types.create_feature(named, "value", "uima.cas.String")
    sentence = types.create_type("de.Sentence", supertypeName="uima.tcas.Annotation")
    made = cassis.Cas(types)
    made.sofa_string, made.sofa_mime = TEXT, "text/plain"

    def place(words: str) -> dict[str, int]:
        return dict(zip(("begin", "end"), span(words), strict=True))

    brink = named(value="PER", **place("Oda Brink"))
    first, second = claim(summary=summary, **place("no toll")), claim(summary="Two", **place("the towns"))
    first.who = types.get_type("uima.cas.FSArray")(elements=[link(role="speakers", target=brink)])
    made.add_all([brink, first, second, sentence(begin=0, end=3)])
    made.add(relation(type_="before", Governor=first, Dependent=second, **place("the towns")))
    return made


def test_cas_in_both_forms(tmp_path: Path) -> None:
    made = cas("One")
    (tmp_path / "j").mkdir()
    (tmp_path / "j" / "veld.json").write_text(made.to_json(), encoding="utf-8")
    with zipfile.ZipFile(tmp_path / "veld.zip", "w") as archive:
        archive.writestr("veld.xmi", made.to_xmi())
        archive.writestr("TypeSystem.xml", made.typesystem.to_xml())
    for path in (tmp_path / "j", tmp_path / "veld.zip"):
        imported = inception.read(path)
        assert adds_up(imported)
        assert not imported.report.has_problems
        first, second = imported.dataset.of_type(Statement)
        assert sorted(passages(imported.dataset).values()) == [["no toll"], ["the towns"]]
        assert {first.summary: first.speakers, second.summary: second.speakers}["One"] == ("oda-brink",)
        assert [each["label"] for each in kept(imported)] == ["PER"]
        (source,) = imported.dataset.of_type(Source)
        assert source.sha256 == SHA256
        assert [each["label"] for each in source.extra["annotated"]["relations"]] == ["before"]
        assert imported.report.joined["the segmentation of the text by the tool"] == 1


def test_members_of_an_exported_project_are_codings(tmp_path: Path) -> None:
    folder = tmp_path / "annotation" / "veld.txt"
    folder.mkdir(parents=True)
    for name in ("ana", "ben"):
        (folder / f"{name}.json").write_text(cas(name).to_json(), encoding="utf-8")
    imported = inception.read(tmp_path)
    assert adds_up(imported)
    assert list(imported.codings) == ["ana", "ben"]
    assert {each.summary for each in imported.codings["ben"].of_type(Statement)} == {"ben", "Two"}


def test_files_that_are_no_cas_are_named(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text('{"%TYPES": 1}', encoding="utf-8")
    (tmp_path / "b.xmi").write_text("<x>", encoding="utf-8")
    (tmp_path / "c.zip").write_bytes(b"PK no")
    (tmp_path / "d").mkdir()
    (tmp_path / "d" / "e.xmi").write_text("<x", encoding="utf-8")
    (tmp_path / "d" / "TypeSystem.xml").write_text("<y", encoding="utf-8")
    imported = inception.read(tmp_path)
    assert adds_up(imported)
    assert imported.report.refused == {"the file is not a CAS that can be read": 4}
    assert sorted(Path(str(each.where.file)).name for each in imported.report.findings) == [
        "a.json",
        "b.xmi",
        "c.zip",
        "e.xmi",
    ]


def test_an_offset_within_a_character_refuses_the_cas(tmp_path: Path) -> None:
    (tmp_path / "veld.json").write_text(
        cas("One").to_json().replace('"begin": 0,', '"begin": 1,').replace('"begin":0,', '"begin":1,'), encoding="utf-8"
    )
    imported = inception.read(tmp_path)
    assert adds_up(imported)
    assert imported.report.refused == {"the file is not a CAS that can be read": 1}
    assert "offset" in str(imported.report.findings[0].found)
