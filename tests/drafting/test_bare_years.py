"""Numbers of four digits: years before their noun, alone and in lists, and counts that look like years.

The publication is Wednesday, May 14, 2031.
"""

from diplo_events import EventDate
from diplo_events.drafting._times.words import time_words
from each_case import each_case

WEDNESDAY = EventDate.parse("2031-05-14")

YEARS = {
    "The countries’ 1979 peace treaty was breached.": "1979",
    "Norland's 1982 invasion was recalled.": "1982",
    "Both left the failed 2015 accord.": "2015",
    "This 2028 agreement has not been kept.": "2028",
    "2028 elections were free, observers said.": "2028",
    "The party is favoured to win 2032 elections.": "2032",
    "A return to 1967 borders was refused.": "1967",
    "The 1967 and 1973 wars are taught at school.": "1967 1973",
    "The wars of 1948, 1967 and 1973 are taught at school.": "1948 1967 1973",
    "The Treaty of Riga (1921) is on show.": "1921",
    "The Treaty of Riga, 1921, is on show.": "1921",
    "1921's treaty is on show.": "1921",
    "He cited 2029's floods.": "2029",
    "Exports were lower than 2028 levels.": "2028",
    "Compared with 2028, exports fell.": "2028",
    "The figures for 2028 were grim.": "2028",
    "It dates from 1979.": "1979",
    "Unlike 1979, the army stood by.": "1979",
    "We will not repeat 1979, he said.": "1979",
    "“It is 2031, and people still starve,” she said.": "2031",
    "Elections set for 2033 may slip into 2034.": "2033 2034",
    "2030 was a year of drought.": "2030",
    "The year 1979 saw a revolution.": "1979",
    "It held polls in 2023, 2027 and 2031.": "2023 2027 2031",
    "He visited Oslo three times (2023, 2027, 2030).": "2023 2027 2030",
    "Ana Reis, elected 2028, agreed.": "2028",
    "The US 2029 election was close.": "2029",
    "The United Nations 2029 report says otherwise.": "2029",
    "That was in 1989; this is 2031.": "1989 2031",
    "He led the country from 1990 to 2015.": "1990/2015",
    "It was sold as part of “2028 arms trade” with Norland.": "2028",
}
COUNTS = (
    "It killed 2016 people.",
    "It killed 2016.",
    "It cost 2016 dollars.",
    "More than 2000 were arrested.",
    "The 1800 refugees at the border wait.",
    "Its 2000 troops will leave.",
    "Of 2000 votes, half were void.",
    "A crowd of 2000 gathered.",
    "A force of 2000 will stay.",
    "They flew 1500 km to the summit.",
    "Resolution 1701 and Resolution 2016 stand.",
    "UN resolution 1973 (2011) stands.",
    "It sold 2000 copies.",
    "Directive 2016/679 applies.",
    "Room 2016 of the ministry was closed.",
    "Call 1979 for help.",
    "2016 were arrested.",
    "They bought 1900 lorryloads of grain.",
    "The post-2028 order is weak.",
    "An estimated 1800 died.",
    "In all, 1800 died.",
    "Prices rose from 1800 to 1950 dollars.",
    "The index fell 200 points to 1950.",
    "The post is open from 0900 to 1700.",
    "The curfew is from 2000 to 0500.",
    "Between 1500 and 2000 people were held.",
    "From 1500 to 2000 soldiers were sent.",
    "The programme is called Storm 2026 at home.",
)
DIRECTIONS = {
    "The two agreed to settle it in the 15th round of talks begun Monday.": "2031-05-12",
    "Until April, no one crossed.": "../2031-04",
    "The army may have left on Monday.": "2031-05-12",
    "The army must have known on Monday.": "2031-05-12",
    "The army would have to leave on Monday.": "2031-05-19",
    "After meeting on Monday, the two will now write.": "2031-05-12",
    "Following talks on Monday, the two will now write.": "2031-05-12",
    "The two will meet in Oslo in June, after a first round in April.": "2031-06 2031-04",
    "Reis said Friday's council would send troops.": "2031-05-16",
    "Reis said Monday's council had sent troops.": "2031-05-12",
    "Reis is in Oslo on Thursday for talks.": "2031-05-15",
    "If they agree on Friday, peace is near.": "2031-05-16",
    "If they had agreed on Friday, peace would be near.": "2031-05-09",
    "Until July, no one will cross.": "../2031-07",
    "Friday is the last day of voting.": "2031-05-16",
    "As of today, visas are free.": "2031-05-14",
    "Norland is stronger today than ten years ago.": "2021",
    "In today's Europe, this will not do.": "",
    "Trade has grown twentyfold in the last ten years.": "2021/2031-05-14",
    "He visited Oslo twice in the last ten years.": "[2021-05-14..2031-05-14]",
}


def dates(text: str) -> str:
    """Return the dates of a sentence."""
    found = time_words(text, [(0, len(text))], WEDNESDAY)
    return " ".join(str(word.when) for word in found if word.when is not None)


@each_case(("text", "expected"), YEARS.items(), ids=[text[:40] for text in YEARS])
def test_a_year_is_found_wherever_it_stands(text: str, expected: str) -> None:
    assert dates(text) == expected


@each_case("text", COUNTS, ids=[text[:40] for text in COUNTS])
def test_a_count_that_looks_like_a_year_is_none(text: str) -> None:
    assert dates(text) == ""


@each_case(("text", "expected"), DIRECTIONS.items(), ids=[text[:40] for text in DIRECTIONS])
def test_common_days_and_months_lie_on_their_side(text: str, expected: str) -> None:
    assert dates(text) == expected
