"""The days of datelines, of every style that agencies have, and what "today" means in a text that has one."""

import pytest

from diplo_events import EventDate, Source
from diplo_events.drafting import draft
from diplo_events.drafting._parts.layout import layout
from diplo_events.drafting._times.datelines import dateline_times, written_on

THURSDAY = "2031-12-18"
FRIDAY = "2031-12-19"
TAIL = "Norland and Sudmark will talk again, the ministry said."

DATED = {
    "OSSBURG, 18 December (NPA) — ": "18 December",
    "OSSBURG, Dec. 18 (Norpress) -- ": "Dec. 18",
    "Ossburg, Dec 18, NPA – ": "Dec 18",
    "OSSBURG, December 18. /NPA/. ": "December 18",
    "OSSBURG (18 December 2031) – ": "18 December 2031",
    "Ossburg – 18 December 2031: ": "18 December 2031",
    "Port Oss, 18 December 2031 – ": "18 December 2031",
    "PORT OSS, Dec 18 — ": "Dec 18",
    "OSSBURG, Dec 18, 2031 (NPA) - ": "Dec 18, 2031",
    "Port Oss [Norland], December 18 (NPA): ": "December 18",
    "OSSBURG, 18th December, 2031 (NPA) -- ": "18th December, 2031",
    "OSSBURG, DECEMBER 18, NORPRESS. ": "DECEMBER 18",
    "OSSBURG. Dec 18 (Norpress-Oss) – ": "Dec 18",
    "(Ossburg, 18 December 2031) – ": "18 December 2031",
    "UNITED CITIES, Port Oss, Dec 18 - ": "Dec 18",
}
BARE = (
    "Ossburg, Dec 18 ",
    "Ossburg. 18 December 2031. ",
    "Santo Oss de Norland, December 18 (NPA)-- ",
    "Norland Post: 18 December 2031: ",
)
"""Datelines that the layout of a text does not know."""

UNDATED = (
    "OSSBURG (NPA) — ",
    "OSSBURG: ",
    "OSSBURG, (NPA)- ",
    "",
    "Thursday, 18 December 2031 – ",
    "18 December 2031 – ",
    "18 December 2031: ",
    "Dec. 18 (NPA) -- ",
)


def times_of(text: str, published: str = THURSDAY) -> list[tuple[str, str]]:
    """Return the time words of a text with their dates."""
    source = next(iter(draft(text, source="s", published=EventDate.parse(published)).of_type(Source)))
    return [(word["text"], word["edtf"]) for word in source.extra.get("time_words", ())]


@pytest.mark.parametrize("lead", DATED)
def test_the_day_of_a_dateline_is_a_time_word_if_the_text_came_out_later(lead: str) -> None:
    assert times_of(f"Envoys to meet again\n\n{lead}{TAIL}", FRIDAY) == [(DATED[lead], THURSDAY)]


@pytest.mark.parametrize("lead", [*DATED, *BARE])
def test_the_day_of_a_dateline_that_is_that_of_the_publication_is_none(lead: str) -> None:
    assert times_of(f"Envoys to meet again\n\n{lead}{TAIL}") == []


@pytest.mark.parametrize("lead", UNDATED)
def test_a_dateline_without_a_place_or_without_a_day_has_no_time(lead: str) -> None:
    assert times_of(f"Envoys to meet again\n\n{lead}{TAIL}") == []


def test_a_day_in_a_line_of_its_own_is_that_of_the_publication() -> None:
    assert times_of(f"Envoys to meet again\n\nDecember 18, 2031\n\n{TAIL}") == []


def test_a_day_of_a_sentence_is_no_dateline() -> None:
    assert times_of("A title\n\nThe envoys met in Ossburg on 18 December (and again).") == [("18 December", THURSDAY)]
    assert times_of("A title\n\nOn Thursday, 18 December, The Hague ruled.") != []


def test_the_day_of_a_dateline_is_the_nearest_to_the_publication() -> None:
    assert times_of(f"A title\n\nOSSBURG, Dec 31 (NPA) - {TAIL}", "2032-01-02") == [("Dec 31", "2031-12-31")]
    assert times_of(f"A title\n\nOSSBURG, Dec 19 (NPA) - {TAIL}") == [("Dec 19", "2031-12-19")]


def test_a_day_that_the_calendar_does_not_have_is_listed_without_a_date() -> None:
    words = dateline_times("OSSBURG, Feb 31 — It rains.", (0, 15), [], EventDate.parse(THURSDAY))
    assert [(word.text, word.when, word.why) for word in words] == [("Feb 31", None, "February has no day 31")]
    assert written_on(words, EventDate.parse(THURSDAY)) is None


def test_today_is_the_day_of_the_dateline() -> None:
    text = "A title\n\nOSSBURG, Dec 17 (NPA) - The envoys met today. They had met yesterday, too."
    assert times_of(text) == [("Dec 17", "2031-12-17"), ("today", "2031-12-17"), ("yesterday", "2031-12-16")]
    long_ago = text.replace("Dec 17", "Dec 3")
    assert times_of(long_ago) == [("Dec 3", "2031-12-03"), ("today", THURSDAY), ("yesterday", "2031-12-17")]


def test_a_layout_knows_where_its_dateline_stands() -> None:
    text = "A title\n\nOSSBURG, Dec 17 (NPA) - The envoys met."
    start, end = layout(text).dateline_span(text) or (0, 0)
    assert text[start:end] == "OSSBURG, Dec 17 (NPA)"
    assert layout("The envoys met.").dateline_span("The envoys met.") is None


def test_datelines_of_other_languages_have_their_day() -> None:
    german = "Ossburg, 18. Dezember (NPA) - " + "Die Ministerin hat den Plan der Regierung gelobt, und er gilt. " * 3
    french = "Ossbourg, 18 décembre (NPA) - " + "La ministre a loué le plan du gouvernement, et il est juste. " * 3
    assert times_of(f"Treffen in Ossburg\n\n{german}", FRIDAY) == [("18. Dezember", THURSDAY)]
    assert times_of(f"Rencontre à Ossbourg\n\n{french}", FRIDAY) == [("18 décembre", THURSDAY)]
    assert times_of(f"Treffen in Ossburg\n\n{german}") == []
