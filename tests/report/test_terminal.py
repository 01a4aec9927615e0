"""What a person at a terminal gets to read."""

import itertools
import json
import re
from collections.abc import Iterator

import attrs
import pytest

from diplo_events import (
    Action,
    Actor,
    ActorKind,
    Dataset,
    FrozenMap,
    Issue,
    Meeting,
    MeetingKind,
    MeetingStatus,
    Position,
    Quantity,
    QueryError,
    Source,
    SourceKind,
    Statement,
    TerritorialClaim,
    Unit,
    Vote,
    load_example,
)
from diplo_events.report import PLAIN, Style, brief, describe
from diplo_events.report.field_words import quantity_line
from diplo_events.report.lines import line_text
from diplo_events.report.terminal import BARS, wrapped
from diplo_events.vocab import Stance
from each_case import each_case

EXAMPLE = load_example()
COLOURS = re.compile("\x1b\\[[0-9;]*m")


def bracketed(lines: list[str]) -> Iterator[str]:
    for line in lines:
        yield from re.findall(r"\[([a-z0-9./_-]+)\]$", COLOURS.sub("", line))


class TestTheBrief:
    def test_shows_each_record_that_is_no_repeat_once(self) -> None:
        taken = {position.issue for position in EXAMPLE.of_type(Position)}
        expected = [r.id for r in EXAMPLE.of_type(Source)]
        for cls in (Statement, Action, Meeting, Vote, TerritorialClaim):
            expected += [r.id for r in EXAMPLE.of_type(cls) if r.restates is None]
        expected += [r.id for r in EXAMPLE.of_type(Position) if r.issue in taken]
        assert sorted(bracketed(list(brief(EXAMPLE)))) == sorted(expected)

    def test_counts_the_repeats(self) -> None:
        text = "\n".join(brief(EXAMPLE))
        assert sum(int(n) for n in re.findall(r"\(and (\d+) repeats\)", text)) == sum(
            getattr(r, "restates", None) is not None for r in EXAMPLE.records if not isinstance(r, Position)
        )

    def test_quotes_word_for_word_on_one_line_or_several(self) -> None:
        text = re.sub(r"\s+", " ", "\n".join(brief(EXAMPLE)))
        for statement in EXAMPLE.of_type(Statement):
            if statement.restates is None:
                for quote in statement.quotes:
                    assert f"“{' '.join(quote.text.split())}”" in text

    def test_of_nothing_is_short(self) -> None:
        assert list(brief(Dataset())) == ["A dataset without a title", "Dataset: no records"]

    def test_of_sources_alone_has_no_empty_headings(self) -> None:
        source = Source(id="x", title="T", kind=SourceKind.NEWS_ARTICLE)
        lines = list(brief(Dataset(records=[source], title="Mine", description="D")))
        assert lines == ["Mine", "D", "Dataset 'Mine': 1 source", "", "SOURCES", "  T", "    unknown outlet  [x]"]

    def test_of_a_meeting_may_say_no_more_than_that_it_was(self) -> None:
        source = Source(id="x", title="T", kind=SourceKind.NEWS_ARTICLE)
        meeting = Meeting(id="m", source="x", title="Talks", kind=MeetingKind.TALKS, status=MeetingStatus.HELD)
        lines = list(brief(Dataset(records=[source, meeting])))
        assert lines[-3:] == ["  Talks: held", "    nobody is named", "    no date  [m]"]

    def test_colours_change_nothing_but_colours(self) -> None:
        coloured = list(brief(EXAMPLE, style=attrs.evolve(Style.terminal(), width=PLAIN.width)))
        assert [COLOURS.sub("", line) for line in coloured] == list(brief(EXAMPLE))
        assert any(COLOURS.search(line) for line in coloured)
        assert not any(COLOURS.search(line) for line in brief(EXAMPLE))

    @pytest.mark.parametrize("width", [60, 100, 120])
    def test_wrapped_text_keeps_to_the_width(self, width: int) -> None:
        text = " ".join(s.summary for s in EXAMPLE.of_type(Statement))
        lines = wrapped(text, Style(width=width), first="    ", rest="  ")
        assert max(map(len, lines)) <= width
        assert " ".join(" ".join(lines).split()) == " ".join(text.split())

    def test_under_an_issue_those_against_come_first_and_those_for_last(self) -> None:
        shown = [EXAMPLE[key] for key in bracketed(list(brief(EXAMPLE)))]
        positions = [record for record in shown if isinstance(record, Position)]
        issues = list(dict.fromkeys(position.issue for position in positions))
        numbers = [[p.stance.number for p in positions if p.issue == issue] for issue in issues]
        assert numbers == [sorted(of_issue) for of_issue in numbers]
        assert any(len(set(of_issue)) > 1 for of_issue in numbers)
        assert issues == [issue for issue, _ in itertools.groupby(position.issue for position in positions)]

    def test_what_a_source_reports_comes_in_the_order_of_its_text(self) -> None:
        shown = [EXAMPLE[key] for key in bracketed(list(brief(EXAMPLE)))]
        out_of_order = set()
        for kind in (Statement, Meeting, TerritorialClaim):
            places = [(r.source, [(span.start, span.end) for span in r.spans]) for r in shown if isinstance(r, kind)]
            assert places == sorted(places)
            ids = [record.id for record in shown if isinstance(record, kind)]
            out_of_order |= {kind} if ids != sorted(ids) else set()
        assert {Statement, Meeting} <= out_of_order  # so that their order shows something

    def test_every_stance_has_a_bar_of_its_own(self) -> None:
        assert BARS.keys() == set(Stance)
        assert len(set(BARS.values())) == len(Stance)


class TestAnExtent:
    @pytest.mark.parametrize(
        ("low", "high", "unit", "of", "text"),
        [
            (0.19, 0.21, Unit.SHARE, "Ukraine", "19–21 % of Ukraine"),
            (0.2, 0.2, Unit.SHARE, None, "20 %"),
            (1000, 2000.5, Unit.SQUARE_KILOMETRES, None, "1000–2000.5 km²"),
            (4, 4, Unit.COUNT, "regions", "4 regions"),
            (4, 5, Unit.COUNT, None, "4–5"),
        ],
    )
    def test_is_a_range_with_its_unit(self, low: float, high: float, unit: Unit, of: str | None, text: str) -> None:
        assert line_text(quantity_line(Quantity(low=low, high=high, unit=unit, of=of))) == text

    @pytest.mark.parametrize("number", [1234567, 1234567.25, 603628, 0.5])
    def test_large_numbers_are_not_rounded(self, number: float) -> None:
        assert (
            line_text(quantity_line(Quantity(low=number, high=number, unit=Unit.SQUARE_KILOMETRES))) == f"{number} km²"
        )


class TestDescribe:
    @each_case("key", sorted(EXAMPLE))
    def test_tells_every_field_that_is_filled(self, key: str) -> None:
        record = EXAMPLE[key]
        lines = list(describe(EXAMPLE, key))
        assert lines[0] == f"{type(record).__name__} {key}"
        labels = {line.partition(":")[0] for line in lines[1:] if not line.startswith(" ")}
        filled = set()
        for field in attrs.fields(type(record)):
            value = getattr(record, field.name)
            if (
                field.name != "id"
                and value is not None
                and value is not False
                and value not in ((), frozenset(), FrozenMap())
            ):
                filled.add(field.name)
        assert labels == filled
        assert not any("FrozenMap" in line or "frozenset" in line or "<" in line.partition(":")[0] for line in lines)

    def test_names_what_is_referred_to_and_nothing_else(self) -> None:
        records = [
            Actor(id="ru", name="Russia", kind=ActorKind.STATE),
            Actor(id="x", name="ru", kind=ActorKind.GROUP, member_of=("ru",), extra=FrozenMap({"a": ["é", None]})),
            Actor(id="y", name="Y", kind=ActorKind.GROUP, description="ru", identifiers=FrozenMap({"wikidata": "Q1"})),
        ]
        dataset = Dataset(records=records)
        assert list(describe(dataset, "x")) == [
            "Actor x",
            "name: ru",
            "kind: group",
            "member_of: ru (Russia)",
            'extra: {"a": ["é", null]}',
        ]
        assert list(describe(dataset, "y"))[3:] == [f"identifiers: {json.dumps({'wikidata': 'Q1'})}", "description: ru"]

    def test_of_what_is_not_there_is_an_error_with_a_hint(self) -> None:
        with pytest.raises(KeyError, match="did you mean 'zakharova'"):
            list(describe(EXAMPLE, "zakharowa"))

    def test_takes_any_name_of_a_record_that_has_one(self) -> None:
        assert list(describe(EXAMPLE, "maria ZAKHAROVA")) == list(describe(EXAMPLE, "zakharova"))
        with pytest.raises(QueryError, match=r"'place/moscow' \(Moscow\) and 'russia' \(Russia\)"):
            list(describe(EXAMPLE, "Moscow"))

    def test_an_issue_has_a_label_where_others_have_a_name(self) -> None:
        issues = [Issue(id="i", label="I", proposition="P."), Issue(id="j", label="J", proposition="P.", broader="i")]
        assert "broader: i (I)" in list(describe(Dataset(records=issues), "j"))


def test_a_terminal_is_neither_too_narrow_nor_too_wide(monkeypatch: pytest.MonkeyPatch) -> None:
    for columns, width in (("10", 60), ("80", 80), ("500", 120)):
        monkeypatch.setenv("COLUMNS", columns)
        assert Style.terminal().width == width
