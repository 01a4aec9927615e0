"""Forms of times that agencies of many countries write, in sentences that no text has, and what looks like them.

The publication is Wednesday, 16 March 2022. The dates of a sentence stand in its order; none stands for what has none.
"""

from diplo_events import EventDate
from diplo_events.drafting._times.words import time_words
from each_case import each_case

WEDNESDAY = EventDate.parse("2022-03-16")

FORMS = {
    # days
    "They met on Mar the 15th in Tarn.": "2022-03-15",
    "They met on March the 15th in Tarn.": "2022-03-15",
    "They met on Tue, 15 Mar 2022, in Tarn.": "2022-03-15",
    "They met on Tue. (15 March) in Tarn.": "2022-03-15",
    "They met on Tuesday (15/3) in Tarn.": "2022-03-15",
    "They met on 15-03-2022 in Tarn.": "2022-03-15",
    "They met on 15-Mar-2022 in Tarn.": "2022-03-15",
    "They met on Jul 5 in Tarn.": "2021-07-05",
    "They met on 5 Jun in Tarn.": "2021-06-05",
    "Briefing the council today (16 Mar), she warned of war.": "2022-03-16 2022-03-16",
    "Briefing the council yesterday (15 March), she warned of war.": "2022-03-15 2022-03-15",
    # several
    "Talks were held in Tarn on 5 and 6 March.": "2022-03-05/2022-03-06",
    "Talks were held in Tarn on March 1, 2 and 3.": "2022-03-01/2022-03-03",
    "Talks were held in Tarn on 1 and 4 March.": "{2022-03-01,2022-03-04}",
    "They told the council of it in October and November.": "2021-10/2021-11",
    "They told the council of it in October and December.": "{2021-10,2021-12}",
    "They told the council of it in October or November.": "[2021-10..2021-11]",
    "They met in May, June and July 2019.": "2019-05/2019-07",
    "The vote was put off in December and January.": "2021-12/2022-01",
    "They met in April and again in June.": "2021-04 2021-06",
    "They met in June and March 5 was a day of talks.": "2021-06 2022-03-05",
    # nights and weekends
    "Drones fell in the night from Sunday to Monday.": "[2022-03-13..2022-03-14]",
    "Drones fell overnight into Monday.": "[2022-03-13..2022-03-14]",
    "They talked over the weekend of 5 March.": "[2022-03-05..2022-03-06]",
    "They talked over the weekend of March 5-6.": "2022-03-05/2022-03-06",
    "The talks will resume midweek.": "[2022-03-16..2022-03-17]",
    "A mid-week meeting brought no deal.": "[2022-03-15..2022-03-16]",
    # longer times
    "A 1960s treaty still binds both.": "196X",
    "The mid-1990s war left many dead.": "[1993..1996]",
    "The isles came to it under the Osran kings (1368-1644).": "1368/1644",
    "The war (1756–1763; it was the third) ended so.": "1756/1763",
    "Exports rose in Q4.": "2021-36",
    "More than 200 people have fled since the beginning of the year.": "2022-01-01/..",
    "More than 200 people have fled since the start of March.": "2022-03-01/..",
    "She was foreign minister between 2014 and 2018.": "2014/2018",
    "They were refused entry until last week.": "[2022-03-07..2022-03-13]",
    "He spoke of last weeks talks in Tarn.": "[2022-03-07..2022-03-13]",
    "They met in 2010. A decade later they met again.": "2010 2020",
    "She lost the 2020 presidential election.": "2020",
    "The talks failed over the summer.": "2021-22",
    "Trade came to 2 billion in 2018, up from 2017.": "2018 2017",
    "Foss, a minister from 2012-2014, agreed.": "2012/2014",
    "After the war in the autumn of 2020, a truce was signed on 10 November.": "2020-23 2020-11-10",
    "In late 2019 he fell ill. He died on 3 January.": "[2019-09..2019-12] 2020-01-03",
    "The Osran Convention of 1961 binds all.": "1961",
    "They will talk Thursday-Saturday in Tarn.": "2022-03-17/2022-03-19",
    # ahead
    "They agreed on an extension of the deal beyond 1 April.": "2022-04-01",
    "With effect from 1 April, visas are not needed.": "2022-04-01",
    "She wraps up a visit of three days on Friday.": "2022-03-18",
    "The port will be shut until Friday.": "2022-03-18",
    "The port will be shut until next week.": "[2022-03-21..2022-03-27]",
    "She set a Friday deadline for them.": "2022-03-18",
    "Saturday marks 30 years since the wall fell.": "2022-03-19",
    "He said he would meet her in three to four weeks' time.": "[2022-04-04..2022-04-17]",
    "He said he would meet her in two or three days.": "[2022-03-18..2022-03-19]",
    "Both prepare to meet this week in Tarn.": "[2022-03-16..2022-03-20]",
    "Both are poised to sign on Friday.": "2022-03-18",
    "They agreed on Monday to meet on Friday.": "2022-03-14 2022-03-18",
    "They agreed in Tarn to meet on Friday.": "2022-03-18",
    "She spoke ahead of Lund's visit on Monday.": "2022-03-21",
    "She flew to Tarn ahead of a summit on Monday.": "2022-03-21",
    "They refused to move the mid-April deadline for a deal.": "[2022-04-11..2022-04-20]",
    "None of them believed in the April deadline.": "2022-04",
    "They called for marches next 10 September.": "2022-09-10",
    "They marched last 10 September.": "2021-09-10",
    "It was chosen for being near 14 September, when the council is to meet.": "2022-09-14",
    "They will march on 10 November. The date, 10 November, was chosen long ago.": "2022-11-10 2022-11-10",
}
ALIKE = {
    "Kim Jun met Lee Jul in Tarn.": "",
    "The envoy sat down with Sun Li and Wed Ren.": "",
    "The bill passed (1368-1644) after a long debate.": "",
    "The vote was (1368-1644) in the end.": "",
    "The force has 2010s-style tanks.": "",
    "They gave two to three weeks of work.": "",
    "In the last weeks talks stalled.": "",
    "They missed the Friday deadline.": "2022-03-11",
    "They had an army of 1961 men.": "",
    "He won the 2019 Osran Peace Prize.": "",
    "The 1995 Review and Renewal Conference failed.": "",
    "The April deadline passed without a deal.": "2021-04",
    "Both sides missed the April deadline.": "2021-04",
    "The deadline passed in April without a deal.": "2021-04",
    "The talks will last until June.": "2022-06",
    "They marched on 10 March. The date, 10 March, was chosen long ago.": "2022-03-10 2022-03-10",
    "Both prepared for it this week.": "[2022-03-14..2022-03-16]",
    "The aid rose from 1800 to 2000 trucks.": "",
    "2020 US presidential election candidates met.": "",
    "He won the 2020 US Presidential Election.": "",
}


def dates(sentence: str) -> str:
    """Return the dates of the time words of a sentence."""
    words = time_words(sentence, [(0, len(sentence))], WEDNESDAY)
    return " ".join(str((word.limit or word).when) for word in words if word.when is not None)


@each_case("sentence", [*FORMS, *ALIKE])
def test_each_time_has_its_date(sentence: str) -> None:
    assert dates(sentence) == (FORMS | ALIKE)[sentence]
