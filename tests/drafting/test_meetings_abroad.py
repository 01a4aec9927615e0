"""Meetings that news in German and French reports, what became of them, and what is none."""

from typing import Final

import pytest

from diplo_events import EventDate, MeetingStatus
from diplo_events.drafting import draft

FRAMES: Final = {
    "de": "Der Streit dauert an\n\n{} Der Hafen ist seit Jahren zu und die Stadt hat kein Geld.",
    "fr": "La querelle continue\n\n{} Le port est fermé depuis des années et la ville est sans argent.",
}

CASES: Final = [
    (
        "Der norwegische Außenminister Tom Hale traf am Montag in Oslo die Ministerin Ana Reis.",
        ("de-talks", "held", ["Tom Hale", "Ana Reis"], "2031-05-12"),
    ),
    (
        "Am Dienstag telefonierte Präsident Oleg Sudin mit Kanzlerin Eva Lind.",
        ("de-call", "held", ["Oleg Sudin", "Eva Lind"], "2031-05-13"),
    ),
    (
        "Das für Freitag geplante Treffen zwischen Präsident Oleg Sudin und Kanzlerin Eva Lind wurde abgesagt.",
        ("de-talks", "cancelled", ["Oleg Sudin", "Eva Lind"], "2031-05-16"),
    ),
    (
        "Die Gespräche zwischen Außenminister Tom Hale und Ministerin Ana Reis wurden auf März verschoben.",
        ("de-talks", "postponed", ["Tom Hale", "Ana Reis"], "2032-03"),
    ),
    (
        "Präsident Ivo Marek schlug ein Treffen mit Kanzlerin Eva Lind in Wien vor.",
        ("de-talks", "proposed", ["Ivo Marek", "Eva Lind"], None),
    ),
    (
        "Der Gipfel mit Präsident Oleg Sudin und Präsident Ivo Marek soll am Freitag in Wien stattfinden.",
        ("de-summit", "scheduled", ["Oleg Sudin", "Ivo Marek"], "2031-05-16"),
    ),
    (
        "Le ministre Luc Morel a rencontré lundi à Genève la ministre Zara Diallo.",
        ("fr-talks", "held", ["Luc Morel", "Zara Diallo"], "2031-05-12"),
    ),
    (
        "Le président Ivo Marek s'est entretenu par téléphone avec la ministre Zara Diallo.",
        ("fr-call", "held", ["Ivo Marek", "Zara Diallo"], None),
    ),
    (
        "La ministre Zara Diallo s'est rendue à Lomé pour voir le président Ivo Marek.",
        ("fr-visit", "held", ["Zara Diallo", "Ivo Marek"], None),
    ),
    (
        "La rencontre entre le ministre Luc Morel et la ministre Zara Diallo a été annulée.",
        ("fr-talks", "cancelled", ["Luc Morel", "Zara Diallo"], None),
    ),
    (
        "Le président Ivo Marek a proposé une rencontre à la ministre Zara Diallo.",
        ("fr-talks", "proposed", ["Ivo Marek", "Zara Diallo"], None),
    ),
    (
        "Un sommet entre le président Ivo Marek et le président Oleg Sudin se tiendra vendredi à Genève.",
        ("fr-summit", "scheduled", ["Ivo Marek", "Oleg Sudin"], "2031-05-16"),
    ),
    (
        "Le président Ivo Marek a refusé de rencontrer le président Oleg Sudin lors de la réunion prévue.",
        ("fr-talks", "rejected", ["Ivo Marek", "Oleg Sudin"], None),
    ),
]

NONE: Final = [
    "Außenminister Tom Hale traf Ministerin Ana Reis nicht.",
    "Das Werk liegt zwischen der Konferenz der Tiere und dem Hafen.",
    "Am Rande der Konferenz ist der Hafen zu.",
    "Der Roman handelt von einem Treffen im Wald.",
    "Le ministre Luc Morel n'a pas rencontré la ministre Zara Diallo.",
    "La réunion des parents reste un moment agréable.",
    "Le dîner est servi entre deux discours.",
    "Le voyage du livre commence au port.",
]


def meetings(sentence: str) -> list[tuple[str, MeetingStatus, list[str], EventDate | None]]:
    language = "fr" if sentence.startswith(("L", "Un ")) else "de"
    dataset = draft(FRAMES[language].format(sentence), source="a", published=EventDate.parse("2031-05-14"))
    return [
        (
            meeting.extra["draft"]["rule"],
            meeting.status,
            [dataset.actor(participant.actor).name for participant in meeting.participants],
            meeting.when,
        )
        for meeting in dataset.meetings
    ]


@pytest.mark.parametrize(("sentence", "expected"), CASES)
def test_who_meets_whom_and_what_became_of_it(sentence: str, expected: tuple[str, str, list[str], str | None]) -> None:
    rule, status, names, when = expected
    day = EventDate.parse(when) if when else None
    assert meetings(sentence) == [(rule, MeetingStatus(status), names, day)]


@pytest.mark.parametrize("sentence", NONE)
def test_what_is_no_meeting_is_not_drafted(sentence: str) -> None:
    assert meetings(sentence) == []
