"""Times as a text tells them: dates of numbers, days noted behind quotations, events, stretches that last, and parts.

The publication is Wednesday, May 14, 2031.
"""

from itertools import pairwise
from typing import Final

from diplo_events import EventDate
from diplo_events.drafting._times.famed import famed_day
from diplo_events.drafting._times.numbers import Numbers
from diplo_events.drafting._times.parts import listed
from diplo_events.drafting._times.words import time_words
from each_case import each_case

WEDNESDAY: Final = EventDate.parse("2031-05-14")

TOLD: Final = [
    # dates of numbers: those of one reading, in the order that the text shows, or of news
    ("She left on 5/13/31.", "2031-05-13"),
    ("She left on 13/5/2031 and came on 4/5/2031.", "2031-05-13 2031-05-04"),
    ("She left on 5/13/2031 and came on 4/5/2031.", "2031-05-13 2031-04-05"),
    ("She left on 3/3/29.", "2029-03-03"),
    ("She left on 5/9/31.", "2031-05-09"),
    ("She left on 12.05.2031.", "2031-05-12"),
    ("She left on 13.02.2030.", "2030-02-13"),
    # look-alikes: two readings, no day, and no date
    ("She left on 4/5/2031.", "None"),
    ("She left on 13/13/2031.", "None"),
    ("She left on 13/5/2031 or 5/13/2031 or 4/5/2031.", "2031-05-13 2031-05-13 None"),
    ("Version 1.12.2031.4 came out.", ""),
    ("They work 24/7/365 here.", ""),
    ("See www.news.org/12/3/31/talks for more.", ""),
    ("About 9/10 of them left.", ""),
    # the day noted behind a quotation
    ('"We are glad today." [Statement, 5/12/31]', "2031-05-12 2031-05-12"),
    ('"We are glad today," said Ana Reis. [Statement, 5/12/31]', "2031-05-12 2031-05-12"),
    ("“We will sleep well tonight.” (Post, May 12, 2031)", "2031-05-12 2031-05-12"),
    ("“We left yesterday.” [Press release, 12 May 2031]", "2031-05-11 2031-05-12"),
    ("“We left yesterday.” [Letter, 4/5/28]", "2031-05-13 None"),
    ("“We left yesterday.” [Letter, 31 June]", "2031-05-13 None"),
    ("“We left yesterday.” It rained (May 12).", "2031-05-13 2031-05-12"),
    ("“Next week we go,” Lund said on Friday.", "[2031-05-12..2031-05-18] 2031-05-09"),
    ("“This week has been hard,” Lund said on Sunday.", "[2031-05-05..2031-05-11] 2031-05-11"),
    ("“Two days ago we met,” Lund said on Friday.", "2031-05-07 2031-05-09"),
    ("They met on Friday. “This week has been hard,” Lund said.", "2031-05-09 [2031-05-12..2031-05-14]"),
    # the day that stands beside "today"
    ("Today, May 13, we met.", "2031-05-13 2031-05-13"),
    ("Today (Tuesday) we met.", "2031-05-13 2031-05-13"),
    ("We met today, on May 12, in Oslo.", "2031-05-12 2031-05-12"),
    ("Yesterday, May 12, we met.", "2031-05-12 2031-05-12"),
    ("We met today and on Tuesday.", "2031-05-14 2031-05-13"),
    ("We met today, Tuesday's vote having failed.", "2031-05-14 2031-05-13"),
    ("We meet today (May 3 was too early).", "2031-05-14 2031-05-03"),
    # the last weekend, and the next
    ("They were driven back this weekend by rain.", "[2031-05-10..2031-05-11]"),
    ("The fair was this weekend.", "[2031-05-10..2031-05-11]"),
    ("They will meet this weekend.", "[2031-05-17..2031-05-18]"),
    ("The fair is this weekend.", "[2031-05-17..2031-05-18]"),
    # what lasted, or is counted, between two times did so all the time
    ("He lived there between May and August 2029.", "2029-05/2029-08"),
    ("She ruled the island between 1990 and 1994.", "1990/1994"),
    ("They were at war between 1990 and 1994.", "1990/1994"),
    ("She worked here between early August and early December.", "2030-08/2030-12"),
    ("Between 2012 and 2029, there have been about 69,820 cases.", "2012/2029"),
    ("The ship sank between May and August 2029.", "[2029-05..2029-08]"),
    ("He will decide between Thursday and Saturday.", "[2031-05-15..2031-05-17]"),
    # two thirds of a month
    ("Talks may last until mid- or late June.", "../2031-06"),
    ("The vote will be held in mid- or late September.", "[2031-09-11..2031-09-30]"),
    ("In early or mid-March 2030 they met.", "[2030-03-01..2030-03-20]"),
    # a year before its day
    ("Last year August 8 was a good day.", "2030-08-08"),
    ("Last year on 8 August they met.", "2030-08-08"),
    ("Last year, on 8 August, they met.", "2030-08-08"),
    ("They said that after May 20, they will go on.", "2031-05-20"),
    ("She takes the chair this July, and Norway knows it.", "2031-07"),
    ("This April he won.", "2031-04"),
    ("Last year in May they met.", "2030-05"),
    ("Next year on June 3 they will meet.", "2032-06-03"),
    ("This year on May 3 they met.", "2031-05-03"),
    ("Two years ago on May 3 he left.", "2029-05-03"),
    ("Two years ago, in August, he left.", "2029-08"),
    ("On 8 August 2029 he won. A year later, on August 10, she fell ill.", "2029-08-08 2030-08-10"),
    ("In 2027 he won. Two years later, in May, he lost.", "2027 2029-05"),
    ("In 2027 he won. Two years earlier, in May, he had lost.", "2027 2025-05"),
    ("Last year, May said no.", "2030"),
    ("Two years ago in Oslo he left.", "2029"),
    ("In 2027 he won. Two years later he lost.", "2027 2029"),
    ("Several years later, in May, he lost.", "None"),
    ("Several years ago on May 3 he left.", "None"),
    ("He left the day before the vote on June 31.", "None None"),
    # a part of the one day that the story has told
    ("The police fired yesterday. The unrest went on through the evening.", "2031-05-13 2031-05-13"),
    ("The police fired yesterday. In the morning all had been calm.", "2031-05-13 2031-05-13"),
    ("They fired yesterday. They had met on Monday. It went on through the evening.", "2031-05-13 2031-05-12 None"),
    ("In the evening he reads.", "None"),
    ("He rose at 5 in the morning.", ""),
    ("It fell around 7:38 pm (1408 UTC) in the evening.", "2031-05-14"),
    ("It was in the morning of his life.", ""),
    # counted from an event that a verb tells of, or that the text is about
    ("He was shot on May 3. He died three days after the shooting.", "2031-05-03 2031-05-06"),
    ("They voted on May 3. The day after the election he left.", "2031-05-03 2031-05-04"),
    ("They voted on May 3 and May 4. The day after the election he left.", "2031-05-03 2031-05-04 None"),
    (
        "Blast hits house\n\nThe house fell on Monday. It had leaked.\n\nHe moved in the day before the blast.",
        "2031-05-12 2031-05-11",
    ),
    ("A house falls\n\nThe house fell on Monday.\n\nHe moved in the day before the blast.", "2031-05-12 None"),
    (
        "City mourns years after blast\n\nA service was held on Monday.\n\nThree days after the blast, he had died.",
        "2031-05-12 None",
    ),
    ("The law starts on June 3, two weeks before the vote.", "2031-06-03 None"),
    ("He left a day after Monday's raid.", "2031-05-13 2031-05-12"),
    ("He left the day before the vote on May 3.", "2031-05-02 2031-05-03"),
    ("The day before the May 3 vote, he left.", "2031-05-02 2031-05-03"),
    ("He was jailed two days after he returned on Friday.", "2031-05-11 2031-05-09"),
    ("Two weeks before the 3 May vote, he left.", "None 2031-05-03"),
    ("He returned on Friday, the day after Lund left.", "2031-05-09 2031-05-08"),
    ("They met on Friday. He left the day after the king.", "2031-05-09 None"),
    ("They met on Friday. He left the day after.", "2031-05-09 2031-05-10"),
    ("He left a day after the raid in which Lund fell on Monday.", "None 2031-05-12"),
    # what was to come on the day that was told
    ("Lund said Sunday he would leave by Tuesday.", "2031-05-11 [2031-05-11..2031-05-13]"),
    ("Lund said Sunday he would leave on Tuesday.", "2031-05-11 2031-05-13"),
    ("Lund said Sunday he would leave by Friday.", "2031-05-11 [2031-05-14..2031-05-16]"),
    # a clause about a noun does not move the story on
    (
        "They met on Monday on a law which went into effect on Tuesday. She said in a post, “Today's step is big.”",
        "2031-05-12 2031-05-13 2031-05-12",
    ),
    (
        "They met on Monday. The law came on Tuesday. She said in a post, “Today's step is big.”",
        "2031-05-12 2031-05-13 2031-05-13",
    ),
    # the present tense of what is to come
    ("Elections are in October.", "2031-10"),
    ("The election is October 31.", "2031-10-31"),
    ("The vote falls on June 3.", "2031-06-03"),
    ("The bill passed the house in October and goes to the senate in June.", "2030-10 2031-06"),
    ("He said Monday that they meet again on Friday.", "2031-05-12 2031-05-16"),
    ("The two sides hold talks on Friday.", "2031-05-16"),
    ("Norland and Sudmark hold summit in June.", "2031-06"),
    ("The party held talks on Friday.", "2031-05-09"),
    ("They hold that on Friday he lied.", "2031-05-09"),
    ("It is October.", "2030-10"),
    ("The man who is on Friday's list was here.", "2031-05-09"),
    ("On Friday Lund meets Reis.", "2031-05-16"),
    ("On Friday, Lund and Reis meet.", "2031-05-16"),
    ("On Friday the court hears the case.", "2031-05-16"),
    ("The court hears the case on Friday.", "2031-05-16"),
    ("The court is hearing the case on Friday.", "2031-05-16"),
    ("In June the court opens its doors.", "2031-06"),
    ("On Friday, the two met in Oslo.", "2031-05-09"),
    ("On Monday a man who hosts a show was shot.", "2031-05-12"),
    ("On Friday they agreed that it will open on Sunday.", "2031-05-09 2031-05-18"),
    # what was put off, moved, or done until a time
    ("The visit in June has been called off.", "2031-06"),
    ("The June election was put off.", "2031-06"),
    ("The talks in April were put off.", "2031-04"),
    ("The hearing was postponed from Monday to Friday.", "2031-05-12 2031-05-16"),
    ("The vote was moved from April to June.", "2031-04 2031-06"),
    ("It rained from Monday to Tuesday.", "2031-05-12/2031-05-13"),
    ("The vote was first due in April.", "2031-04"),
    ("He was released on bail until June 3.", "../2031-06-03"),
    ("The city was closed until June 3.", "../2031-06-03"),
    ("The shop was open until May 3.", "../2031-05-03"),
    ("The king ruled until June.", "../2030-06"),
    # two times that share their words
    ("On the 8th and 9th of May he left.", "2031-05-08/2031-05-09"),
    ("Between May 8 and 9 he left.", "[2031-05-08..2031-05-09]"),
    ("In April and May he left.", "2031-04/2031-05"),
    ("Lund and May left.", ""),
    ("January–April 2031 was dry.", "2031-01/2031-04"),
    ("In January-April it was dry.", "2031-01/2031-04"),
    ("In the early hours of today he left.", "2031-05-14"),
    # no times
    ("We are with you today, tomorrow, and always.", ""),
    ("I am glad for who I am today.", ""),
    ("We are with you today and tomorrow.", "2031-05-14 2031-05-15"),
    ("They met on 3 May, a Saturday.", "2031-05-03"),
]


def blocks_of(text: str) -> list[tuple[int, int]]:
    """Return the paragraphs of a text."""
    ends = [0]
    for paragraph in text.split("\n"):
        ends.append(ends[-1] + len(paragraph) + 1)
    return [(start, end - 1) for start, end in pairwise(ends) if end - 1 > start]


@each_case(("text", "when"), TOLD)
def test_a_text_tells_its_times(text: str, when: str) -> None:
    words = time_words(text, blocks_of(text), WEDNESDAY)
    assert " ".join(str(word.when) for word in words) == when


LISTS: Final = [
    ("Monday and Tuesday were calm.", "Monday=2031-05-12, Tuesday=2031-05-13"),
    ("They will meet on Thursday and Friday.", "Thursday=2031-05-15, Friday=2031-05-16"),
    ("It was Monday or Tuesday.", "Monday or Tuesday=[2031-05-12..2031-05-13]"),
    ("It began at 5 p.m. on Friday.", "at 5 p.m. on Friday=2031-05-09T17:00:00, Friday=2031-05-09"),
    ("It began on Friday at 17:00.", "Friday at 17:00=2031-05-09T17:00:00, Friday=2031-05-09"),
    ("It began at 17:00.", "at 17:00=2031-05-14T17:00:00, at 17:00=2031-05-14"),
    ("It has rained since Saturday.", "Saturday=2031-05-10"),
    ("It has rained since March 3.", "since March 3=2031-03-03/.."),
    ("It has rained since 3 March 2029.", "since 3 March 2029=2029-03-03/.."),
    ("It has rained since March 2029.", "since March 2029=2029-03/.."),
    ("It will last until June.", "June=2031-06"),
    ("It will last until the end of June.", "the end of June=[2031-06-24..2031-06-30]"),
    ("It was calm until this month.", "this month=2031-05"),
    ("They will leave by Friday.", "Friday=2031-05-16"),
    ("They left on Friday.", "Friday=2031-05-09"),
]


@each_case(("text", "parts"), LISTS)
def test_a_list_of_times_has_what_time_words_name(text: str, parts: str) -> None:
    found = [part for word in time_words(text, [(0, len(text))], WEDNESDAY) for part in listed(word)]
    assert ", ".join(f"{part.text}={part.when}" for part in found) == parts
    assert all(text[part.start : part.end] == part.text for part in found)


FAMED: Final = [
    ("The attack by Hamas on October 7 was planned.", "October 7", "2023-10-07"),
    ("Hostages whom Hamas took on 7 October are free.", "7 October", "2023-10-07"),
    ("Since the massacre by Hamas on October 7th all is new.", "October 7th", "2023-10-07"),
    ("The terrorists' attack on September 11 killed many.", "September 11", "2001-09-11"),
    ("The riot at the Capitol on January 6 was long.", "January 6", "2021-01-06"),
    ("A ceremony on October 7 marked the attack by Hamas.", "October 7", "None"),
    ("Israel struck Gaza on October 7.", "October 7", "None"),
    ("The attack on October 7 hit a bridge.", "October 7", "None"),
    ("The attack by Hamas on October 8 was small.", "October 8", "None"),
    ("Hamas spoke of the attack. Talks began on October 7.", "October 7", "None"),
]


@each_case(("text", "words", "when"), FAMED)
def test_a_famed_day_has_its_year(text: str, words: str, when: str) -> None:
    span = (text.index(words), text.index(words) + len(words))
    assert str(famed_day(text, span, WEDNESDAY)) == when
    assert famed_day(text, span, EventDate.parse("2001-10-01")) is None


def test_what_is_no_date_of_numbers_has_no_day() -> None:
    numbers = Numbers("", [], WEDNESDAY)
    assert numbers.read("Monday") == (None, "the calendar has no such day")
    assert "order" in numbers.read("4/5/2031")[1]
