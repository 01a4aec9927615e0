"""Invented news with verbs that lead to one of saying, and what somebody comes for or is sent home for."""

from typing import Final

from attribution_cases import Case
from attribution_reports import said

__all__ = ["AIMS"]

AIMS: Final[tuple[Case, ...]] = (
    # going on, beginning, keeping, being quick to say something
    said("President Ana Reis has continued to call for an “open gate” on the lake.", ("open gate", "Ana Reis")),
    said("Norway has begun to call the dam “a theft”.", ("a theft", "Norway")),
    said("Ana Reis spoke. Reis did not hesitate to accuse Peru of “theft”.", ("theft", "Ana Reis")),
    said("Tom Hale kept calling the mayor “a fool”.", ("a fool", "Tom Hale")),
    said("Tom Hale has been quick to condemn the “cruel” raid.", ("cruel", "Tom Hale")),
    # a medium that reports somebody as saying
    said("“The lake is ours,” news agency Lakepress reported Hale as saying.", ("The lake is ours", "Hale")),
    said("“The lake is ours,” Lakepress reported that Tom Hale said.", ("The lake is ours", "Tom Hale")),
    # what somebody comes for
    said("Tom Hale met the miners to convey the fund’s “sorrow” over the losses.", ("sorrow", "Tom Hale")),
    said("Ana Reis flew to Oslo to offer “all help” to the miners.", ("all help", "Ana Reis")),
    # the view of an office
    said(
        "For the Norwegian trade minister, it would be wise to find “fair” terms.", ("fair", "Norwegian trade minister")
    ),
    # who judges the words for which somebody is sent home
    said("Norway gave the envoy of Peru two days to leave over “hostile” remarks by his staff.", ("hostile", "Norway")),
    said("It was revealed in May by Tom Hale that Norway was “at sea”.", ("at sea", "Tom Hale")),
    # who is whose relative or whose voice, and what stands between a name and its verb
    said(
        "Deputy minister and daughter of former mayor of ten years Ivan Dahl, Ana Reis, has said it was “late”.",
        ("late", "Ana Reis"),
    ),
    said(
        "With two days left of the term, Tom Hale, the Head of the Lake Fund in the land is urging calm.",
        ("urging calm", "Tom Hale"),
    ),
    said(
        "Foreign Ministry spokesman Tom Hale spoke. Hale said it was late. Peru’s spokesman said it was “dry”.",
        ("dry", "Tom Hale"),
    ),
    said(
        "Foreign Ministry spokesman Tom Hale spoke. Hale said no. A Peruvian government spokesman said “yes”.",
        ("yes", "Peruvian government spokesman"),
    ),
    said("Members of the Lake Union, Norway, Peru and Chile, urged calm.", ("urged calm", "Members of the Lake Union")),
    # who sent the text in which they say it, both of a group, whose office, and a field with "affairs"
    said(
        "Ministers of the four states sent a letter to Oslo in which they called it “cruel”.",
        ("cruel", "Ministers of the four states"),
    ),
    said(
        "OSLO (LAKEPRESS) — The ministers of Norway and Peru held what they both described as “long” talks.",
        ("long", "ministers of Norway and Peru"),
    ),
    said(
        "President Ana Reis met Tom Hale. Hale’s office called it “frank”. The president’s office called it “late”.",
        ("frank", "Hale’s office"),
        ("late", "president’s office"),
    ),
    said(
        "The foreign affairs chief of the union, Ana Reis, came. The foreign affairs chief said it was “long”.",
        ("long", "Ana Reis"),
    ),
    # whom a medium quotes behind their words, and a state that protests
    said("“It is late,” Lakepress quoted spokesman Tom Hale reading out a text.", ("It is late", "Tom Hale")),
    said("Norway protests against “cruel” raids on the lake.", ("cruel", "Norway")),
    # whom a medium cites, and who is cited by somebody
    said("“The gates will open,” Lakepress reported, citing minister Ana Reis.", ("gates will open", "Ana Reis")),
    said(
        "According to sources cited by local group Norland Rights, the gates will open.", ("gates will open", "sources")
    ),
    said("“The gates will open,” Lakepress reported, citing an unnamed source.", ("gates will open", "unnamed source")),
)
