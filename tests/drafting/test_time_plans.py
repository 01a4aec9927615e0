"""Times of plans that somebody spoke of, of deeds, of stories told a week later, and dates that are run together.

The publication is Wednesday, May 14, 2031.
"""

from typing import Final

from diplo_events import EventDate
from diplo_events.drafting._times.parts import listed
from diplo_events.drafting._times.plans import is_headline, is_just_missed, is_of_plan, is_present
from diplo_events.drafting._times.words import time_words
from each_case import each_case

WEDNESDAY: Final = EventDate.parse("2031-05-14")

TOLD: Final = [
    # what somebody called, spoke of or dropped is soon, though the verb is in the past
    ("The premier has postponed a meeting with a (large) delegation on Friday, to rest.", "2031-05-16"),
    ("The council has called an emergency meeting on Thursday.", "2031-05-15"),
    ("The council called an emergency meeting on Monday.", "2031-05-12"),
    ("The envoy is in Oslo for talks with Lund on Thursday.", "2031-05-15"),
    ("The envoy was in Oslo for talks with Lund on Thursday.", "2031-05-08"),
    ("It is no question of honour that the meeting on Friday would not now take place.", "2031-05-16"),
    ("The premier announced a visit to Oslo in July.", "2031-07"),
    ("The ministers discussed the summit in July.", "2031-07"),
    ("The ministers discussed the outcome of the summit in July.", "2030-07"),
    ("The ministers praised the elections held in July.", "2030-07"),
    ("The envoys met weeks before a summit in July.", "2031-07"),
    ("They welcomed the decision to hold elections in September.", "2031-09"),
    ("Norland holds elections in September.", "2031-09"),
    ("The union called protests on Thursday.", "2031-05-15"),
    # what is told in the present
    ("The session on Thursday is closed.", "2031-05-15"),
    ("The session on Thursday was closed.", "2031-05-08"),
    ("From Thursday, visas are needed.", "2031-05-15"),
    ("The council briefs the press on Thursday.", "2031-05-15"),
    ("The council is holding a session on Thursday.", "2031-05-15"),
    ("The council meets behind closed doors on Thursday.", "2031-05-15"),
    ("The council will hold closed talks on Thursday.", "2031-05-15"),
    ("The council will hear envoys who arrived on Monday.", "2031-05-12"),
    ("Of the five demands of the crowds, who have filled central squares since June, two are met.", "2030-06/.."),
    ("Ministers meet in Oslo on Tuesday", "2031-05-13"),
    ("The talks follow a meeting on Friday.", "2031-05-09"),
    # what was due
    ("The report was due on Monday.", "2031-05-12"),
    ("Lund said that the report was due on Monday.", "2031-05-19"),
    ("The report was due on Friday.", "2031-05-16"),
    ("The deadline was Monday.", "2031-05-12"),
    ("The pact was due to be signed in March.", "2031-03"),
    ("The visit, originally planned for March, will be in June.", "2031-03 2031-06"),
    ("The visit, her first since taking office in January, will end Friday.", "2031-01 2031-05-16"),
    # deeds are over
    ("Ministers will gather on Thursday to discuss the attack on Monday.", "2031-05-15 2031-05-12"),
    ("Ministers will gather to avert the possible attack on Monday.", "2031-05-19"),
    # what goes past a deadline, and what was until a day
    ("She is trying to push the talks past Thursday's deadline.", "2031-05-15"),
    ("They missed Thursday's deadline.", "2031-05-08"),
    ("Figures until Tuesday showed that 20 had died.", "2031-05-13"),
    # limits and stretches
    ("They will sign by the end of the year.", "2031-12"),
    ("The five months ahead are hard.", "2031-05-14/2031-10"),
    ("In the two years to come, trade will grow.", "2031-05-14/2033"),
    ("She will go from Monday, May 19 to Wednesday, May 21.", "2031-05-19/2031-05-21"),
    ("They signed it a year ago to the day.", "2030-05-14"),
    ("A year to the day after the raid, they met.", ""),
    ("In 2020 they met. A year on, they fell out.", "2020 2021"),
    ("They will meet a week today.", "2031-05-21"),
    ("Aid of FY2030 was paid in the 2030/31 financial year.", "2030 2030/2031"),
    ("It was cold in winter 2030/31.", "2030-24"),
    # words run together
    ("She has led it since2014.", "2014/.."),
    ("She left on 12May 2030, and came back on12 June 2030.", "2030-05-12 2030-06-12"),
    ("She left on May 12,2030.", "2030-05-12"),
    ("She left on 2030/05/12.", "2030-05-12"),
    ("He spoke on Monday.The envoys will meet again.", "2031-05-12"),
    # years of meetings and of words, and numbers that count
    ("The Chairmanship 2031 begins.", "2031"),
    ("The Ports Act 1996 holds.", ""),
    ("It was first seen in the year of the flood, 2019.", "2019"),
    ("He cut the forecast for 2031 to 0 – 1%.", "2031"),
    # a story told a week later is of its own week, until it speaks of the present
    (
        "They met late on Monday, May 5. “Yesterday's talks were good,” Lund said on Tuesday.",
        "2031-05-05 2031-05-05 2031-05-06",
    ),
    ("They met on Monday, May 5. Today they are at home. On Monday they slept.", "2031-05-05 2031-05-14 2031-05-12"),
    ("They met on Monday, May 5. On Saturday they will meet again.", "2031-05-05 2031-05-17"),
    ("They met on Monday, May 12. On Tuesday they left.", "2031-05-12 2031-05-13"),
    # what had been before is not the day of the story
    (
        "He met Lund today. He had arrived on Tuesday. Earlier in the morning, he met Reis.",
        "2031-05-14 2031-05-13 2031-05-14",
    ),
    ("He said that he had met Lund on Friday and would meet Reis on Monday.", "2031-05-09 2031-05-19"),
    # the day on which a speaker spoke before
    (
        "The minister said Tuesday it was so. Sudmark said on Monday it was not. “It is so today,” the minister said.",
        "2031-05-13 2031-05-12 2031-05-13",
    ),
    ("Lund left on Monday. “It is wrong today,” said Ana Reis.", "2031-05-12 2031-05-12"),
    # a present that is to come, an hour with its date, and the year that two days share
    ("“On Monday, I'm going to Oslo,” she said.", "2031-05-19"),
    ("He spoke at 10 a.m. on 12 May.", "2031-05-12T10:00:00 2031-05-12"),
    ("As agreed on 3 April and 5 October 2029, they met.", "2029-04-03 2029-10-05"),
    ("As agreed on 3 December and 5 October 2029, they met.", "2030-12-03 2029-10-05"),
    # a day with a name of its own is that which the text tells of
    ("They voted on Tuesday. After Super Tuesday, two gave up.", "2031-05-13 2031-05-13"),
    ("After Super Tuesday, two gave up.", ""),
    # a month of what is held in it, and the year behind what is held every year
    ("The upcoming June Meeting in Veld must be the last.", "2031-06"),
    ("The envoy June Mercer must be the last.", ""),
    ("She spoke at the Veld Prayer Breakfast 2031 and left.", "2031"),
    ("She read the Veld Toll Bill 2031 and left.", ""),
    # an event with its day before it, at which something is still to be
    ("The charter would expand her powers in a July 16 referendum.", "2031-07-16"),
    ("Reis campaigned in Oslo before a July 16 vote.", "2031-07-16"),
    ("The charter expanded her powers in a July 16 referendum.", "2030-07-16"),
    ("Reis would have won in a November 16 referendum.", "2030-11-16"),
    # years behind a conjunction
    ("“While 2031 poses challenges, we are well,” he said.", "2031"),
    ("With so much at stake between now and 2032, he left.", "2032"),
    ("While 2031 voters stayed at home, he left.", ""),
]


@each_case("text, when", TOLD)
def test_times_of_plans_deeds_and_stories(text: str, when: str) -> None:
    """Each time of a sentence has the meaning that a careful reader gives it."""
    words = time_words(text, [(0, len(text))], WEDNESDAY)
    assert " ".join(str(part.when) for word in words for part in listed(word)) == when


@each_case("words", ["next week", "3 July"])
def test_only_weekdays_are_near(words: str) -> None:
    """Only a weekday is told in the present, or just missed."""
    assert not is_present(words, WEDNESDAY, "There is a session on ", "")
    assert not is_just_missed(words, WEDNESDAY, "The report was due on ", "")
    assert not is_headline(words, WEDNESDAY, "Ministers meet on ", "")


def test_without_a_publication_no_plan_is_near() -> None:
    """A plan lies ahead only of a day that is known."""
    assert not is_of_plan("July", None, "The premier announced elections in ", "")
    assert not is_present("Friday", None, "There is a session on ", "")
