"""Invented news with verbs that are of saying only with words in marks, feelings in marks, and several who speak."""

from typing import Final

from attribution_cases import Case
from attribution_reports import said

__all__ = ["QUOTING"]

QUOTING: Final[tuple[Case, ...]] = (
    # verbs of judging, setting out and wishing, which say something only with words in marks
    said("Minister Ana Reis assessed that “it is late”.", ("it is late", "Ana Reis")),
    said("Minister Ana Reis spoke. She rated the talks “very good”.", ("very good", "Ana Reis")),
    said("Tom Hale qualified the move as “a trap”.", ("a trap", "Tom Hale")),
    said("Tom Hale singled out Peru as “the obstacle”.", ("the obstacle", "Tom Hale")),
    said("Norway framed the vote as “a choice”.", ("a choice", "Norway")),
    said("Tom Hale, who set out “three steps”, left.", ("three steps", "Tom Hale")),
    said("Ana Reis exchanged views on “the fate of the lake” with Tom Hale.", ("the fate", "Ana Reis")),
    said("Ana Reis ended her speech with “long live the lake”.", ("long live", "Ana Reis")),
    said("Peru invoked “a right that does not exist”, Ana Reis said on Monday.", ("a right", "Ana Reis")),
    said("The plan, which Ana Reis had assessed as “weak”, was dropped.", ("weak", "Ana Reis")),
    said("Norway went further, breaking on Monday “all relations” with Peru.", ("all relations", "Norway")),
    said("Ana Reis opened the hall. Ana Reis is of the view that “peace is near”.", ("peace is near", "Ana Reis")),
    # how somebody feels, in marks
    said("Ana Reis was “deeply concerned” by the raid.", ("deeply concerned", "Ana Reis")),
    said("Ana Reis left the meeting “encouraged”.", ("encouraged", "Ana Reis")),
    said("Ana Reis, who was “deeply concerned” by the raid, left.", ("deeply concerned", "Ana Reis")),
    # who stands behind "by"
    said("The king condemned the raid, described as “cruel” by the Lake Fund.", ("cruel", "Lake Fund")),
    said(
        "It was described as “cruel” by the Lake Fund and as “mad” by Ana Reis.",
        ("cruel", "Lake Fund"),
        ("mad", "Ana Reis"),
    ),
    said("The plan was described by Ana Reis as “a gift”.", ("a gift", "Ana Reis")),
    said("Ana Reis, whom Norway calls “a hawk”, opened the hall.", ("a hawk", "Norway")),
    # who stands far behind the verb
    said("“It is late,” said today Ana Reis.", ("It is late", "Ana Reis")),
    said("“It is late,” said on Monday the envoy of Peru, Ana Reis.", ("It is late", "Ana Reis")),
    said("“It is late,” said the UN rapporteur on the rights of miners, Ana Reis.", ("It is late", "Ana Reis")),
    # several who speak together
    said("The leaders of Norway, Peru and Kenya said it was “late”.", ("late", "leaders of Norway, Peru and Kenya")),
    said(
        "The ministers of Norway and Peru held what they call “good” talks.", ("good", "ministers of Norway and Peru")
    ),
    said("Norway and Peru condemned the raid. “It was cruel,” they said.", ("It was cruel", "Norway and Peru")),
    # whose text it is, and what "it" is
    said(
        "Peru backs the plan, according to a communique issued by the Lake Fund. “We hope so,” the document read.",
        ("We hope so", "Lake Fund"),
    ),
    said(
        "The Norwegian foreign ministry “condemns the raid”, it said on Monday.",
        ("condemns", "Norwegian foreign ministry"),
    ),
    said("Norway's army called it “mad”.\nPeru has shown “no respect,” it said.", ("no respect", "Norway's army")),
    said("Norway thanked Peru as it conveyed its “deep sorrow” over the raid.", ("deep sorrow", "Norway")),
    said(
        "“We go,” said Ana Reis.\n\nThe Lake Fund mourned.\n\nThis is what its statement says:\n\n“We mourn.”",
        ("We mourn", "Lake Fund"),
    ),
    said(
        "Minister Tom Hale met Defence Minister Ana Reis. “We work,” the defence chief said.", ("We work", "Ana Reis")
    ),
    said("It came after the foreign ministry in Oslo said it was “dead”.", ("dead", "foreign ministry")),
    said("Tom Hale of Peru, this month's head of the council, said it was a “mild” talk.", ("mild", "Tom Hale")),
    said("The Group of 77 said it was “late”. The Group of Seven said it was “early”.", ("late", "Group of 77")),
    said("To Ana Reis, it is “weak”, whereas Tom Hale finds it “bold”.", ("weak", "Ana Reis"), ("bold", "Tom Hale")),
    # clauses that go on
    said("Hale's visit came after Norway on Monday tested a bomb, claiming a “tiny” one.", ("tiny", "Norway")),
    said("Ana Reis agreed that there is a gap, which is “a challenge” and a risk.", ("a challenge", "Ana Reis")),
)
"""What each text says by whom."""
