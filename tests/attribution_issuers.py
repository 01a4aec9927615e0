"""Invented news with texts told of before, offices far from their names, and persons described at length."""

from typing import Final

from attribution_cases import Case
from attribution_reports import said, silent

__all__ = ["ISSUERS"]

ISSUERS: Final[tuple[Case, ...]] = (
    # texts of which the text told before
    said("The Lake Fund report released Friday states that the dam was weak.", ("the dam", "Lake Fund")),
    said(
        "A study by the Veld Institute came out on Monday. According to the report, three men fell. The report notes"
        " that “nobody cared”.",
        ("three men", "Veld Institute"),
        ("nobody cared", "Veld Institute"),
    ),
    said(
        "Norland’s audit of the port was leaked. The report said a million was lost.",
        ("a million", "Norland"),
    ),
    said(
        "Envoy Tom Hale posted a message on a forum blaming Norland for the attacks, saying there was “no excuse”.",
        ("no excuse", "Tom Hale"),
    ),
    said("The mission’s 2014 mandate was to “watch over the truce”.", ("watch over", "mission")),
    said("Norland’s aim is to “keep the port open”, and ships wait.", ("keep the port", "Norland")),
    said("Ana Reis wrote on Sunday. One post by her said, “When it rains, we stay.”", ("it rains", "Ana Reis")),
    said("“A brave choice” was cited as a reason by envoy Ana Reis.", ("A brave choice", "Ana Reis")),
    # offices far from their names
    said(
        "Deputy director for roads and bridges at the Lake Fund, Ana Reis, said that the dam was weak.",
        ("the dam", "Ana Reis"),
    ),
    said("Deputy Secretary-General of the Lake Union, Jan Hale, called it “a shame”.", ("a shame", "Jan Hale")),
    said(
        "Ana Reis, chair of one of the banned groups, Lake Voice, replied on Monday, “We will go on.”",
        ("We will", "Ana Reis"),
    ),
    said("Tom Hale, head of a big union, the Norland Dockers, replied: “We wait.”", ("We wait", "Tom Hale")),
    said("One of the unions, the Norland Dockers, replied: “We wait.”", ("We wait", "Norland Dockers")),
    said("Another candidate, exiled banker Ana Reis, is promising lower taxes.", ("lower taxes", "Ana Reis")),
    said(
        "The Senator and former envoy Tom Hale met the mayor. According to him, the plan is cruel.",
        ("the plan", "Tom Hale"),
    ),
    said(
        "Tom Hale (Veld), professor of law, senator and former minister of trade in the Reis government said: “No.”",
        ("No.", "Tom Hale"),
    ),
    # persons of whom a clause tells something
    said("Ana Reis, who tracks ships for the Lake Fund said, “They sank it.”", ("They sank", "Ana Reis")),
    said("Ana Reis, Minister charged with trade, reacted that “it is not our task”.", ("not our", "Ana Reis")),
    said("Ana Reis, who leads the group that Tom Hale said “sold out”, was absent.", ("sold out", "Tom Hale")),
    said("A video posted by the army shows a girl who lost her home, yelling “I am here.”", ("I am", "Girl")),
    said("Tom Hale said to people of Veld and Norr that “we have not forgotten you”.", ("forgotten", "Tom Hale")),
    said("Three men said to have fled are in Veld, Ana Reis said.", ("Three men", "Ana Reis")),
    said("In the end, Norland became the first country to say it would scrap its mines.", ("its mines", "Norland")),
    silent("In the end, Norland may become the first country to say it has no mines.", "has no mines"),
    said("At a fair, Tom Hale floated the idea that the port should be shared.", ("the port", "Tom Hale")),
    # names, lists and colons
    said("The fund met Mr. Hale. Hale, 54, said that the law was “void”.", ("void", "Hale")),
    said("The fund met Ms. Reis. Reis (of the Lake Party) said that the law was “void”.", ("void", "Reis")),
    said("It rained in Veld. Reis had one message for the mayor: “Go home.”", ("Go home", "Reis")),
    said("A neighbour of the mayor’s, Ana Reis, said that the roof “fell at once”.", ("fell", "Ana Reis")),
    said("Critics such as Ana Reis say the law is “void”.", ("void", "Critics")),
    said("In a talk with the Veld Post, Ana Reis described him as “a friend”.", ("a friend", "Ana Reis")),
    said("“The town is safe,” said Ana Reis and Tom Hale.", ("The town", "Ana Reis"), ("The town", "Tom Hale")),
    said(
        "“The town is safe,” a statement from the Lake Fund read.",
        ("The town", "Lake Fund"),
    ),
    said("Tom Hale is regarded as “a clown” by the Lake Fund.", ("a clown", "Lake Fund")),
    # texts with asides
    said("The long report, released on Monday by the Lake Fund, says that he was “blind”.", ("blind", "Lake Fund")),
    said(
        "A letter from Tom Hale to the mayor, seen by the Veld Post, says that the fund is “broke”.",
        ("broke", "Tom Hale"),
    ),
    said("In May, Ana Reis wrote to the court. The letter said he was “ill”.", ("ill", "Ana Reis")),
    said("Then some doctors signed a letter that called the ward “unsafe”.", ("unsafe", "doctors")),
    said("The bill’s sponsor, Ana Reis, said it would “save lives”.", ("save", "Ana Reis")),
    said("A co-author of the report, Tom Hale, said: “He was blind.”", ("He was", "Tom Hale")),
    said("The mayor was accused of “neglect” in a report by the Lake Fund.", ("neglect", "Lake Fund")),
    # further orders of words
    said("A woman who lives near the dam told us it “rained bricks”.", ("rained", "Woman")),
    said("Envoy Tom Hale was brief. “It is weak” was Hale’s only reply.", ("It is weak", "Tom Hale")),
    said("Envoy Tom Hale left. “It is weak,” was his reply.", ("It is weak", "Tom Hale")),
    said("At noon, Ana Reis opened the dam with the words “It is time”.", ("It is time", "Ana Reis")),
    said("Tom Hale, nicknamed “the Fox”, said that the dam was weak.", ("the dam", "Tom Hale")),
    said("In what Tom Hale described as a “blow”, the port closed.", ("blow", "Tom Hale")),
    said("A guard identified as Tom Hale said that the port was shut.", ("was shut", "Tom Hale")),
)
"""News with texts, offices and descriptions, and who says their words."""
