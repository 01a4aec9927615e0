"""Hours without their day, windows of time ahead, and days of a word given, in sentences that no text has.

The publication is Wednesday, 14 May 2031. The dates of a list of the times of a sentence stand in its order.
"""

from diplo_events import EventDate
from diplo_events.drafting._times.parts import listed
from diplo_events.drafting._times.words import time_words
from each_case import each_case

WEDNESDAY = EventDate.parse("2031-05-14")
NOON = "2031-05-14T12:00:00 2031-05-14"

HOURS = {
    "The envoy came today. At midday he made a speech.": f"2031-05-14 {NOON}",
    "The envoy came at 11:25 a.m. and was greeted.": "2031-05-14T11:25:00 2031-05-14",
    "Just before 9:30 a.m. local time it snowed.": "2031-05-14",
    "At about 3:30 pm the convoy left.": "2031-05-14",
    "The talks began at 1000 GMT.": "2031-05-14T10:00:00Z 2031-05-14",
    "A strike at 2030 GMT hit the port.": "2031-05-14T20:30:00Z 2031-05-14",
    "It happened today at 6.00 pm [1000GMT].": "2031-05-14T18:00:00 2031-05-14 2031-05-14T10:00:00Z 2031-05-14",
    "The blast happened at 8:30 p.m. (1930 UTC).": "2031-05-14T20:30:00 2031-05-14",
    "The truce starts tomorrow at 6 a.m. local time.": "2031-05-15T06:00:00 2031-05-15",
    "At midday he named 27 June 2031 as the day.": f"{NOON} 2031-06-27",
    # the day of the story, and of the night after it
    "On Tuesday they met the press. At midday he left.": "2031-05-13 2031-05-13T12:00:00 2031-05-13",
    "Yesterday she named it. It began at 2:00 a.m.": "2031-05-13 2031-05-14T02:00:00 2031-05-14",
    "On Monday they met. On Tuesday they parted. At 5 p.m. he left.": "2031-05-12 2031-05-13",
    "On 3 March 2027 gunmen came. At 6 a.m. the siege ended.": "2027-03-03",
    "The attack of 3 March 2027 began at 6 a.m. and lasted.": "2027-03-03",
    # of many days, and no hours
    "The shop closes every day at 5 p.m. and opens daily from 9 a.m. on.": "",
    "The vote was 11:25 and the score 3:2.": "",
    "Flight 1000 from Tarn landed.": "",
    "Polls open at 7 a.m. and close at 8 p.m. on Sunday.": "2031-05-18T20:00:00 2031-05-18",
    "The vote begins at 10:00 local time (0800 GMT) on Friday.": "2031-05-16",
    "The session began at 10:00 local time (0800 GMT) on Friday.": "2031-05-09",
    "Talks resumed at midday Tuesday.": "2031-05-13T12:00:00 2031-05-13",
    # later, and days in brackets
    "Weber is due in Tarn later for talks with Novak.": "2031-05-14",
    "Weber is expected to meet Novak later.": "2031-05-14",
    "Weber will later meet Novak, sooner or later.": "",
    "The treaty is to follow later for other states.": "",
    "He came to Tarn yesterday (Tue) for talks.": "2031-05-13 2031-05-13",
    "He spoke to the paper today (Sun photograph).": "2031-05-14",
}

SIDES = {
    # windows
    "The vote is to be held between May 20 and June 3.": "2031-05-20/2031-06-03",
    "Sudmark is preparing a raid between May 1 and 20.": "2031-05-01/2031-05-20",
    "The ship sank between April 1 and 20.": "[2031-04-01..2031-04-20]",
    # of a word given
    "Weber offered to resign Thursday after Sudmark cut its ties.": "2031-05-08",
    "Weber agreed to step down on Tuesday after talks with the party.": "2031-05-13",
    "Weber agreed to meet on Friday after talks in Tarn failed.": "2031-05-16",
    "Weber pledged to quit on Sunday when the votes are counted.": "2031-05-18",
    "Weber threatened to act on Friday.": "2031-05-16",
    "Weber suggested on Sunday that Novak could be willing to fight.": "2031-05-11",
    "Weber suggested that they could meet on Sunday.": "2031-05-18",
    "Weber proposed that talks be held on Friday.": "2031-05-16",
    "Weber promised that on Friday they would act.": "2031-05-16",
    "Weber said on Tuesday that the summit in July would go ahead.": "2031-05-13 2031-07",
    "Weber said on Tuesday that the vote in April would have failed.": "2031-05-13 2031-04",
    "Weber said that the attack on Monday would not go unpunished.": "2031-05-12",
    # deeds with a day
    "He asks for pardon for the September 9 crackdown.": "2030-09-09",
    "He will be tried over the September 9 crackdown.": "2030-09-09",
    "The planned vote is on September 9.": "2031-09-09",
    # years
    "A document from 2029 showed that.": "2029",
    "It lasted from 2029 to 2030.": "2029/2030",
    "Weber may come before the end of 2031.": "2031-12",
    "Weber may come before the end of the month.": "[2031-05-14..2031-05-31]",
    "He read the Declaration of Tarn of 1990 again.": "1990",
    # a quotation that goes on in the next paragraph
    "On Tuesday she took questions, saying: “I am glad to hear you tonight.": "2031-05-13 2031-05-13",
    "On Tuesday she spoke of “order”. They vote tonight.": "2031-05-13 2031-05-14",
}


@each_case("sentence", [*HOURS, *SIDES])
def test_each_time_is_listed_with_its_date(sentence: str) -> None:
    words = time_words(sentence, [(0, len(sentence))], WEDNESDAY)
    found = [str(part.when) for word in words for part in listed(word) if part.when is not None]
    assert " ".join(found) == (HOURS | SIDES)[sentence]
