"""Times that are misspelt, called by what is held in them, or told by their distance.

The publication is Wednesday, May 14, 2031.
"""

from typing import Final

from diplo_events import EventDate
from diplo_events.drafting._times.parts import listed
from diplo_events.drafting._times.slips import corrected
from diplo_events.drafting._times.words import time_words
from each_case import each_case

WEDNESDAY: Final = EventDate.parse("2031-05-14")

TOLD: Final = [
    # a slip in the name of a day or a month
    ("She left on Feburary 7.", "Feburary 7=2031-02-07"),
    ("She left on 7th of Febuary 2030.", "7th of Febuary 2030=2030-02-07"),
    ("She left last Octobber.", "last Octobber=2030-10"),
    ("She left on Thusrday (8/5).", "Thusrday (8/5)=2031-05-08"),
    ("She left late on Wendesday, and he on Satuday.", "late on Wendesday=2031-05-14 Satuday=2031-05-10"),
    ("They talk on Modnay and Teusday.", "Modnay=2031-05-12 Teusday=2031-05-13"),
    ("It has rained since Septmber 3.", "since Septmber 3=2030-09-03/.."),
    ("They left by Firday.", "Firday=2031-05-09"),
    # look-alikes
    ("They sailed in Sunda Bay with Frida Lund.", ""),
    ("Munday and Augusta Reis met.", ""),
    ("Sunady Lund spoke.", ""),
    # what is held in a season or a month
    ("They will join by a summer meeting.", "summer=2031-22"),
    ("They won a spring election.", "spring=2031-21"),
    ("They campaign for Norland's July referendum.", "July=2031-07"),
    ("They campaign for the July referendum.", "July=2031-07"),
    ("They fled after the July election.", "July=2030-07"),
    ("From this April a guard works there.", "April=2031-04"),
    ("She spoke of the deadly clashes on on Tuesday.", "Tuesday=2031-05-13"),
    ("Since the July coup, hundreds have died.", "July=2030-07"),
    ("The October elections will be fair.", "October=2031-10"),
    ("The October elections were fair.", "October=2030-10"),
    ("Lund cancelled the June 12 summit.", "June 12=2031-06-12"),
    ("The June 12 summit produced no deal.", "June 12=2030-06-12"),
    ("Lund's June visit to Veld was confirmed.", "June=2031-06"),
    ("None of them believed in the June deadline.", "June=2031-06"),
    # what is said before or about the meeting of a day
    ("Lund said before Friday's vote that he was hopeful.", "Friday=2031-05-16"),
    ("They will brief lawmakers on Monday's talks.", "Monday=2031-05-12"),
    ("They will brief lawmakers on Monday.", "Monday=2031-05-19"),
    ("The talks, scheduled for Tuesday, were called off.", "Tuesday=2031-05-13"),
    ("The talks scheduled for Friday were called off.", "Friday=2031-05-16"),
    ("If no deal is reached by Friday, fees will rise.", "Friday=2031-05-16"),
    ("A truce that takes effect at midnight on Thursday was agreed on Monday.",
     "at midnight on Thursday=2031-05-15 Monday=2031-05-12"),
    ("Lund called Reis to discuss Friday's summit.", "Friday=2031-05-16"),
    ("The envoy's return on Sunday was a surprise.", "Sunday=2031-05-11"),
    ("The visit had been scheduled for Tuesday but was moved to Friday.", "Tuesday=2031-05-13 Friday=2031-05-16"),
    ("In Sunday's vote, Lund is expected to win.", "Sunday=2031-05-18"),
    ("In Sunday's vote, Lund won.", "Sunday=2031-05-11"),
    ("Lund, who takes office on June 1, met Reis.", "June 1=2031-06-01"),
    # distances, and stretches
    ("The vote is just two weeks away.", "two weeks away=[2031-05-26..2031-06-01]"),
    ("The vote is a month off.", "a month off=2031-06"),
    ("She lives two hours away from Veld.", ""),
    ("He is two days off work.", ""),
    ("Envoy Praises Gains of Past Year, Urges Talks", "Past Year=2030-05/2031-05-14"),
    ("Envoy Praises Gains Over the Past Two Years", "Over the Past Two Years=2029/2031-05-14"),
    ("The crisis of 2010/2011 is over.", "2010/2011=2010/2011"),
    ("See 2011/2010.", "2011/2010=None"),
    ("The plan covers 2032 through 2036.", "2032 through 2036=2032/2036"),
    ("During 2027-29 it rained.", "During 2027-29=2027/2029"),
    ("In Q1 2031 it rained.", "In Q1 2031=2031-33"),
    ("In the January-to-March period it rained.", "January-to-March=2031-01/2031-03"),
    ("They left by the weekend.", "the weekend=[2031-05-10..2031-05-11]"),
    ("They met on Monday and Tuesday of last week.", "Monday=2031-05-05 Tuesday of last week=2031-05-06"),
    ("They met on 13 May 2031 at 10:00.", "13 May 2031 at 10:00=2031-05-13T10:00:00 13 May 2031=2031-05-13"),
    ("They meet tomorrow, Thursday.", "tomorrow, Thursday=2031-05-15"),
    ("The Convention on Diplomatic Relations of 1961 applies.", "1961=1961"),
    # days that need another
    ("He would attend the summit to be held the following day.", "the following day=2031-05-15"),
    ("They met. The following day it rained.", "The following day=None"),
    ("Gains from yesterday's vote\n\n“It was fair yesterday.”", "yesterday=2031-05-13 yesterday=2031-05-13"),
    ("They met on Monday. At the end of the day, Lund left.", "Monday=2031-05-12 At the end of the day=2031-05-12"),
    ("At the end of the day, it is trust that we need.", ""),
    # papers and broadcasts
    ("She told the “Veld Today” website of it.", ""),
    ("She told a Sunday newspaper of it.", ""),
    ("She met them. Today she left.", "Today=2031-05-14"),
]  # fmt: skip


@each_case(("text", "expected"), TOLD)
def test_times_of_these_kinds(text: str, expected: str) -> None:
    words = [word for found in time_words(text, [(0, len(text))], WEDNESDAY) for word in listed(found)]
    assert [text[word.start : word.end] for word in words] == [word.text for word in words]
    assert " ".join(f"{word.text}={word.when}" for word in words) == expected


def test_a_corrected_text_knows_its_places() -> None:
    text = "On Firday, in Febuary 2031 and in Septtember, it rained."
    changed = corrected(text, [(0, len(text))])
    assert changed is not None
    assert changed.text == "On Friday, in February 2031 and in September, it rained."
    assert [changed.there(text.index(word)) for word in ("Feb", "2031", "it rained")] == [
        changed.text.index(word) for word in ("Feb", "2031", "it rained")
    ]
    assert corrected("On Friday it rained.", [(0, 20)]) is None
