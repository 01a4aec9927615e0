"""Times of orders, deadlines, quotations and stories, and what only looks like them.

The publication is Wednesday, May 14, 2031.
"""

from pathlib import Path

from diplo_events import EventDate
from diplo_events.drafting._times.patterns import FINDER, RANGES
from diplo_events.drafting._times.search import Beginnings
from diplo_events.drafting._times.words import time_words
from each_case import each_case

WEDNESDAY = EventDate.parse("2031-05-14")

SENTENCES = {
    # What somebody is to do, and who was told to on a day
    "The premier ordered the ministry to report on Friday on the leak.": "2031-05-16",
    "The mayor asked the council to meet again on Tuesday.": "2031-05-20",
    "The envoy urged both sides to attend the forum in June.": "2031-06",
    "The envoy urged both sides to read the report of Tuesday.": "2031-05-13",
    "Ministers were instructed on Monday to prepare a plan.": "2031-05-12",
    "The mayor asked the council to consider a report published on Tuesday.": "2031-05-13",
    "He was held until his next court appearance on June 5.": "2031-06-05",
    "Her next visit in June was confirmed by both sides.": "2031-06",
    "The next call, on Friday, would cover grain.": "2031-05-16",
    "The next round took place on Friday.": "2031-05-09",
    # A stretch that lasts until today, whatever is said of it
    "The past week has been calm.": "2031-05-07/2031-05-14",
    "The last two months, thanks to the truce, were calm.": "2031-03/2031-05-14",
    "Ships moved there over the course of the past week.": "2031-05-07/2031-05-14",
    "The last two months of the campaign were calm.": "",
    "Tomorrow—as people mark the day—he flies to Oslo.": "2031-05-15",
    "Polls open on Sunday at 8 a.m.": "2031-05-18T08:00:00",
    "The border was open on Sunday.": "2031-05-11",
    "The club, which meets in Veld in November, objected.": "2031-11",
    "The club, which met in Veld in November, objected.": "2030-11",
    "On Monday I’ll be in Oslo.": "2031-05-19",
    "On Monday I was in Oslo.": "2031-05-12",
    "We’re meeting in Oslo on Monday.": "2031-05-19",
    "The bank forecast in January that growth would slow.": "2031-01",
    "With the Friday deadline looming, envoys met on Tuesday.": "2031-05-16 2031-05-13",
    "With the Friday deadline over, envoys met on Tuesday.": "2031-05-09 2031-05-13",
    "The 27 members will decide this Monday.": "2031-05-19",
    "The 27 members decided this Monday.": "2031-05-12",
    "The president tours the coast from May 19 to 22.": "2031-05-19/2031-05-22",
    "They gather in Oslo two weeks from today.": "2031-05-28",
    "The forum opens a week from Friday.": "2031-05-23",
    "The curfew runs through Friday.": "2031-05-16",
    "The curfew ran through Friday.": "2031-05-09",
    "No earlier than July would troops leave.": "2031-07",
    "The talks, which began on Monday, end on Friday.": "2031-05-12 2031-05-16",
    "The text was adopted ahead of a signing in June.": "2031-06",
    "The text was adopted ahead of a signing in April.": "2031-04",
    "Three Fridays ago, he left.": "2031-04-25",
    "On the last day of April, he left.": "2031-04-30",
    "As recently as 2029, he denied it.": "2029",
    "The session of May 10 through May 12 was short.": "2031-05-10/2031-05-12",
    "The line was down from Tuesday evening until Wednesday morning.": "2031-05-13/2031-05-14",
    "In a month or two we shall see.": "",
    # Deadlines
    "They had given the council until Sunday to resign, which it did not.": "2031-05-11",
    "The court gave the council until Monday to reply.": "2031-05-19",
    "The council has only until 3 June to reply.": "2031-06-03",
    "The council has been closed until 3 June.": "../2031-06-03",
    "The council sat until Sunday.": "../2031-05-11",
    "Talks went on until Sunday.": "../2031-05-11",
    # What stands before an owner or a noun is of no limit
    "He was charmed by last month’s host.": "2031-04",
    "The truce was broken by Saturday’s attack.": "2031-05-10",
    "Nothing was settled by Saturday.": "[..2031-05-10]",
    "Ties have been cold since the May 2, 2030 coup.": "2030-05-02",
    "Ties have been cold since May 2, 2030.": "2030-05-02/..",
    # Hours of a story
    "They met on Tuesday. Three hours later he left.": "2031-05-13 2031-05-13",
    "They met at 9 a.m. on Tuesday; minutes later and a few hours later bells rang.": "2031-05-13T09:00:00 2031-05-13",
    "They met on Tuesday. He left 36 hours later.": "2031-05-13",
    "They met on Tuesday. He left less than three hours later.": "2031-05-13",
    "They met on Tuesday. Two hours earlier he had left.": "2031-05-13",
    "They met on Tuesday evening; earlier in the day he had met the king.": "2031-05-13 2031-05-13",
    "Earlier in the day he had met the king.": "2031-05-14",
    "He was seized on Friday, is to appear on June 5, and was charged on the same day.": (
        "2031-05-09 2031-06-05 2031-05-09"
    ),
    "On Monday it rained. The May 4 issue told of it. On the same day he left.": "2031-05-12 2031-05-04 2031-05-04",
    "He was held overnight before flying home on Friday.": "2031-05-09",
    "Shelling went on overnight, it said on Wednesday.": "[2031-05-13..2031-05-14] 2031-05-14",
    "The base was lost in 1997. Since then, it has been idle.": "1997 1997/..",
    "It was signed on 8 December 1987 and took effect on 1 June of the following year.": "1987-12-08 1988-06-01",
    "He left on the morning of May 3; on the evening of the 5th he was back.": "2031-05-03 2031-05-05",
    # What has not been
    "He has not been seen in the past two weeks.": "2031-04-30/2031-05-14",
    "He has been seen in the past two weeks.": "[2031-04-30..2031-05-14]",
    # The nearer of two months
    "Late last February they signed.": "[2031-02-21..2031-02-28]",
    "They signed last March.": "2031-03",
    # Quotations, and the day on which they were said
    "“We met yesterday and will meet tomorrow,” he said on Tuesday.": "2031-05-12 2031-05-14 2031-05-13",
    "“Tonight we mourn,” he told the crowd on Sunday.": "2031-05-11 2031-05-11",
    "“Tonight we mourn,” he said of the vote on Sunday.": "2031-05-14 2031-05-11",
    "“Tonight we mourn,” he said. It rained on Sunday.": "2031-05-14 2031-05-11",
    "“Tonight we mourn,” he said on 30 February.": "2031-05-14",
    "It was part of “2008 arms deals”, he said.": "2008",
    # An age rather than a day
    "Today’s world is no longer that of 1945.": "1945",
    "“Today, more than ever, we must stand together,” he said.": "",
    "The decision of today will shape the Europe of tomorrow.": "2031-05-14",
    "“We live today in a dangerous age,” he said.": "",
    "He spoke of the effects of today’s ruling.": "2031-05-14",
    "Today’s vote was close.": "2031-05-14",
    # Names of events
    "It was the second round of the 2017 Ruritanian Presidential election.": "",
    "It was said to turn the 2016 presidential election.": "2016",
    "It was said to turn the 2016 election.": "2016",
    "He was tried over the January 6 riot.": "",
    "They have been held since the 7 October attacks.": "",
    "They have been held since the October 7, 2023 attacks.": "2023-10-07",
    "He left on January 6.": "2031-01-06",
}


@each_case(("text", "expected"), SENTENCES.items(), ids=[text[:40] for text in SENTENCES])
def test_each_time_of_a_sentence_has_its_date(text: str, expected: str) -> None:
    found = time_words(text, [(0, len(text))], WEDNESDAY)
    assert " ".join(str(word.when) for word in found if word.when is not None) == expected


def test_words_lead_to_the_times_that_are_found_at_any_letter() -> None:
    tests = "\n".join(path.read_text(encoding="utf-8") for path in sorted(Path(__file__).parent.glob("test_time*.py")))
    places, slow, quick = Beginnings(tests, 0, len(tests)), [], []
    assert [match.span() for match in places.stretches] == [match.span() for match in RANGES.finditer(tests)]
    for found, search in ((slow, lambda place: FINDER.search(tests, place)), (quick, places.next)):
        place = 0
        while match := search(place):
            found.append(match.span())
            place = match.end()
    assert len(quick) > 500
    assert quick == slow
