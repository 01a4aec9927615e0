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
)
