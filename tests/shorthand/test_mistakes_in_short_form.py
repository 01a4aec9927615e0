"""Mistakes in an encoding in short form: each is said once, where it was written, with what to write instead."""

import attrs
import pytest

import diplo_events
from diplo_events.coding import check
from diplo_events.coding.anchoring import Text
from diplo_events.formats import json, jsonl
from diplo_events.formats.parts import Part, read_part
from diplo_events.shorthand import ShortParts
from diplo_events.shorthand.fixing import fix
from diplo_events.vocab import Stance
from each_case import each_case

TEXT = Text("elda.txt", "Oda Brink said on Tuesday that there would be no toll.")

GOOD = """
format_version: '1.0'
complete: false
sources:
- {id: elda, title: Toll, kind: news_article, published: 2031-05-15, text: elda.txt}
actors:
- {id: brink, name: Oda Brink, kind: person}
issues:
- {id: toll, label: Toll, proposition: There should be a toll.}
statements:
- passage: Oda Brink … no toll.
  when_as_reported: Tuesday
  speakers: [Oda Brink]
  acts: [reject]
  summary: No toll.
  issues: [Toll]
  stance: disagree
"""


def problems(*texts: str) -> list[str]:
    """List what is wrong with the parts of an encoding, each as path, what was found and hint."""
    parts = [read_part(f"{number}.yaml", data=text.encode()) for number, text in enumerate(texts)]
    found = check(parts, texts={TEXT.sha256: TEXT}, prepare=ShortParts({TEXT.sha256: TEXT})).problems
    return [f"{problem.path}: {problem.found}; {problem.hint}" for problem in found]


def wrong(before: str, after: str) -> list[str]:
    """List what is wrong with the good encoding after a change."""
    assert GOOD.count(before) == 1
    return problems(GOOD.replace(before, after))


def test_the_good_one_has_no_mistake() -> None:
    assert problems(GOOD) == []


@each_case(
    ("before", "after", "path", "meant"),
    [
        ("sources:", "default: {}\nsources:", "default", "defaults"),
        ("- passage:", "- pasage:", "statements[0].pasage", "passage"),
        ("  stance:", "  stanse:", "statements[0].stanse", "stance"),
        ("  acts:", "  calender: julian\n  acts:", "statements[0].calender", "calendar"),
        ("text: elda.txt", "texts: elda.txt", "sources[0].texts", "text"),
    ],
)
def test_a_misspelt_key_of_the_short_form_is_known(before: str, after: str, path: str, meant: str) -> None:
    found = [line for line in wrong(before, after) if line.startswith(f"{path}:")]
    assert [line.partition("; ")[2] for line in found] == [f"did you mean {meant!r}?"]


def test_a_format_without_a_short_form_says_so() -> None:
    with pytest.raises(diplo_events.errors.NotReadableError) as caught:
        json.loads(b'{"format_version": "1.0", "defaults": {}}')
    assert [problem.hint for problem in caught.value.problems] == ["only the short form in YAML has it"]


@each_case("stance", ["yes", "true", "2", "[yes, disagree]"])
def test_a_stance_that_is_none_lists_the_members_where_it_was_written(stance: str) -> None:
    (found,) = wrong("stance: disagree", f"stance: {stance}")
    assert found.startswith("statements[0].stance")
    assert "Stance" not in found.partition(";")[0]
    for member in Stance:
        assert member.value in found


def test_a_misspelt_stance_can_be_corrected_in_place() -> None:
    data = GOOD.replace("stance: disagree", "stance: disagre").encode()
    fixed = fix(data, {TEXT.sha256: TEXT}, file="a.yaml").data.decode()
    assert "stance: disagree" in fixed


@each_case(
    ("words", "field"),
    [("Wednesday", "when"), ("mid-August", "about_when"), ("«среда»", "when"), ("vor 3 Tagen", "when")],
)
def test_time_words_in_the_place_of_a_date_are_told_their_own_field(words: str, field: str) -> None:
    reported = "when_as_reported: Tuesday"
    kept = "" if field == "when" else f"{reported}\n  "
    (found,) = wrong(reported, f"{kept}{field}: {words}")
    assert found.startswith(
        f"statements[0].{field}: '{words}'; write {field}_as_reported: '{words}', and leave {field} out"
    )


@each_case("date", ["4.9.2025", "2025-9-4", "2025/09/04", "2025-13-01"])
def test_a_date_in_figures_is_not_taken_for_time_words(date: str) -> None:
    assert "as_reported" not in "".join(wrong("when_as_reported: Tuesday", f"when: {date}"))


def test_words_in_a_field_that_has_no_words_beside_it_ask_for_a_day() -> None:
    assert any("2025-09-04" in line for line in wrong("published: 2031-05-15", "published: 15 May 2031"))


@each_case(
    ("before", "after", "path"),
    [
        ("kind: person", "kind: persn", "actors[0].kind"),
        ("id: brink", "id: Oda Brink", "actors[0].id"),
        ("name: Oda Brink, kind: person", "name: Oda Brink, kind: person, roles: 3", "actors[0].roles"),
        ("label: Toll,", "label: Toll, broder: x,", "issues[0].broder"),
        ("kind: news_article", "kind: newspaper", "sources[0].kind"),
    ],
)
def test_what_is_wrong_with_a_record_is_not_said_of_those_that_name_it(before: str, after: str, path: str) -> None:
    found = wrong(before, after)
    assert [line.partition(":")[0] for line in found] == [path]


def test_nor_if_it_stands_in_another_part() -> None:
    begin, end = GOOD.index("actors:"), GOOD.index("issues:")
    head = "format_version: '1.0'\ncomplete: false\n"
    others = head + GOOD[begin:end].replace("kind: person", "kind: persn")
    found = problems(others, GOOD[:begin] + GOOD[end:])
    assert [line.partition(":")[0] for line in found] == ["actors[0].kind"]


def test_what_is_wrong_with_a_default_is_said_once_at_the_default() -> None:
    twice = GOOD + "- passage: there would be no toll.\n  speakers: [brink]\n  acts: [reject]\n  summary: None.\n"
    twice = twice.replace("sources:", "defaults:\n  events: {aspects: future}\nsources:").replace(
        "  stance: disagree\n", ""
    )
    (found,) = problems(twice)
    assert found.startswith("defaults.events.aspects: 'future'; put it into a list")


def test_what_a_stance_has_from_its_statement_is_said_of_the_statement_alone() -> None:
    (found,) = wrong("when_as_reported: Tuesday", "when: 31.5.2031")
    assert found.startswith("statements[0].when:")


@pytest.mark.filterwarnings("ignore::diplo_events.errors.NewerFormatWarning")
@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("kind: person", "kind: oracle"),
        ("kind: news_article", "kind: podcast"),
        ("acts: [reject]", "acts: [reject, beg]"),
        ("stance: disagree", "stance: {stance: rather_not}"),
        ("stance: disagree", "stance: {stance: disagree, warmth: 3}"),
        ("passage: Oda Brink … no toll.", "passage: {words: Oda Brink … no toll., section: footnote}"),
        ("passage: Oda Brink … no toll.", "passage: {words: Oda Brink … no toll., tone: soft}"),
        ("sources:", "defaults: {events: {colour: red}}\nsources:"),
        ("sources:", "defaults: {statements: {medium: sky}}\nsources:"),
    ],
)
def test_words_and_fields_of_a_newer_minor_version_are_kept_as_in_full_form(before: str, after: str) -> None:
    assert GOOD.count(before) == 1
    text = GOOD.replace(before, after).replace("'1.0'", "'1.7'").encode()
    (part,) = ShortParts({TEXT.sha256: TEXT})([read_part("a.yaml", data=text)])
    assert part.problems == ()
    assert part.dataset is not None
    new = after.replace(before, "").strip("{}").rpartition(": ")[2].strip("{}[] ").rpartition(", ")[2].split("}")[0]
    assert new in jsonl.dumps(part.dataset)


def test_a_part_that_is_no_yaml_at_all_is_left_to_its_own_message() -> None:
    broken = attrs.evolve(read_part("b.yaml", data=b"a: ["), name="b.yaml")
    assert isinstance(broken, Part)
    parts = [read_part("a.yaml", data=GOOD.encode()), broken]
    full, still = ShortParts({TEXT.sha256: TEXT})(parts)
    assert full.problems == ()
    assert still.problems == broken.problems
