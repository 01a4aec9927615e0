"""Invented news with what agencies have: pages of ministries, labels above words, leaders called by their land."""

from typing import Final

from attribution_cases import Case
from attribution_reports import said

__all__ = ["WIRES"]

WIRES: Final[tuple[Case, ...]] = (
    # whom a text calls by the land, the office or another name
    said(
        "Norwegian Prime Minister Ana Reis met Tom Hale. The Norwegian leader was blunt. “We wait,” she said.",
        ("We wait", "Ana Reis"),
    ),
    said(
        "“Fine,” said Secretary General Tom Hale. The American Secretary of State, Ana Reis, left.\n\n"
        "“It rains,” said Lake Union Secretary General Tom Hale.",
        ("It rains", "Tom Hale"),
    ),
    said("Prime Minister John Key left. “We wait,” Mr Key said.", ("We wait", "John Key")),
    said("President Tom Hale Jr left. “We wait,” Hale Jnr said.", ("We wait", "Tom Hale")),
    said("Director General (Lakes & Fish) Dr Ana Reis condemned “the raid”.", ("the raid", "Ana Reis")),
    said("Ahmed Dahl, a spokesman, said no.", ("said no", "Ahmed Dahl")),
    # whose text it is
    said(
        "“Both agreed to talk,” said a statement posted on the website of the Norwegian foreign ministry.",
        ("Both agreed", "Norwegian foreign ministry"),
    ),
    said(
        "The Lake Fund issued a statement. It rained.\n\nToday’s statement says the ward is “unsafe”.",
        ("unsafe", "Lake Fund"),
    ),
    said(
        "“He was called in,” the foreign ministry said in a statement.\n\n“Three men died,” a statement said.",
        ("Three men died", "foreign ministry"),
    ),
    said(
        "According to a foreign office statement, Director Tom Hale condemned the raid.\n\n“Boats sank,” it added.",
        ("Boats sank", "foreign office"),
    ),
    said("Ana Reis’s first tweet was “Good morning, lake”.", ("Good morning", "Ana Reis")),
    # words in marks behind a label, a clause or a sentence of somebody else
    said(
        "The envoy was called in.\n\nAna Reis, head of the press room, spokeswoman for Norway's ministry:\n"
        "“It is grave. We want to know all.”",
        ("It is grave", "Ana Reis"),
    ),
    said(
        "President Ana Reis praised the text, backed by the Lake Court, which condemned the raid.\n\n“It was strong.”",
        ("It was strong", "Ana Reis"),
    ),
    said(
        "“We go,” Ana Reis said.\n\nThe opening of roads “is the key”.\n\nReis said she was glad.",
        ("is the key", "Ana Reis"),
    ),
    said("According to Ana Reis, she reads all of it, which she described as “dull”.", ("dull", "Ana Reis")),
    said("Ana Reis was asked by a reporter whether boats left. “No,” she replied.", ("No", "Ana Reis")),
    said("Tom Hale was asked by a reporter whether boats left. “Never,” he replied.", ("Never", "Tom Hale")),
    said("“Boats were hurt in the raid,” Ana Reis continued in the letter.", ("Boats were", "Ana Reis")),
    # marks that are missing or mixed
    said(
        "“The office knows nothing, Minister Ana Reis said at noon. Reis went on, “They only play”.",
        ("The office", "Ana Reis"),
        ("They only", "Ana Reis"),
    ),
    said('«Talks are near", Minister Ana Reis told Lake TV.', ("Talks are", "Ana Reis")),
    # who is meant by what a text calls them, and where it was written
    said(
        "Norway's foreign ministry said in a statement that a clerk of the Ministry of Fish had left."
        " The ministry said it was “sad”.",
        ("sad", "Norway's foreign ministry"),
    ),
    said("The UN envoy for that land today said it was “very calm”.", ("very calm", "UN envoy")),
    said("The clerk in the External Affairs Ministry Ana Reis condemned “the raid”.", ("the raid", "Ana Reis")),
    said("Office spokesperson Ma. Teresa Reis yesterday said it was “grave”.", ("grave", "Ma. Teresa Reis")),
    said("Oslo: The Water Ministry today summoned the envoy and called the raid “a sin”.", ("a sin", "Water Ministry")),
    said("The Kenyan Embassy in Oslo counters what it calls “pure theft”.", ("pure theft", "Kenyan Embassy")),
    # words of others behind a noun with "to", and words behind a mark that closes
    said(
        "Asked of the warning by the Peruvian ministry to “bear the cost”, envoy Ana Reis replied, “We will not.”",
        ("bear the cost", "Peruvian ministry"),
        ("We will not", "Ana Reis"),
    ),
    said("Ana Reis said Norway's threat to “shut all ports” was empty.", ("shut all", "Norway")),
    said("Ana Reis repeated a call to “end the raid”.", ("end the raid", "Ana Reis")),
    said("Ana Reis's message was clear: ” We grow. We stay.” It rained.", ("We grow", "Ana Reis")),
    # who only passes on what others say
    said(
        "Norway rejected as “weak” the claims made by Peru after a note backing the plan, reports Lake News.",
        ("weak", "Norway"),
    ),
    said("“It is late,” Ana Reis said, according to Tanjug, which quoted TASS.", ("It is late", "Ana Reis")),
)
"""Cases of who says what in the wires of many agencies."""
