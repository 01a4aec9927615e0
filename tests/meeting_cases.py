"""Invented sentences with the meetings that they report: who takes part, and how far each has come."""

from typing import Final, NamedTuple

from diplo_events import MeetingStatus

__all__ = ["MEETINGS", "MeetingCase", "who"]

HELD: Final = MeetingStatus.HELD
SCHEDULED: Final = MeetingStatus.SCHEDULED
PROPOSED: Final = MeetingStatus.PROPOSED


class MeetingCase(NamedTuple):
    """A text, with the meetings in it."""

    text: str
    """The text."""
    meetings: tuple[tuple[frozenset[str], MeetingStatus], ...] = ()
    """Of each, those who take part by name, as far as the text names them, and its status."""


def who(*names: str) -> frozenset[str]:
    """Return the names of those who take part."""
    return frozenset(names)


MEETINGS: Final = (
    MeetingCase(
        "President Ana Reis met Prime Minister Tom Hale in Oslo on Monday.", ((who("Ana Reis", "Tom Hale"), HELD),)
    ),
    MeetingCase(
        "Foreign ministers of the five states will gather in Riga next week.",
        ((who("Foreign ministers of the five states"), SCHEDULED),),
    ),
    MeetingCase(
        "Chancellor Karl Brehm hosted Prime Minister Luc Morel for dinner.", ((who("Karl Brehm", "Luc Morel"), HELD),)
    ),
    MeetingCase("King Olav visited Iceland in May.", ((who("Olav", "Iceland"), HELD),)),
    MeetingCase("Egypt and Sudan held a third round of talks on the dam.", ((who("Egypt", "Sudan"), HELD),)),
    MeetingCase(
        "Senator Ruth Oduya spoke by phone with General Ivo Brandt.", ((who("Ruth Oduya", "Ivo Brandt"), HELD),)
    ),
    MeetingCase(
        "Envoy Samir Haddad is due to meet rebel leaders on Friday.",
        ((who("Samir Haddad", "Rebel leaders"), SCHEDULED),),
    ),
    MeetingCase("Finland offered to host talks between Russia and Ukraine.", ((who("Russia", "Ukraine"), PROPOSED),)),
    MeetingCase(
        "Minister Paul Lavoie cancelled a meeting with Ambassador Lena Ortiz.",
        ((who("Paul Lavoie", "Lena Ortiz"), MeetingStatus.CANCELLED),),
    ),
    MeetingCase("A summit between Chile and Peru was postponed.", ((who("Chile", "Peru"), MeetingStatus.POSTPONED),)),
    MeetingCase("The minister met all his targets. The company met its deadline."),
    MeetingCase("President Oleg Sudin did not meet Prime Minister Tom Hale."),
    MeetingCase("After talks with Premier Bo Lin, President Ana Reis flew home.", ((who("Ana Reis", "Bo Lin"), HELD),)),
    MeetingCase("NATO leaders convened in Vilnius on Tuesday to discuss the budget.", ((who("NATO leaders"), HELD),)),
    MeetingCase(
        "Secretary Dan Wirth travelled to Cairo for negotiations with Hamas officials.",
        ((who("Dan Wirth", "Hamas officials"), HELD),),
    ),
    MeetingCase("India rejected a meeting with Pakistan.", ((who("India", "Pakistan"), MeetingStatus.REJECTED),)),
    MeetingCase("Taxes on bread rose again. Farmers blocked a road near the port."),
    MeetingCase("At a press conference, Minister Ellen Roy said nothing new."),
    MeetingCase(
        "Prime Minister Luc Morel received Ambassador Piet de Wit at the palace.",
        ((who("Luc Morel", "Piet de Wit"), HELD),),
    ),
    MeetingCase("Kenya proposed a conference of the Horn states in Nairobi.", ((who("Kenya"), PROPOSED),)),
    MeetingCase(
        "Ministers Ellen Roy and Luis Paz will hold a video call on Thursday.",
        ((who("Ellen Roy", "Luis Paz"), SCHEDULED),),
    ),
    MeetingCase("Premier Bo Lin attended the opening ceremony in Lagos.", ((who("Bo Lin"), HELD),)),
    MeetingCase("Pope Celestine arrived in Beirut on Sunday for a three-day visit.", ((who("Celestine"), HELD),)),
    MeetingCase(
        "The two presidents, Ana Reis and Oleg Sudin, shook hands and talked with Chancellor Karl Brehm.",
        ((who("Ana Reis", "Karl Brehm"), HELD),),
    ),
)
"""The texts; nobody in them exists."""
