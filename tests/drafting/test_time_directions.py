"""On which side of the publication a day or month without a year lies: where its sentence looks."""

from diplo_events import EventDate
from diplo_events.drafting._german_and_french.grammars import GRAMMARS
from diplo_events.drafting._german_and_french.times import times_abroad
from diplo_events.drafting._times.words import time_words

FRIDAY = EventDate.parse("2025-02-07")
TUESDAY = EventDate.parse("2025-11-11")

ENGLISH = {
    "Norway has suggested that all sides gather again in early March.": "[2025-03-01..2025-03-10]",
    "In early March, the ministers are to meet in Oslo.": "[2025-03-01..2025-03-10]",
    "On Monday, he will travel to Rome.": "2025-02-10",
    "On Monday, he travelled to Rome.": "2025-02-03",
    "In June, a summit is due in Kigali.": "2025-06",
    "In June, a summit was held in Kigali.": "2024-06",
    "The visit was postponed to June.": "2025-06",
    "The visit has been moved to 3 April.": "2025-04-03",
    "The session was rescheduled for 3 April.": "2025-04-03",
    "The talks are slated for 3 April.": "2025-04-03",
    "A session was pencilled in for 2 April.": "2025-04-02",
    "She called for a summit in June.": "2025-06",
    "She recommended that they meet in June.": "2025-06",
    "They demanded a withdrawal by the end of April.": "[2025-02-07..2025-04-30]",
    "The mandate was extended to 30 June.": "2025-06-30",
    "The mandate was extended until 30 June.": "../2025-06-30",
    "He is expected in Kigali in June.": "2025-06",
    "The next round begins on 3 April.": "2025-04-03",
    "The ministers meet again on Monday.": "2025-02-10",
    "The parties meet next in June.": "2025-06",
    "They gather in Oslo on Monday.": "2025-02-10",
    "Norway hosts the talks in June.": "2025-06",
    "The ministers met again on Monday.": "2025-02-03",
    "They did not rule out a meeting of the two leaders in Kigali in June.": "2025-06",
    "A follow-up meeting in June has been announced.": "2025-06",
    "Elections in June were announced.": "2025-06",
    "He invited her to Rome for talks on Monday.": "2025-02-10",
    "The deal, signed in June, was hailed.": "2024-06",
    "He said the deal signed in June was dead.": "2024-06",
    "Since June, the two have not met.": "2024-06/..",
    "The truce has held since June.": "2024-06/..",
    "They plan to meet in April, after talks in January failed.": "2025-04;2025-01",
    "The minister, who visited in December, will return in March.": "2024-12;2025-03",
    "She will leave on Monday after meeting him on Thursday.": "2025-02-10;2025-02-13",
    "A vote is likely in June.": "2025-06",
    "The foreign minister returns to Oslo on Tuesday.": "2025-02-11",
    "The foreign minister returned to Oslo on Tuesday.": "2025-02-04",
    "An agreement must be reached by 1 March.": "[2025-02-07..2025-03-01]",
    "Talks resume on Tuesday.": "2025-02-11",
    "Both sides should meet in April.": "2025-04",
    "They can sign it on Tuesday.": "2025-02-11",
    "The council has until 1 April to respond.": "2025-04-01",
    "Russia gave Kyiv until Sunday to answer.": "2025-02-09",
    "Ahead of Monday's summit, he arrived.": "2025-02-10",
    "The talks, due to start on Monday, were cancelled.": "2025-02-10",
}
ABROAD = {
    "Une nouvelle session se tiendrait à Abuja début décembre.": ("fr", "[2025-12-01..2025-12-10]"),
    "Le sommet prévu en mars a été annulé.": ("fr", "2026-03"),
    "Die Gespräche sollen Anfang Dezember fortgesetzt werden.": ("de", "[2025-12-01..2025-12-10]"),
    "Das Treffen würde im März stattfinden.": ("de", "2026-03"),
    "Am Montag wird er nach Rom reisen.": ("de", "2025-11-17"),
    "Am Montag reiste er nach Rom.": ("de", "2025-11-10"),
    "Lundi, il se rendra à Rome.": ("fr", "2025-11-17"),
    "Il s'est rendu lundi à Rome.": ("fr", "2025-11-10"),
    "Die Minister treffen sich am Montag in Oslo.": ("de", "2025-11-17"),
    "Ils doivent se réunir en juin.": ("fr", "2026-06"),
    "Il aurait rencontré son homologue lundi.": ("fr", "2025-11-10"),
    "Der Besuch wurde auf Januar verschoben.": ("de", "2026-01"),
    "Il avait rencontré son homologue lundi.": ("fr", "2025-11-10"),
    "Er traf seinen Kollegen am Montag.": ("de", "2025-11-10"),
    "Er hatte im März vorgeschlagen, die Gespräche auszusetzen.": ("de", "2025-03"),
    "La France propose une réunion en janvier.": ("fr", "2026-01"),
    "Das Abkommen tritt im Januar in Kraft.": ("de", "2026-01"),
    "L'accord entrera en vigueur en janvier.": ("fr", "2026-01"),
}


def test_a_time_lies_where_its_sentence_looks() -> None:
    found = {text: ";".join(str(word.when) for word in time_words(text, [(0, len(text))], FRIDAY)) for text in ENGLISH}
    assert found == ENGLISH


def test_so_it_does_in_german_and_french() -> None:
    found = {
        text: (
            code,
            ";".join(str(word.when) for word in times_abroad(text, [(0, len(text))], TUESDAY, GRAMMARS[code])),
        )
        for text, (code, _) in ABROAD.items()
    }
    assert found == ABROAD
