"""Time words that another one in the text decides: the day before them, the day of a speech, one of two days.

The publication is Wednesday, May 14, 2031.
"""

from typing import Final

from diplo_events import EventDate
from diplo_events.drafting._times.words import time_words
from each_case import each_case

WEDNESDAY: Final = EventDate.parse("2031-05-14")

CASES: Final = [
    # counted from a time before
    ("They left in 2011, and returned three years later.", "2011 2014"),
    ("They left in March 2030, and returned two months later.", "2030-03 2030-05"),
    ("They left in November 2030, and returned two months later.", "2030-11 2031-01"),
    ("They left in 2011, and returned two months later.", "2011 None"),
    ("They left on May 3, and came back the previous year.", "2031-05-03 2030"),
    ("They left on May 3. Two weeks later they came back.", "2031-05-03 2031-05-17"),
    ("The speech on May 3 came two days after an attack.", "2031-05-03 2031-05-01"),
    ("The rally was on May 3. A day before the event, guards came.", "2031-05-03 2031-05-02"),
    ("The rally was on May 3. Two days after the event, guards came.", "2031-05-03 None"),
    ("The rally was on May 3, less than two weeks before the vote.", "2031-05-03 None"),
    # the day of a speech
    ('On Monday the council voted. "We wait to see what today\'s vote means," he said.', "2031-05-12 2031-05-12"),
    ('On Monday the council voted. "We leave tomorrow," he said.', "2031-05-12 2031-05-13"),
    ("On Monday the council voted. He left today.", "2031-05-12 2031-05-14"),
    ('On Monday the council voted. "I asked him last night," he said.', "2031-05-12 2031-05-11"),
    ('On Monday and on May 1 it rained. "We leave today," he said.', "2031-05-12 2031-05-01 2031-05-12"),
    ('On Monday the council voted. "Let\'s discuss it in two days," he said.', "2031-05-12 2031-05-14"),
    ("On Friday they agreed that it would open on Sunday.", "2031-05-09 2031-05-11"),
    ("On Monday they agreed that it would open on Sunday.", "2031-05-12 2031-05-18"),
    ("On Friday they agreed that it will open on Sunday.", "2031-05-09 2031-05-18"),
    ('On March 3 the council voted. "We leave today," he said.', "2031-03-03 2031-05-14"),
    ('"We leave today," he said.', "2031-05-14"),
    # the same day
    ("On Monday they wrote. The ban will begin on June 1. He left the same day.", "2031-05-12 2031-06-01 2031-05-12"),
    ("They will meet on June 1. He will leave the same day.", "2031-06-01 2031-06-01"),
    ("On Monday he told of the raid of March 3. He left that same day.", "2031-05-12 2031-03-03 2031-03-03"),
    # one of two days
    ("They met last Tuesday.", "[2031-05-06,2031-05-13]"),
    (
        "The summit of May 6 was long. They met last Tuesday. Earlier that day it rained.",
        "2031-05-06 2031-05-06 2031-05-06",
    ),
    ("They met last Tuesday. The summit of May 6 was long.", "2031-05-06 2031-05-06"),
    # on which side, and whether it is a time at all
    ("The vote to be held on Friday is close.", "2031-05-16"),
    ("They look forward to the summit in December.", "2031-12"),
    ("He left earlier in the morning.", "2031-05-14"),
    ("Today, the first steps are made.", "2031-05-14"),
    ("She will return to the United States on Sunday.", "2031-05-18"),
    ("The king, born 1940, was ill before the upcoming 2032 race.", "1940 2032"),
    ("They signed a 2029 accord on fish.", "2029"),
    ("They sold a 2029 people a lie.", ""),
    ("At the end of the day, nobody came.", ""),
    ("It must be done by the end of the day.", "2031-05-14"),
    ("It was to govern itself from 2029.", "2029/.."),
]


@each_case(("text", "expected"), CASES, ids=[text for text, _ in CASES])
def test_a_time_is_read_with_what_the_text_has_named(text: str, expected: str) -> None:
    assert " ".join(str(word.when) for word in time_words(text, [(0, len(text))], WEDNESDAY)) == expected
