"""Drafts: what is found stands in the text, what has to be judged is open, and every text can be drafted."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

import profiles
from diplo_events import (
    OPEN,
    Action,
    Actor,
    ActorKind,
    Dataset,
    EventDate,
    Meeting,
    Name,
    QuotationMode,
    Section,
    Source,
    SourceKind,
    SpeechAct,
    Statement,
    load_example,
)
from diplo_events.drafting import draft, draft_all
from diplo_events.drafting._english.verbs import CUES
from diplo_events.drafting._records.sure import SURE_ACTS, SURE_SPEAKERS
from diplo_events.errors import ArgumentError, DatasetError
from diplo_events.formats import json, jsonl
from diplo_events.model import EventRecord
from each_case import each_case

DAY = EventDate.parse("2031-05-14")
ARTICLE = """Reis refuses toll on Elda bridge

VELD (Wire) — Norway’s minister, Ana Reis, said on Tuesday it was free, and warned Sweden of “other people’s money”.

“The bridge is ours,” she added. They insist on one, sources told the Veld Times.

Reis met Prime Minister Tom Hale in Oslo on Monday. Sweden expelled an envoy.

Advertisement"""

PIECES = st.lists(
    st.sampled_from(
        [
            *(" ", " ", " ", ", ", ". ", "\n", "\n\n", ": ", "— ", "(", ")", "’s ", "“", "”", '"', "‘"),
            *(
                "said",
                "told",
                "according to",
                "was condemned by",
                "that",
                "saying",
                "who",
                "met",
                "on Monday",
                "and",
                "the",
            ),
            *("Ana Reis", "President", "minister", "Norway", "Russian", "officials", "He", "it", "They", "talks with"),
            *(
                "Q. ",
                "MR. HOLT: ",
                "By ",
                "• ",
                "\u0301",
                "和平",
                "😀",
                "\u200f",
                "U.S.",
                "3 May 2031",
                "annexed",
                "voted to",
            ),
        ]
    ),
    max_size=40,
).map("".join)


def statements(text: str, **options: object) -> list[Statement]:
    """Return the statements of a draft."""
    return list(draft(text, source="a1", published=DAY, **options).of_type(Statement))


def test_an_article_is_drafted() -> None:
    dataset = draft(ARTICLE, source="a1", published=DAY, publisher="The Veld Wire")
    source = dataset["a1"]
    assert isinstance(source, Source)
    assert (source.title, source.dateline, source.language) == ("Reis refuses toll on Elda bridge", "VELD (Wire)", "en")
    assert (source.length, source.kind, source.publisher) == (len(ARTICLE), OPEN, "the-veld-wire")
    assert [word["edtf"] for word in source.extra["time_words"]] == ["2031-05-13", "2031-05-12"]
    found = [(record.speakers, record.acts, record.mode.value) for record in dataset.of_type(Statement)]
    assert found == [
        (("ana-reis",), OPEN, "indirect"),
        (("ana-reis",), (SpeechAct.WARN,), "mixed"),
        (("ana-reis",), OPEN, "direct"),
        (OPEN, OPEN, "indirect"),
    ]
    (meeting,) = dataset.of_type(Meeting)
    assert (str(meeting.when), meeting.place, [person.actor for person in meeting.participants]) == (
        "2031-05-12",
        "place/oslo",
        ["ana-reis", "tom-hale"],
    )
    (deed,) = dataset.of_type(Action)
    assert (deed.actors, deed.open) == (("sweden",), ("kind", "status", "summary"))


def test_a_repeat_in_the_headline_is_a_question() -> None:
    text = "Reis rejects Elda toll\n\nMinister Ana Reis rejects any Elda toll, she said."
    first, second, *_ = statements(text)
    assert first.restates is None
    assert first.extra["draft"]["ask"]["restates"] == (second.id,)


@given(PIECES | st.text(st.characters(exclude_categories=("Cc", "Cs"))))
@profiles.examples(60)
def test_every_text_can_be_drafted_and_every_passage_stands_in_it(text: str) -> None:
    dataset = draft(text, source="a1", published=DAY, publisher="Wire")
    source = dataset["a1"]
    assert isinstance(source, Source)
    assert json.loads(json.dumps(dataset)) == dataset
    for record in dataset.records:
        if not isinstance(record, EventRecord):
            continue
        assert record.spans
        assert all(0 <= span.start < span.end <= len(text) for span in record.spans)
        assert record.extra["draft"]["rule"]
        for name, likely in record.extra["draft"].get("ask", {}).items():
            assert likely
            assert name == "restates" or getattr(record, name) is OPEN
    for record in dataset.of_type(Statement):
        assert record.summary is OPEN
        for quote in record.quotes:
            assert text[quote.span.start : quote.span.end] == quote.text
    for word in source.extra.get("time_words", ()):
        assert text[word["start"] : word["end"]] == word["text"]


@given(PIECES)
@profiles.examples(20)
def test_a_draft_depends_on_nothing_but_the_text(text: str) -> None:
    assert draft(text, source="a1") == draft(text, source="a1")


def test_sure_rules_are_filled_in_and_others_asked() -> None:
    for record in statements("Minister Ana Reis said no. “No.” They warned Sweden. A statement said no."):
        rule = record.extra["draft"]["rule"]
        assert record.speakers is OPEN or rule in SURE_SPEAKERS
        if record.speakers is OPEN:
            assert len(record.extra["draft"]["ask"]["speakers"]) <= 2


def test_an_act_is_filled_in_only_by_a_verb_that_names_it() -> None:
    for verb in SURE_ACTS:
        form = next(form for form, cue in CUES.items() if cue.lemma == verb and cue.form == "ed")
        (record, *_) = statements(f"Minister Ana Reis {form} Sweden over it.")
        assert record.acts == (CUES[form].acts[0],)
    (said,) = statements("Minister Ana Reis said no.")
    assert (said.acts, said.extra["draft"]["ask"]["acts"]) == (OPEN, ("state", "announce"))


def test_known_actors_are_recognised_and_get_the_spellings_of_the_text() -> None:
    known = Dataset(
        records=(Actor(id="reis", name="Ana Reis", kind=ActorKind.PERSON, names=(Name(text="Anna Reis"),)),)
    )
    dataset = draft("Minister Anna Reis said no. Reis left.", source="a1", actors=known)
    (actor,) = dataset.of_type(Actor)
    assert (actor.id, actor.name) == ("reis", "Ana Reis")
    assert {name.text: name.sources for name in actor.names} == {"Anna Reis": ("a1",), "Reis": ("a1",)}


def test_a_draft_with_actors_at_hand_is_a_part_of_their_dataset() -> None:
    dataset = draft("Foreign Minister Sergey Lavrov said no.", source="a1", actors=load_example())
    assert [record.speakers for record in dataset.of_type(Statement)] == [("lavrov",)]
    assert not dataset.complete
    assert draft("Foreign Minister Sergey Lavrov said no.", source="a1").complete


def test_a_spelling_of_two_known_actors_means_neither() -> None:
    known = Dataset(records=tuple(Actor(id=key, name="Ana Reis", kind=ActorKind.PERSON) for key in ("r1", "r2")))
    (record,) = draft("Minister Ana Reis said no.", source="a1", actors=known).of_type(Statement)
    assert record.speakers == ("ana-reis",)


def test_texts_share_the_actors_that_they_call_by_full_names() -> None:
    texts = [
        ("a1", "Minister Ana Reis said no. Officials said yes."),
        ("a2", "Ana Reis told Sweden no. Officials left."),
    ]
    dataset = draft_all(texts, published=DAY)
    assert [record.speakers for record in dataset.of_type(Statement)] == [("ana-reis",), ("officials",), ("ana-reis",)]
    reis = dataset["ana-reis"]
    assert isinstance(reis, Actor)
    assert {source for name in reis.names for source in name.sources} == {"a1", "a2"}
    assert {source.id for source in dataset.of_type(Source)} == {"a1", "a2"}


def test_no_record_takes_the_place_of_one_of_another_text() -> None:
    text = "Minister Ana Reis said no."
    with pytest.raises(ArgumentError, match=r"a different id for each text, found 'a1' 2 times, 'b1' 3 times\Z"):
        draft_all((key, text) for key in ("a1", "b1", "b1", "c1", "a1", "b1"))
    dataset = draft_all([("a1", text), ("ana-reis", text)])
    assert {source.id for source in dataset.of_type(Source)} == {"a1", "ana-reis"}
    assert {record.speakers for record in dataset.of_type(Statement)} == {("ana-reis-2",)}
    with pytest.raises(DatasetError, match=r"an id of its own, found 'a/s01' again"):
        draft_all([("a", text), ("a/s01", text)])


def test_a_text_does_not_bear_the_id_of_a_known_actor() -> None:
    known = Dataset(records=(Actor(id="reis", name="Ana Reis", kind=ActorKind.PERSON),))
    for drafted in (lambda: draft("Ana Reis left.", source="reis", actors=known), lambda: all_of("reis", known)):
        with pytest.raises(ArgumentError, match="no record of the known actors has, found 'reis'; choose others"):
            drafted()


def all_of(source: str, known: Dataset) -> Dataset:
    return draft_all([("a1", "Ana Reis left."), (source, "Ana Reis left.")], actors=known)


def test_a_transcript_is_verbatim() -> None:
    text = "Press briefing\n\nMR. HOLT: Hello.\n\nQ. Why?\n\nMR. HOLT: “Because.”\n\nQ. When?"
    dataset = draft(text, source="a1")
    found = list(dataset.of_type(Statement))
    assert {record.mode for record in found} == {QuotationMode.VERBATIM}
    assert not [quote for record in found for quote in record.quotes]
    assert [record.acts for record in found] == [OPEN] * 4
    asked = [record.extra["draft"].get("ask", {}).get("acts") for record in found]
    assert [acts is not None and acts[0] == "question" for acts in asked] == [False, True, False, True]
    source = dataset["a1"]
    assert isinstance(source, Source)
    assert source.kind is SourceKind.TRANSCRIPT


def test_a_statement_of_somebody_is_their_own_words() -> None:
    text = "Statement by President Ana Reis on the bridge\n\nThe bridge is ours.\n\nWe will keep it."
    assert [(record.speakers, record.spans[0].section) for record in statements(text)] == [
        (("ana-reis",), Section.BODY)
    ] * 2


def test_a_text_that_bears_its_day_needs_no_other() -> None:
    dataset = draft("Reis\n\nTuesday, October 15, 2019\n\nAna Reis said on Monday she would go.", source="a1")
    source = dataset["a1"]
    assert isinstance(source, Source)
    assert str(source.published) == "2019-10-15"
    assert [str(record.when) for record in dataset.of_type(Statement)] == ["2019-10-14"]


def test_what_no_table_knows_has_an_open_kind() -> None:
    (record,) = statements("Rudaw reports that it rains.")
    actor = draft("Rudaw reports that it rains.", source="a1")[record.speakers[0]]
    assert isinstance(actor, Actor)
    assert actor.open == ("kind",)


@each_case("text", ["", " ", "\n\n", "“", "said", "Q.", "\ufeff", "a" * 3000])
def test_hardly_any_text_is_a_draft_as_well(text: str) -> None:
    assert draft(text, source="a1")["a1"]


def test_control_characters_are_refused() -> None:
    with pytest.raises(ArgumentError, match=r"found '.x00' at 3, in line 1, column 4; remove it"):
        draft("He \x00 said no.")


def test_all_texts_with_control_characters_are_named() -> None:
    texts = [("a1", "Yes.\nHe \x1b[31msaid no."), ("a2", "Fine."), ("a3", "\ud800")]
    with pytest.raises(ArgumentError, match=r"a1: '.x1b' at 8, in line 2, column 4; a3: .* column 1; remove them"):
        draft_all(texts)
    with pytest.raises(ArgumentError, match=r"x99: .*; 80 more; remove them") as error:
        draft_all((f"x{number}", "\x00") for number in range(99, -1, -1))
    assert str(error.value).count("line 1") == 20


def test_time_grows_with_the_length() -> None:
    text = "“No,” said Ana Reis, " * 200 + "(" * 999 + "“" * 999 + ", " * 999 + "who " * 999
    assert len(jsonl.dumps(draft(text, source="a1")).splitlines()) > 1


def test_spans_of_one_text_follow_its_order() -> None:
    starts = [record.spans[0].start for record in statements(ARTICLE)]
    assert all(one <= other for one, other in itertools.pairwise(starts))


def test_an_actor_does_not_bear_the_id_of_its_source() -> None:
    dataset = draft("Talks end\n\nOda Brink said: “We will pay.”", source="xinhua", publisher="Xinhua")
    assert [source.publisher for source in dataset.of_type(Source)] == ["xinhua-2"]
