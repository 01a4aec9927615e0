"""Time words of a story: the year and the events that a paragraph has told of, and stretches of which all is meant.

The publication is Wednesday, May 14, 2031.
"""

from typing import Final

from diplo_events import EventDate
from diplo_events.drafting._times.words import time_words
from each_case import each_case

WEDNESDAY: Final = EventDate.parse("2031-05-14")

STORIES: Final = [
    # months and days after a date with its year are of its story
    ("In 2029 the club split. In late September it met.", "2029 [2029-09-21..2029-09-30]"),
    ("In March 2029 he was jailed. In June he was freed.", "2029-03 2029-06"),
    ("He was jailed on March 3, 2029, and freed in June.", "2029-03-03 2029-06"),
    ("In November 2028 the bridge fell. In February it was rebuilt.", "2028-11 2029-02"),
    ("On July 9, 2028, they met. On August 2 they signed.", "2028-07-09 2028-08-02"),
    ("In June 2029 he won. He had moved there in February.", "2029-06 2029-02"),
    ("During 2028 prices fell. By October 3 they were low.", "2028 [..2028-10-03]"),
    ("In 2027 he left. Later that year, in August, he died.", "2027 2027-08"),
    ("He left in 2027. Later that year in August he died.", "2027 2027-08"),
    ("He left in 2027. That same year, on 2 August, he died.", "2027 2027-08-02"),
    ("He left in 2027. Earlier that year, in mid-March, he fell ill.", "2027 [2027-03-11..2027-03-20]"),
    ("In 2028 they met. Between early August and early December they lost.", "2028 [2028-08-01..2028-12-10]"),
    ("In 2028 they met. From November to February they slept.", "2028 2028-11/2029-02"),
    ("Last year they met. From March to June they slept.", "2030 2030-03/2030-06"),
    ("In 2028 he lost. In the last week of the year he left.", "2028 [2028-12-25..2028-12-31]"),
    ("In 2028 he lost. By the end of the year he had left.", "2028 [..2028]"),
    ("He lost in 2028. By the end of that year he had left.", "2028 [..2028]"),
    ("He lost in March 2028. At the end of that month he left.", "2028-03 2028-03"),
    ("He lost in March 2028. In the first half of that same year he was ill.", "2028-03 2028-40"),
    # look-alikes: the present, and no story
    ("In 2028 he lost. He will leave by the end of the year.", "2028 [2031-05-14..2031-12-31]"),
    ("In 2028 he lost. He has been ill since the beginning of the year.", "2028 2031-01-01/.."),
    ("It was the end of that year.", "None"),
    ("He has ruled since 2025. In March he visited Oslo.", "2025/.. 2031-03"),
    ("In 2029 the club split. In March it has met twice.", "2029 2031-03"),
    ("In 2029 the club split. It will meet in June.", "2029 2031-06"),
    ("In 2029 the club split. Last week it met. In March it was small.", "2029 [2031-05-05..2031-05-11] 2031-03"),
    ("In January 2031 he won. In March he left.", "2031-01 2031-03"),
    ("The 2029 budget was cut. In March it rose.", "2029 2031-03"),
    # the year in which quoted words were said
    ('"By the middle of June the truce was dead," said Ana Reis in 2029.', "[..2029-06-20] 2029"),
    ('"We met in March and in April," Ana Reis wrote back in 2028.', "2028-03 2028-04 2028"),
    ('"We met in March," said Ana Reis.', "2031-03"),
    # counted from an event of which the text has told the day
    ("The raid on Monday killed two. He left the day after the raid.", "2031-05-12 2031-05-13"),
    ("The May 3 vote was close. Three days after the vote, he left.", "2031-05-03 2031-05-06"),
    ("The blast came on May 3. A week after the attack, they met.", "2031-05-03 2031-05-10"),
    (
        "They met on May 9. The summit was on May 3. Two days before the summit, it rained.",
        "2031-05-09 2031-05-03 2031-05-01",
    ),
    (
        'The blast came on May 3.\n\nIn a note the day after the blast, he wrote: "We lost two men yesterday."',
        "2031-05-03 2031-05-04 2031-05-03",
    ),
    ("The raid on Monday and the raid on Friday failed. A day after the raid, he left.", "2031-05-12 2031-05-09 None"),
    ("The vote on May 3 was close. Less than three days after the vote, he left.", "2031-05-03 None"),
    ("He left three days after the vote.", "None"),
    # the other zone in brackets is no day of the story
    (
        'At noon on Saturday (0300 UTC Friday) it began. "Today we sing," he said.',
        "2031-05-10T12:00:00 2031-05-09T03:00:00Z 2031-05-10",
    ),
]

WHOLE: Final = [
    ("The army has killed 300 rebels in the last five months.", "2030-12/2031-05-14"),
    ("In the last five months, dozens of villages have been burnt.", "2030-12/2031-05-14"),
    ("It was the third raid in the last five months.", "2030-12/2031-05-14"),
    ("It was the deadliest raid in the past two weeks.", "2031-04-30/2031-05-14"),
    ("They have met three times in the past two weeks.", "2031-04-30/2031-05-14"),
    ("In the past two weeks alone we saw fires.", "2031-04-30/2031-05-14"),
    ("In the last five months, prices have doubled.", "2030-12/2031-05-14"),
    ("He has resigned in the last two weeks.", "[2031-04-30..2031-05-14]"),
    ("She left her post in the last two weeks.", "[2031-04-30..2031-05-14]"),
    ("An honest interest has arisen in the last two weeks.", "[2031-04-30..2031-05-14]"),
    # the last week of a year that is over
    ("Exports fell in the last week of the year.", "[2030-12-25..2030-12-31]"),
    ("Exports will fall in the last week of the year.", "[2031-12-25..2031-12-31]"),
    ("They met at the beginning of the year.", "2031-01"),
]

SIDES: Final = [
    ("He has sent his aide to visit Oslo on Monday to back the talks.", "2031-05-19"),
    ("He is sending an envoy to lead the talks on Friday.", "2031-05-16"),
    ("He sent his aide to visit Oslo on Monday.", "2031-05-12"),
    ("Officials have denied the claims and say Saturday's vote will be fair.", "2031-05-17"),
    ("Observers warned that Saturday's run-off vote would be close.", "2031-05-17"),
    ("The men killed in Saturday's raid will be buried.", "2031-05-10"),
    ("The polls could give the weakened leader a win in Saturday's vote.", "2031-05-17"),
    ("The leader weakened in Saturday's vote.", "2031-05-10"),
    ("He has toured the land, promising - among other things - to raise pensions in October.", "2031-10"),
    ("He wrote to them, vowing to leave in October.", "2031-10"),
    ("The house was scheduled to dissolve on May 12.", "2031-05-12"),
    ("The truce was due to end on April 20.", "2031-04-20"),
    ("The truce is due to end on April 20.", "2032-04-20"),
    ("The truce is due to end on May 12 at noon.", "2031-05-12T12:00:00"),
    ("We tried to work, but by the middle of April it was clear that he had lied.", "[..2031-04-20]"),
    ("By April 6 ten had agreed to leave.", "[..2031-04-06]"),
    ("By Friday ten were dead.", "[..2031-05-09]"),
    ("By Friday ten will be here.", "[2031-05-14..2031-05-16]"),
    ("He vowed to leave by Friday.", "[2031-05-14..2031-05-16]"),
    ("The mandate will end in 2033.", "2033"),
    ("The war was to start in 2029.", "2029"),
    ("He came at the end of 2029.", "2029-12"),
    ("They must free all men, among them ten boys, by Friday, and he repeated it.", "[2031-05-14..2031-05-16]"),
    ("He is running in Sunday's election.", "2031-05-18"),
    ("He was running in Sunday's election.", "2031-05-11"),
    ("He spoke two days ahead of the summit on Friday.", "2031-05-16"),
    ("The ban, effective Monday, is harsh.", "2031-05-19"),
    ("He proved effective on Monday.", "2031-05-12"),
    # no times
    ("Nothing will be settled overnight, he said.", ""),
    ("They cannot be built overnight.", ""),
    ("He became an overnight success.", ""),
    ("Shells did not fall overnight.", "[2031-05-13..2031-05-14]"),
    ("The truce broke overnight.", "[2031-05-13..2031-05-14]"),
    ("They meet today's tests and win tomorrow's potential.", "2031-05-14"),
    ("They spoke of tomorrow's vote.", "2031-05-15"),
]


@each_case("text, expected", STORIES + WHOLE + SIDES)
def test_each_time_of_a_story_has_its_date(text: str, expected: str) -> None:
    blocks = []
    for paragraph in text.split("\n\n"):
        start = text.index(paragraph)
        blocks.append((start, start + len(paragraph)))
    assert " ".join(str(word.when) for word in time_words(text, blocks, WEDNESDAY)) == expected


def test_a_limit_in_a_story_has_its_own_day() -> None:
    text = "In 2028 prices fell. By October 3 they were low."
    limit = time_words(text, [(0, len(text))], WEDNESDAY)[1].limit
    assert limit is not None
    assert (limit.text, str(limit.when)) == ("October 3", "2028-10-03")
