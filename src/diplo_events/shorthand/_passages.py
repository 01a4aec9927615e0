"""Passages and quotes that are given by their words: what the forms mean, and their spans in the text."""

from collections.abc import Iterator, Sequence
from typing import Any, Final

from diplo_events._internal.texts.display import quoted
from diplo_events.coding.pages import Page, Spot
from diplo_events.errors import shown, suggestion
from diplo_events.formats.short_form import is_short_quote
from diplo_events.schema import Path
from diplo_events.shorthand._look_alikes import nearest
from diplo_events.shorthand._plain import Findings, Mappable, Trouble, is_given, listed, mapped

__all__ = ["PASSAGE_KEYS", "QUOTE_KEYS", "expand_passages", "expand_quotes", "span_of"]

PASSAGE_KEYS: Final = ("words", "nth", "after", "section")
"""The fields of a passage that is given by its words."""

QUOTE_KEYS: Final = ("words", "nth", "after", "language", "translated_from")
"""The fields of a quote that is given by its words."""

NOT_FOUND: Final = {"text": "?", "span": {"start": 0, "end": 1}}
"""What fills the place of a quote that is not to be found; the document has a problem, and becomes no dataset."""

MOST_SHOWN: Final = 5
"""How many places a message shows."""


def expand_passages(record: Mappable, path: Path, page: Page | Trouble, findings: Findings) -> bool:
    """Write the spans of a record in the place of its passages. Return whether all were found."""
    given = [key for key in ("passage", "passages") if key in record]
    if not given:
        if "section" in record:
            found = Trouble("a passage beside its section", "none", "write passage: with the words of the text")
            findings.trouble((*path, "section"), found)
            del record["section"]
        return True
    if len(given) + is_given(record, "spans") > 1:
        names = " and ".join([*given, *(["spans"] if is_given(record, "spans") else [])])
        findings.trouble((*path, given[0]), Trouble("passage, passages or spans", names, "keep one of them"))
    key, section = given[0], record.get("section")
    value = record[key]
    items: list[Any] = listed(value) if isinstance(value, list) and key == "passages" else [value]
    spans: list[Mappable] = []
    for index, item in enumerate(items):
        where = (*path, key, index) if key == "passages" else (*path, key)
        if (span := span_of(item, where, page, findings)) is not None:
            spans.append(span if "section" in span or section is None else {**span, "section": section})
    replace(record, (*given, *(["section"] if section is not None else [])), "spans", spans)
    return len(spans) == len(items)


def replace(record: Mappable, old: Sequence[str], new: str, value: object) -> None:
    """Write a field in the place of the first of some others, and remove these."""
    items = list(record.items())
    record.clear()
    for key, content in items:
        if key == old[0]:
            record[new] = value
        elif key not in old and key != new:
            record[key] = content


def span_of(item: object, path: Path, page: Page | Trouble, findings: Findings) -> Mappable | None:
    """Return the span of a passage that is given by its words, or `None` if it is not to be found."""
    wanted = wanted_words(item, path, PASSAGE_KEYS, findings)
    if wanted is None:
        return None
    if (spot := looked_up(page, wanted, path, findings)) is None:
        return None
    more = {key: value for key, value in wanted.items() if key not in {"words", "nth", "after"}}
    return {"start": spot.start, "end": spot.end, **more}


def expand_quotes(record: Mappable, path: Path, page: Page | Trouble, findings: Findings, *, anywhere: bool) -> None:
    """Write text and span of each quote that is given by its words.

    It lies in a span of its record, or anywhere if these were not all found. One that is not to be found keeps its
    place in the list, so that what is wrong with the next ones is reported at theirs.
    """
    quotes = record.get("quotes")
    if not isinstance(quotes, list):
        return
    within = None if anywhere else [spot for span in listed(record.get("spans")) if (spot := spot_of(span))]
    full: list[Any] = []
    for index, quote in enumerate(listed(quotes)):
        if not is_short_quote(quote):
            full.append(quote)
        else:
            full.append(full_quote(quote, (*path, "quotes", index), page, findings, within) or dict(NOT_FOUND))
    record["quotes"] = full


def full_quote(
    quote: object, path: Path, page: Page | Trouble, findings: Findings, within: Sequence[Spot] | None
) -> Mappable | None:
    """Return a quote with its text and its span, or `None` if it is not to be found."""
    known = mapped(quote)
    if known is not None and "text" in known and "words" not in known:
        known = {"words" if key == "text" else key: value for key, value in known.items()}
    wanted = wanted_words(quote if known is None else known, path, QUOTE_KEYS, findings)
    spot = looked_up(page, wanted, path, findings, within) if wanted else None
    if spot is None or wanted is None or isinstance(page, Trouble):
        return None
    more = {key: value for key, value in wanted.items() if key not in {"words", "nth", "after"}}
    return {"text": page.words_at(spot), "span": {"start": spot.start, "end": spot.end}, **more}


def spot_of(span: object) -> Spot | None:
    """Return the place of a span in plain data."""
    known = mapped(span)
    match known and (known.get("start"), known.get("end")):
        case int(start), int(end):
            return Spot(start, end)
        case _:
            return None


def wanted_words(item: object, path: Path, keys: Sequence[str], findings: Findings) -> Mappable | None:
    """Return the words that are to be found, and which of their places is meant, or `None` if they are none."""
    known: Mappable | None = {"words": item} if isinstance(item, str) else mapped(item)
    if known is None:
        findings.trouble(path, Trouble("words of the text", shown(item), "put them in quotes"))
        return None
    fine = True
    for key, value in known.items():
        expected = {"nth": "a whole number from 1", "section": "a section"}.get(key, "words of the text")
        good = is_ordinal(value) if key == "nth" else isinstance(value, str)
        if key not in keys and findings.newer:
            continue  # it becomes a field of the span or the quote, of which the reader keeps what it does not know
        if key not in keys:
            hint = suggestion(key, keys) or f"one of {', '.join(keys)}"
            findings.trouble((*path, key), Trouble("a field of words in a text", quoted(key), hint))
        elif not good or (key in {"words", "after"} and not value.strip()):
            findings.trouble((*path, key), Trouble(expected, shown(value)))
        else:
            continue
        fine = False
    if "words" not in known:
        findings.trouble(path, Trouble("words of the text", "none", "write words: with them"))
        return None
    return known if fine else None


def is_ordinal(value: object) -> bool:
    """Whether a value is a whole number from 1."""
    return isinstance(value, int) and not isinstance(value, bool) and value > 0


def looked_up(
    page: Page | Trouble, wanted: Mappable, path: Path, findings: Findings, within: Sequence[Spot] | None = None
) -> Spot | None:
    """Return the one place that is meant by some words, or `None` after adding what is wrong."""
    if isinstance(page, Trouble):
        findings.once(path, page)
        return None
    found = place_of(page, wanted, within)
    if isinstance(found, Trouble):
        findings.trouble(path, found)
        return None
    spot, exact = found
    if not exact:
        words, there = quoted(wanted["words"]), quoted(page.words_at(spot))
        findings.note(path, f"{words} differs in typography from {there}, which the text has")
    return spot


def place_of(page: Page, wanted: Mappable, within: Sequence[Spot] | None) -> tuple[Spot, bool] | Trouble:
    """Return the one place that is meant by some words, and whether they stand there letter for letter."""
    words: str = wanted["words"].strip()
    everywhere, exact = page.spots(words)
    if not everywhere:
        return Trouble("words that stand in the text", shown(words), nearest(page, words))
    spots = everywhere
    if within is not None:
        spots = tuple(spot for spot in spots if any(a <= spot.start and spot.end <= b for a, b in within))
        if not spots:
            found = f"{shown(words)}, which stand at {places(page, everywhere)}"
            return Trouble("words inside a passage of the record", found, hint_of_passages(everywhere, within))
    if "after" in wanted:
        later = places_after(page, spots, wanted)
        if isinstance(later, Trouble):
            return later
        spots = later[: None if "nth" in wanted else 1]
    which: int = wanted.get("nth", 1)
    if which > len(spots):
        found = f"{shown(words)}, which stand {times(len(spots))}, at {places(page, spots)}"
        return Trouble(f"words that stand {times(which)} in the text", found)
    if len(spots) > 1 and "nth" not in wanted:
        found = f"{shown(words)}, which stand {times(len(spots))}: at {places(page, spots)}"
        meant = f"{{words: {quoted(words)}, nth: 1}}"
        return Trouble("words that stand once", found, f"write more of them, or which are meant: {meant}, or after:")
    return spots[which - 1], exact


def hint_of_passages(spots: Sequence[Spot], within: Sequence[Spot]) -> str:
    """Return what to do about words that no passage of their record holds."""
    if any(a <= spot.start < b < spot.end for spot in spots for a, b in within):
        return "the passage ends before they do (at the end of a sentence, if with …): write its last words"
    return "give the passages of the record that they stand in" if within else "give the passage of the record"


def places_after(page: Page, spots: Sequence[Spot], wanted: Mappable) -> tuple[Spot, ...] | Trouble:
    """Return those of the places of some words that come after the words that are given for that."""
    words = wanted["after"].strip()
    before = page.spots(words).all
    if len(before) != 1:
        found = f"{shown(words)}, which stand {times(len(before))}"
        hint = f"they stand at {places(page, before)}" if before else nearest(page, words)
        return Trouble("in after: words that stand once in the text", found, hint)
    later = tuple(spot for spot in spots if spot.start >= before[0].end)
    found = f"{shown(wanted['words'])}, which stand at {places(page, spots)}"
    return later or Trouble(f"words that come after {page.where(before[0])}", found)


def times(number: int) -> str:
    """Return how often, in words."""
    return {0: "nowhere", 1: "once", 2: "twice"}.get(number, f"{number} times")


def places(page: Page, spots: Sequence[Spot]) -> str:
    """Return the first of some places as messages show them."""
    return " and at ".join(shown_places(page, spots))


def shown_places(page: Page, spots: Sequence[Spot]) -> Iterator[str]:
    """List the first of some places, and how many there are more."""
    yield from (page.where(spot) for spot in spots[:MOST_SHOWN])
    if len(spots) > MOST_SHOWN:
        yield f"{len(spots) - MOST_SHOWN:,} more places"
