"""Encodings damaged at random: `check` finds every damage that it promises to find, and names the place.

The damage is done to two corpora: one of invented articles, which is part of the project, and the bundled dataset,
whose articles are not and lie beside the project where they are at hand.
"""

import json
import random
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from diplo_events import cli
from diplo_events.formats import read
from diplo_events.formats._document import document_of
from diplo_events.schema import COLLECTIONS, references

ROOT = Path(__file__).resolve().parents[2]
INVENTED = ROOT / "tests" / "data" / "invented"
ARTICLES = ROOT.parent / "shared" / "seeds"
EVENTS = ("statements", "meetings", "territorial_claims", "positions")
ROUNDS = 5
"""How often each damage is done to each corpus: with 21 kinds of damage, more than a hundred times."""

Record = dict[str, Any]
Found = tuple[str, str]
"""The path of a problem, and what was expected there."""


class Case:
    """A corpus that may be damaged: the plain dataset, its ledger and its texts."""

    def __init__(self, encoding: Path, ledger: Path, texts: Path) -> None:
        self.document: dict[str, Any] = document_of(read(encoding))
        self.ledger = ledger.read_bytes()
        content = [path.read_bytes().decode() for path in sorted(texts.glob("*.txt"))]
        by_length = {len(text): text for text in content}
        self.texts: dict[str, str] = {source["id"]: by_length[source["length"]] for source in self.document["sources"]}

    def copy(self) -> "Case":
        """Return a case of its own."""
        other = object.__new__(Case)
        other.document, other.ledger, other.texts = json.loads(json.dumps(self.document)), self.ledger, dict(self.texts)
        return other

    def check(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> list[Found]:
        """Run the command on it."""
        (folder / "texts").mkdir(exist_ok=True)
        for name, text in self.texts.items():
            (folder / "texts" / f"{name}.txt").write_bytes(text.encode())
        (folder / "encoding.json").write_text(json.dumps(self.document), encoding="utf-8")
        (folder / "identity.yaml").write_bytes(self.ledger)
        code = cli.main(["check", str(folder), "--texts", str(folder / "texts"), "--json"])
        problems = json.loads(capsys.readouterr().out)["problems"]
        assert code == (1 if problems else 0)
        return [(problem["path"], problem["expected"]) for problem in problems]

    def events(self) -> Iterator[Record]:
        """List the event records."""
        return (record for name in EVENTS for record in self.document.get(name, ()))

    def everything(self) -> Iterator[tuple[str, Record]]:
        """List all records with their collection."""
        return ((name, record) for name in COLLECTIONS for record in self.document.get(name, ()))


def letters(text: str, spans: list[Record]) -> set[int]:
    """List the places of the letters and digits in some passages."""
    return {i for span in spans for i in range(span["start"], min(span["end"], len(text))) if text[i].isalnum()}


# Each damage changes a case and gives what `check` must report, or `None` where it finds nothing to damage.

Damage = Callable[[Case, random.Random], Found | None]


def a_span_shifted_by_one(case: Case, draw: random.Random) -> Found | None:
    record = draw.choice(list(case.events()))
    text, index, by = case.texts[record["source"]], draw.randrange(len(record["spans"])), draw.choice((-1, 1))
    span = record["spans"][index]
    before = letters(text, [span])
    span["start"], span["end"] = span["start"] + by, span["end"] + by
    if span["start"] < 0 or letters(text, [span]) == before:  # only punctuation came in or went
        return None
    return f"{record['id']}.spans[{index}]", ""


def a_span_that_cuts_a_word(case: Case, draw: random.Random) -> Found | None:
    record = draw.choice(list(case.events()))
    text, index = case.texts[record["source"]], draw.randrange(len(record["spans"]))
    span = record["spans"][index]
    words = [m for m in re.finditer(r"[^\W_]{2,}", text) if span["start"] <= m.start() and m.end() <= span["end"]]
    word = draw.choice(words)
    span[draw.choice(("start", "end"))] = draw.randrange(word.start() + 1, word.end())
    return (f"{record['id']}.spans[{index}]", "whole words") if span["start"] < span["end"] else None


def a_span_with_white_space(case: Case, draw: random.Random) -> Found | None:
    record = draw.choice([record for record in case.events() if record["spans"][0]["start"] > 0])
    record["spans"][0]["start"] -= 1
    fits = case.texts[record["source"]][record["spans"][0]["start"]].isspace()
    return (f"{record['id']}.spans[0]", "a passage without white space around it") if fits else None


def a_span_beyond_the_text(case: Case, draw: random.Random) -> Found:
    record = draw.choice(list(case.events()))
    record["spans"][0]["end"] = len(case.texts[record["source"]]) + draw.randint(1, 9)
    return "", "an end of at most"


def a_record_without_a_span(case: Case, draw: random.Random) -> Found:
    record = draw.choice(list(case.events()))
    del record["spans"]
    return f"{record['id']}.spans", "at least one passage"


def quoting(case: Case, draw: random.Random) -> tuple[Record, int]:
    record = draw.choice([record for record in case.document["statements"] if "quotes" in record])
    return record, draw.randrange(len(record["quotes"]))


def a_character_changed_in_a_quote(case: Case, draw: random.Random) -> Found:
    record, index = quoting(case, draw)
    quote = record["quotes"][index]
    place = draw.randrange(len(quote["text"]))
    other = draw.choice([c for c in "aeiou-’'‑ N." if c != quote["text"][place]])
    quote["text"] = quote["text"][:place] + other + quote["text"][place + 1 :]
    if not quote["text"].strip():
        quote["text"] = "x" * len(quote["text"])
    return f"{record['id']}.quotes[{index}]", "the words of the text at"


def a_quote_in_another_place(case: Case, draw: random.Random) -> Found | None:
    record, index = quoting(case, draw)
    quote, text, by = record["quotes"][index], case.texts[record["source"]], draw.choice((-40, -3, -1, 1, 2, 25))
    quote["span"]["start"] += by
    quote["span"]["end"] += by
    start, end = quote["span"]["start"], quote["span"]["end"]
    if start < 0 or end > len(text) or text[start:end] == quote["text"]:
        return None
    return f"{record['id']}.quotes[{index}]", "the words of the text at"


def a_quote_outside_its_record(case: Case, draw: random.Random) -> Found:
    record, index = quoting(case, draw)
    start = record["quotes"][index]["span"]["start"]
    record["spans"] = [{"start": start + 1, "end": start + 2}]
    return f"{record['id']}.quotes[{index}].span", "a place inside a span of its record"


def forget(case: Case, gone: str) -> None:
    """Remove a record, and every reference to it."""

    def without(value: object) -> object:
        if isinstance(value, list):
            return [without(item) for item in value if item != gone]
        if isinstance(value, dict):
            return {key: without(item) for key, item in value.items() if item != gone}
        return value

    for name in EVENTS:
        kept = [record for record in case.document.get(name, ()) if record["id"] != gone]
        case.document[name] = without(kept)


def a_dropped_record_that_alone_covered_something(case: Case, draw: random.Random) -> Found | None:
    record = draw.choice(list(case.events()))
    key = record["source"]
    text = case.texts[key]
    (source,) = (source for source in case.document["sources"] if source["id"] == key)
    others = [
        span for other in case.events() if other["source"] == key and other is not record for span in other["spans"]
    ]
    others += [passage["span"] for passage in source.get("uncoded", ())]
    if letters(text, record["spans"]) <= letters(text, others):
        return None
    forget(case, record["id"])
    return key, "a record or an uncoded entry for"


def a_dropped_uncoded_entry(case: Case, draw: random.Random) -> Found | None:
    source = draw.choice(case.document["sources"])
    text = case.texts[source["id"]]
    passage = source["uncoded"].pop(draw.randrange(len(source["uncoded"])))
    others = [span for other in case.events() if other["source"] == source["id"] for span in other["spans"]]
    others += [other["span"] for other in source["uncoded"]]
    if letters(text, [passage["span"]]) <= letters(text, others):
        return None
    return source["id"], "a record or an uncoded entry for"


def a_foreign_date(case: Case, draw: random.Random) -> Found | None:
    record = draw.choice([record for record in case.events() if "when" in record])
    known = {other.get("when") for other in case.events() if other["source"] == record["source"]}
    known |= {source.get("published") for source in case.document["sources"]}
    day = re.search(r"\d{4}-\d\d-\d\d", record["when"])
    foreign = [
        f"{year}-0{month}-1{n}" for year in (1994, 2024, 2025, 2026, 2031) for month in (5, 9) for n in range(10)
    ]
    near = [f"{day[0][:8]}{(int(day[0][8:]) + by) % 28 + 1:02}" for by in (-3, -2, 1, 2, 4)] if day else []
    record["when"] = draw.choice([date for date in foreign + 10 * near if date not in known])
    return f"{record['id']}.when", ""


def a_date_without_the_mark_of_its_source(case: Case, draw: random.Random) -> Found | None:
    marked = [record for record in case.events() if re.fullmatch(r"[-0-9]+[?~%]", record.get("when", ""))]
    if not marked:
        return None
    record = draw.choice(marked)
    record["when"] = record["when"][:-1]
    return f"{record['id']}.when", ""


def time_words_that_the_text_does_not_have(case: Case, draw: random.Random) -> Found | None:
    record = draw.choice([record for record in case.events() if "when_as_reported" in record])
    record["when_as_reported"] = draw.choice(["yesterday morning", "Saturday", "the day before", "in mid-April"])
    absent = record["when_as_reported"] not in case.texts[record["source"]]
    return (f"{record['id']}.when_as_reported", "words of the text") if absent else None


def a_canonical_id_moved(case: Case, draw: random.Random) -> Found:
    shared = [record for record in case.events() if record.get("canonical_id", "").encode() in case.ledger]
    record = draw.choice([record for record in shared if "canonical_id" in record])
    things = sorted({other["canonical_id"] for other in case.events() if "canonical_id" in other})
    others = [thing for thing in (*things, None, "thing/of-its-own") if thing != record["canonical_id"]]
    record["canonical_id"] = draw.choice(others)
    return f"{record['id']}.canonical_id", "as the ledger says"


def two_ids_swapped(case: Case, draw: random.Random) -> Found | None:
    one, other = draw.sample(list(case.events()), 2)
    if one.get("canonical_id") == other.get("canonical_id"):
        return None
    one["id"], other["id"] = other["id"], one["id"]
    return "", ""


def a_reference_to_nothing(case: Case, draw: random.Random) -> Found:
    found = [
        (record, reference) for name, record in case.everything() for reference in references(COLLECTIONS[name], record)
    ]
    record, reference = draw.choice(found)
    holder: Any = record
    for step in reference.path[:-1]:
        holder = holder[step]
    unfit = [
        key for name, other in case.everything() for key in [other["id"]] if COLLECTIONS[name] not in reference.types
    ]
    holder[reference.path[-1]] = draw.choice(["nobody/at-all", *unfit])
    return "", "the id of a"


def a_person_whom_the_text_does_not_name(case: Case, draw: random.Random) -> Found | None:
    statement = draw.choice(case.document["statements"])
    strangers = [
        actor["id"]
        for actor in case.document["actors"]
        if actor["kind"] == "person"
        and all(statement["source"] not in name.get("sources", ()) for name in actor["names"])
    ]
    if not strangers:
        return None
    statement["speakers"] = [draw.choice(strangers)]
    return f"{statement['id']}.speakers[0]", "somebody whom"


def a_changed_spelling(case: Case, draw: random.Random) -> Found:
    named = [record for name in ("actors", "places") for record in case.document[name] if record.get("names")]
    record = draw.choice(named)
    index = draw.randrange(len(record["names"]))
    record["names"][index]["text"] += "ski"
    return f"{record['id']}.names[{index}]", "a spelling of"


def a_changed_text(case: Case, draw: random.Random) -> Found:
    key = draw.choice(sorted(case.texts))
    text = case.texts[key]
    place = draw.randrange(len(text))
    case.texts[key] = text[:place] + draw.choice([c for c in "e \n“‑" if c != text[place]]) + text[place + 1 :]
    return f"{key}.sha256", "the hash of a text at hand"


def a_changed_hash(case: Case, draw: random.Random) -> Found:
    source = draw.choice(case.document["sources"])
    if draw.random() < 0.3:
        del source["sha256"]
        return f"{source['id']}.sha256", "the hash of the text that the spans count in"
    place, digits = draw.randrange(64), source["sha256"]
    digit = draw.choice([digit for digit in "0123456789abcdef" if digit != digits[place]])
    source["sha256"] = digits[:place] + digit + digits[place + 1 :]
    return f"{source['id']}.sha256", "the hash of a text at hand"


def a_changed_length(case: Case, draw: random.Random) -> Found:
    source = draw.choice(case.document["sources"])
    expected = str(source["length"])
    source["length"] += draw.randint(1, 99)
    return f"{source['id']}.length", expected


def an_id_given_twice(case: Case, draw: random.Random) -> Found:
    one, other = draw.sample(list(case.events()), 2)
    other["id"] = one["id"]
    return "", "an id of its own"


DAMAGES: tuple[Damage, ...] = (
    a_span_shifted_by_one,
    a_span_that_cuts_a_word,
    a_span_with_white_space,
    a_span_beyond_the_text,
    a_record_without_a_span,
    a_character_changed_in_a_quote,
    a_quote_in_another_place,
    a_quote_outside_its_record,
    a_dropped_record_that_alone_covered_something,
    a_dropped_uncoded_entry,
    a_foreign_date,
    a_date_without_the_mark_of_its_source,
    time_words_that_the_text_does_not_have,
    a_canonical_id_moved,
    two_ids_swapped,
    a_reference_to_nothing,
    a_person_whom_the_text_does_not_name,
    a_changed_spelling,
    a_changed_text,
    a_changed_hash,
    a_changed_length,
    an_id_given_twice,
)

CASES: Mapping[str, Callable[[], Case]] = {
    "invented": lambda: Case(INVENTED / "encoding.yaml", INVENTED / "identity.yaml", INVENTED / "texts"),
    **(
        {
            "articles": lambda: Case(
                ROOT / "src" / "diplo_events" / "example_data" / "articles.json",
                ROOT / "seeds" / "identity.yaml",
                ARTICLES,
            )
        }
        if ARTICLES.is_dir()
        else {}
    ),
}


@pytest.fixture(scope="module", params=CASES)
def whole(request: pytest.FixtureRequest) -> Case:
    """Return a corpus with nothing wrong."""
    return CASES[request.param]()


def damaged(whole: Case, damage: Damage, draw: random.Random) -> tuple[Case, Found] | None:
    """Try to damage a corpus until there is something to find."""
    for _ in range(200):
        case = whole.copy()
        if expected := damage(case, draw):
            return case, expected
    return None


def test_a_corpus_without_damage_passes(whole: Case, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert whole.check(tmp_path, capsys) == []


@pytest.mark.slow
@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.__name__)
def test_damage_is_found(whole: Case, damage: Damage, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rounds = ROUNDS if len(whole.texts) > 2 else 4 * ROUNDS  # the invented articles are small
    for number in range(rounds):
        draw = random.Random(f"{damage.__name__} {number}")
        made = damaged(whole, damage, draw)
        if made is None:  # no date of the invented articles has a mark
            assert (damage, len(whole.texts)) == (a_date_without_the_mark_of_its_source, 2)
            return
        case, (path, expected) = made
        found = case.check(tmp_path, capsys)
        assert any(where.startswith(path) and expected in what for where, what in found), (number, path, found)


def test_the_damage_is_done_more_than_a_hundred_times() -> None:
    assert len(DAMAGES) * ROUNDS > 100


if ARTICLES.is_dir():

    def test_the_articles_were_at_hand_and_damaged_too() -> None:
        assert set(CASES) == {"invented", "articles"}
        assert len(CASES["articles"]().texts) == 5

else:

    def test_the_articles_were_not_at_hand_so_that_only_invented_ones_were_damaged() -> None:
        assert set(CASES) == {"invented"}
        assert not ARTICLES.exists()


# What no program can find, and the documentation says so.


def test_a_record_is_not_missed_where_another_covers_the_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    case = CASES["invented"]()
    forget(case, "harbour-post/p1")
    assert case.check(tmp_path, capsys) == []


def test_a_speaker_may_be_anybody_whom_the_text_names(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    case = CASES["invented"]()
    case.document["statements"][0]["speakers"] = ["reuter"]
    assert case.check(tmp_path, capsys) == []


def test_a_summary_may_say_anything(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    case = CASES["invented"]()
    case.document["statements"][0]["summary"] = "Norland likes tolls."
    assert case.check(tmp_path, capsys) == []


def test_a_span_may_grow_by_whole_words(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    case = CASES["invented"]()
    record = case.document["meetings"][0]
    text = case.texts[record["source"]]
    record["spans"][0]["end"] = text.index(" doubt that")
    assert case.check(tmp_path, capsys) == []
