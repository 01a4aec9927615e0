"""Invented news with statements of states, words that others quote, welcome or pass on, and headlines about a topic."""

from typing import Final

from attribution_cases import Case
from attribution_reports import said

__all__ = ["WHOSE"]

WHOSE: Final[tuple[Case, ...]] = (
    # whose statement it is, where a state or nobody stands beside it
    said(
        "Norway's foreign ministry met envoys.\n\nThe Norwegian statement said the plan was “weak”.",
        ("weak", "Norway's foreign ministry"),
    ),
    said("Envoys met in Oslo.\n\nA Kenyan communique said that the talks were “warm”.", ("warm", "Kenya")),
    said("Envoys met. “They agreed on fish,” according to a Danish readout.", ("They agreed", "Denmark")),
    said(
        "The foreign ministry of Peru said fish was scarce. Tom Hale said he was sad.\n\n"
        "The statement said boats were “unsafe”.",
        ("unsafe", "foreign ministry of Peru"),
    ),
    said(
        "The envoy left, according to a statement posted on Peru's foreign ministry website."
        " It was “over”, the statement added.",
        ("The envoy left", "Peru's foreign ministry"),
        ("over", "Peru's foreign ministry"),
    ),
    said("Tom Hale signed a decree, Lake TV reported.\n\nThe decree calls fish “holy”.", ("holy", "Tom Hale")),
    said("Tom Hale signed a notice. “It is unusual and grave,” read part of the notice.", ("It is", "Tom Hale")),
    said("Ana Reis, one of the authors of the report said the lake was “dead”.", ("dead", "Ana Reis")),
    # whom others quote and pass on
    said("Minister Ana Reis left. “We wait,” the minister was quoted by Kyodo.", ("We wait", "Ana Reis")),
    said("“We wait,” Reis was quoted in a bulletin issued by the Lake Fund.", ("We wait", "Reis")),
    said("Minister Tom Hale told parliament war could be “near,” reports Kyodo.", ("near", "Tom Hale")),
    said("The mayor came at ten. “It is near,” reports Reuters.", ("It is near", "Reuters")),
    said("Minister Ana Reis spoke. Norway wants a “new start” with Peru, she said.", ("new start", "Ana Reis")),
    said("“No,” sources said.\n\nPeru expects “firm steps” from Kenya, they added.", ("firm steps", "sources")),
    said("Norway welcomed Peru's announcement to “end all tests”.", ("end all", "Peru")),
    said("Norway welcomed Peru's announcement as “a new dawn”.", ("a new", "Norway")),
    said(
        "Norway recalled its envoy after media reported that Peru had spied on ships, calling it “a theft”.",
        ("a theft", "Norway"),
    ),
    said("Norway left after Ana Reis said Peru had spied, calling it “a theft”.", ("a theft", "Ana Reis")),
    said("Norway, which Peru accused of “theft”, called the charge “absurd”.", ("theft", "Peru"), ("absurd", "Norway")),
    said("Ana Reis said it was “weak”, prompting Tom Hale to reply that it was “the road”.", ("the road", "Tom Hale")),
    said(
        "Rejecting Ana Reis's claim that it was “weak”, Tom Hale called the plan “the road”.",
        ("weak", "Ana Reis"),
        ("the road", "Tom Hale"),
    ),
    said("“They left at ten,” the presidency's statement read.", ("They left", "presidency")),
    said("“We met today,” Minister Ana Reis posted on X.", ("We met", "Ana Reis")),
    said("The foreign ministry's diplomatic protest condemned “the shadowing”.", ("the shadowing", "foreign ministry")),
    said("Both should “meet each other halfway”, Minister Ana Reis told Tom Hale on Monday.", ("meet", "Ana Reis")),
    said("Norway urges Peru to “stop”, ministry spokesman Tom Hale told a daily press briefing.", ("stop", "Tom Hale")),
    said("Norway rejects “threats” of any kind, Reuters reported.", ("threats", "Norway")),
    said("Norway lodged a protest over what it called “theft”.", ("theft", "Norway")),
    said("Minister Dahl: Peru ‘ready for talks’\n\nIt rained.", ("ready", "Dahl")),
    # names and asides
    said("The Peruvian embassy in Oslo, meanwhile, called it “warm”.", ("warm", "Peruvian embassy")),
    said("Theresa May told lawmakers that the deal was “dead”.", ("dead", "Theresa May")),
    said(
        "“We did well,” said Polish foreign policy chief Ana Reis.\n\nThe minister called it “fair”.",
        ("fair", "Ana Reis"),
    ),
    said(
        "“Yes,” said European Council President Ana Reis.\n\nThe European high-ranking official called it “fair”.",
        ("fair", "Ana Reis"),
    ),
    # who makes something clear, claims it through a medium, or keeps the floor over a clause about others
    said(
        "According to an official source, the foreign ministry made it clear to Zeld that he was “rude”.",
        ("rude", "foreign ministry"),
    ),
    said(
        "Lake TV reported an official source stated that the health ministry made it plain to Li that he was “rude”.",
        ("rude", "health ministry"),
    ),
    said("Minister Tom Hale said Norway had made clear that it was “late”.", ("late", "Tom Hale")),
    said(
        "A story in a village paper cited a member of the crew, Mayor Tom Hale, claiming the envoy"
        " “lied”. It also said he claimed she had asked her staff “to hush”.",
        ("lied", "Tom Hale"),
        ("to hush", "Tom Hale"),
    ),
    said("Lake TV cited two officials claiming that the talks were “a farce”.", ("a farce", "two officials")),
    said("Ana Reis quoted Lincoln, saying the house was “divided”.", ("divided", "Ana Reis")),
    said(
        "Prime Minister Tom Hale praised the late Tomas Reis and the late Omar Zeld, who recognised the danger.\n\n"
        "“Both men believed in peace.”",
        ("Both men", "Tom Hale"),
    ),
    said(
        "Prime Minister Tom Hale met Ana Reis, who warned of war and called it “hard”.\n\n“We must not stop.”",
        ("We must", "Ana Reis"),
    ),
    # who goes on: the one quoted last, over a paragraph in which nobody else does anything
    said(
        "“He lied,” Minister Tom Hale said.\n\nThe visit of President Veld lasted days.\n\n“It is late,” he added.",
        ("It is late", "Tom Hale"),
    ),
    said(
        "“He lied,” Minister Tom Hale said.\n\nPresident Carlos Veld left Oslo.\n\n“It is late,” he added.",
        ("It is late", "Carlos Veld"),
    ),
    said(
        "“We want peace,” said Minister Ana Reis.\n\nOmar Zeld praised it.\n\n“It is a start,” she added.",
        ("It is a start", "Ana Reis"),
    ),
    said(
        "“It is time,” said UN Special Envoy and head of the mission in Oslo, Ms. Ana Reis.", ("It is time", "Ana Reis")
    ),
    # what somebody calls something before they do something else
    said("Calling the raid “an act of war”, the ministry summoned the envoy.", ("an act", "ministry")),
    said("Citing “security concerns”, the army closed the road.", ("security", "army")),
    said("“We go on”, the minister shrugged.", ("We go on", "minister")),
    # several of whom a sentence tells, and who say nothing
    said(
        "“We will,” said Minister Ana Reis.\n\nTen candidates proposed for it since 2019, have “all been refused”.",
        ("all been", "Ana Reis"),
    ),
    said("Several envoys named in the report have been “sent home”, Tom Hale said.", ("sent home", "Tom Hale")),
    said("Three ministers proposed to hold talks and said it was “time”.", ("time", "Three ministers")),
)
"""Reports of words that stand between two who may have said them."""
