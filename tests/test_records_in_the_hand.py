"""What a user has in the hand: records by type and by name, short `repr`s, and tables in a notebook."""

import copy
import pickle
from html.parser import HTMLParser
from typing import Any, Final

import attrs
import pytest
from hypothesis import given

from diplo_events import (
    OPEN,
    Actor,
    ActorKind,
    Dataset,
    Meeting,
    MeetingKind,
    MeetingStatus,
    Position,
    QueryError,
    SpeechAct,
    Statement,
    load_example,
)
from diplo_events import strategies as drawn
from diplo_events.analysis.query import Has, Involves, OfType, When, find
from diplo_events.dataset import RecordAccess, Records
from diplo_events.dates import EventDate
from diplo_events.errors import ArgumentError, ArgumentTypeError
from diplo_events.model import EventRecord, notebook
from diplo_events.report.notebook import STYLE, html_of
from diplo_events.schema import COLLECTIONS, RECORD_TYPES, Record
from profiles import examples

EXAMPLE: Final = load_example()

ARABIC: Final = "قطر"

SMALL: Final = Dataset(
    records=[
        Actor(id="qatar", name=ARABIC, kind=ActorKind.STATE),
        Actor(id="a/qatar", name="<b>Qatar</b>", kind=ActorKind.STATE),
        *(
            Meeting(id=f"a/m{n}", source="a", title="Talks", kind=MeetingKind.TALKS, status=MeetingStatus.HELD)
            for n in range(2)
        ),
    ],
    complete=False,
)


class TestByType:
    @pytest.mark.parametrize("name", COLLECTIONS)
    def test_each_type_has_its_list(self, name: str) -> None:
        assert getattr(EXAMPLE, name) is EXAMPLE.of_type(COLLECTIONS[name])
        assert all(type(record) is COLLECTIONS[name] for record in getattr(EXAMPLE, name))

    @pytest.mark.parametrize("name", RECORD_TYPES)
    def test_each_type_has_its_lookup(self, name: str) -> None:
        cls = RECORD_TYPES[name]
        for record in EXAMPLE.of_type(cls)[:3]:
            assert getattr(EXAMPLE, name)(record.id) is record
        with pytest.raises(QueryError, match="expected the id"):
            getattr(EXAMPLE, name)("there is none")

    @pytest.mark.parametrize("name", [*RECORD_TYPES, *COLLECTIONS])
    def test_each_says_what_it_returns(self, name: str) -> None:
        member = vars(RecordAccess)[name]
        cls = COLLECTIONS.get(name) or RECORD_TYPES[name]
        returned = getattr(member, "fget", member).__annotations__["return"]
        assert returned == (Records[cls] if name in COLLECTIONS else cls)


class TestByName:
    def test_any_spelling_leads_to_the_record(self) -> None:
        assert EXAMPLE.actor("volodymyr zelensky") is EXAMPLE["zelenskyy"]
        assert EXAMPLE.place("Moscow") is EXAMPLE["place/moscow"]
        assert EXAMPLE.actor("Moscow") is EXAMPLE["russia"]

    def test_several_are_listed(self) -> None:
        with pytest.raises(QueryError, match=r"^expected one meeting, found 'Talks', which is 'a/m0' \(Talks\) and"):
            SMALL.meeting("Talks")
        with pytest.raises(QueryError, match=r"which is '\S+/s01', .* and '\S+/s01'; write its id$"):
            EXAMPLE.statement("s01")

    def test_a_misspelt_name_gets_a_suggestion(self) -> None:
        with pytest.raises(QueryError, match="did you mean 'Lavrov'"):
            EXAMPLE.actor("Lavrow")
        with pytest.raises(QueryError, match=r"the id of a statement, found .*did you mean 'zerohedge-guarantees/s01'"):
            EXAMPLE.statement("zerohedge-guarantes/s01")

    def test_a_record_of_another_type_is_named_with_its_own_method(self) -> None:
        with pytest.raises(QueryError, match=r"found 'lavrov', an actor; write dataset.actor\('lavrov'\)"):
            EXAMPLE.statement("lavrov")

    def test_one_that_is_kept_elsewhere(self) -> None:
        with pytest.raises(QueryError, match="a source that the dataset holds, found 'a', which is kept elsewhere"):
            SMALL.source("a")

    @pytest.mark.parametrize("name", [7, None, OPEN, ("lavrov",)])
    def test_a_name_is_a_text(self, name: Any) -> None:
        with pytest.raises(ArgumentTypeError, match="expected a name to be a text"):
            EXAMPLE.actor(name)

    @examples(5)
    @given(drawn.datasets())
    def test_every_record_is_found_by_its_id(self, dataset: Dataset) -> None:
        for name, cls in RECORD_TYPES.items():
            for record in dataset.of_type(cls):
                assert getattr(dataset, name)(record.id) is record


class TestRecords:
    def test_it_is_a_tuple(self) -> None:
        statements = EXAMPLE.statements
        plain = tuple(statements)
        assert isinstance(statements, tuple)
        assert (statements, hash(statements)) == (plain, hash(plain))
        assert type(statements[1:3]) is Records
        assert statements[1:3] == plain[1:3]
        assert statements[-1] is plain[-1]

    def test_its_repr_is_short(self) -> None:
        assert repr(SMALL.meetings) == "<2 meetings: 'a/m0', 'a/m1'>"
        assert repr(SMALL.records) == "<4 records: 'a/m0', 'a/m1', 'a/qatar', …>"
        assert repr(SMALL.territorial_claims) == "<no records>"
        assert repr(EXAMPLE.territorial_claims[:1]).startswith("<1 territorial claim: '")
        assert max(len(repr(getattr(EXAMPLE, name))) for name in COLLECTIONS) < 200

    def test_copies_leave_the_dataset_behind(self) -> None:
        meetings = SMALL.meetings
        assert meetings.dataset is SMALL
        for again in (pickle.loads(pickle.dumps(meetings)), copy.deepcopy(meetings)):
            assert (type(again), again, again.dataset) == (Records, meetings, None)

    def test_all_that_a_dataset_returns(self) -> None:
        assert type(EXAMPLE.records) is Records
        assert type(EXAMPLE.drafts) is type(EXAMPLE.reported_in("zerohedge-guarantees")) is Records
        assert type(EXAMPLE.referring_to("lavrov")) is Records


class TestFind:
    def test_it_is_the_function_of_the_analysis(self) -> None:
        question = Involves("Russia") & When("within", EventDate.parse("2025-09"))
        for certainty in ("certainly", "possibly"):
            assert EXAMPLE.find(question, certainty=certainty) == find(EXAMPLE, question, certainty=certainty)
        assert len(EXAMPLE.find(question)) < len(EXAMPLE.find(question, certainty="possibly"))

    def test_several_questions_must_all_be_answered_with_yes(self) -> None:
        one, two = Involves("Russia"), When("within", EventDate.parse("2025-09"))
        for certainty in ("certainly", "possibly"):
            assert EXAMPLE.find(one, two, certainty=certainty) == find(EXAMPLE, one & two, certainty=certainty)

    def test_a_type_comes_first(self) -> None:
        assert EXAMPLE.find(Statement) == EXAMPLE.statements
        assert EXAMPLE.find(Statement, Has(SpeechAct.WARN)) == EXAMPLE.find(OfType(Statement), Has(SpeechAct.WARN))
        assert len(EXAMPLE.find()) == sum(isinstance(record, EventRecord) for record in EXAMPLE.records)

    def test_what_is_not_a_question_is_refused(self) -> None:
        with pytest.raises(ArgumentTypeError, match=r"found 'Russia'; write a predicate, such as Involves"):
            EXAMPLE.find(Statement, "Russia")
        with pytest.raises(ArgumentTypeError, match="expected a type of event records such as Statement"):
            EXAMPLE.find(Actor)
        with pytest.raises(ArgumentTypeError, match="expected a question"):
            EXAMPLE.find(Statement, Involves)
        with pytest.raises(ArgumentError, match="expected certainty"):
            EXAMPLE.find(certainty="perhaps")
        with pytest.raises(QueryError, match="did you mean"):
            EXAMPLE.find(Involves("Rusia"))


class Reader(HTMLParser):
    """Reads HTML: its elements with their attributes, and its text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.open: list[str] = []
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attributes)))
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


PLAIN_TAGS: Final = {"div", "p", "table", "style", "thead", "tbody", "tr", "th", "td", "bdi"}


def shown(value: Any) -> Reader:
    """Read what a notebook shows, which is small, well-formed and asks for nothing."""
    text = value._repr_html_()
    assert len(text) < 10_000
    reader = Reader(text)
    assert {tag for tag, _ in reader.tags} <= PLAIN_TAGS
    assert {name for _, attributes in reader.tags for name in attributes} <= {"class", "lang"}
    tables = sum(tag == "table" for tag, _ in reader.tags)
    assert reader.text.count(STYLE) == tables, "cells begin where reading begins"
    reader.text = reader.text.replace(STYLE, "")
    return reader


class TestNotebook:
    @pytest.mark.parametrize("name", COLLECTIONS)
    def test_lists_are_small(self, name: str) -> None:
        records = getattr(EXAMPLE, name)
        assert len(records._repr_html_()) < 5_000
        reader = shown(records)
        rows = sum(tag == "tr" for tag, _ in reader.tags) - 1
        assert rows <= 20
        if records:
            assert rows >= min(10, len(records))
            assert records[0].id in reader.text
        assert reader.text.endswith(f"… and {len(records) - rows} more") is (len(records) > rows > 0)

    def test_a_dataset_lists_what_it_holds(self) -> None:
        text = shown(EXAMPLE).text
        assert text.startswith("Dataset 'Security guarantees for Ukraine in five news articles': 5 sources")
        assert "145dataset.statements" in text
        assert "dataset.votes" not in text

    def test_names_stand_in_the_place_of_ids(self) -> None:
        assert "Maria Zakharova" in shown(EXAMPLE.statements[2:3]).text
        apart = Records(EXAMPLE.statements[2:3])
        assert "Maria Zakharova" not in shown(apart).text
        assert "zakharova" in shown(apart).text

    def test_texts_of_the_data_are_escaped_and_isolated(self) -> None:
        reader = shown(SMALL.actors)
        assert "<b>Qatar</b>" in reader.text
        assert ARABIC in reader.text
        assert f"<bdi>{ARABIC}</bdi>" in SMALL.actors._repr_html_()

    def test_a_draft_says_what_is_open(self) -> None:
        draft = Position(id="p", source="a", actor="qatar", issue="i", stance=OPEN, basis=OPEN, summary=OPEN)
        dataset = attrs.evolve(SMALL, records=[*SMALL.records, draft])
        assert "not coded yet: stance, basis, summary" in shown(dataset.positions).text
        assert "stancenot coded yet" in shown(draft).text

    @pytest.mark.slow
    @examples(8)
    @given(drawn.datasets())
    def test_everything_can_be_shown(self, dataset: Dataset) -> None:
        shown(dataset)
        shown(dataset.records)
        shown(Records([*dataset.records, *dataset.records]))
        for record in dataset.records:
            assert record.id in shown(record).text

    def test_parts_and_strangers_keep_their_repr(self) -> None:
        assert EXAMPLE.statements[0].spans[0]._repr_html_() is None
        assert html_of("a text") is None

    def test_without_the_package_there_is_only_the_repr(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(notebook, "WRITERS", [])
        assert EXAMPLE._repr_html_() is None


def test_a_subclass_of_a_record_is_shown_as_its_type() -> None:
    mine: type[Record] = type("Mine", (Actor,), {})
    record = mine(**attrs.asdict(SMALL.actors[1], recurse=False))
    assert shown(record).text.startswith("actor")
    assert repr(Records([record])).startswith("<1 actor")
