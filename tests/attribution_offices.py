"""Invented news of offices held together, times and media between subject and verb, pairs who met, and titles."""

from typing import Final

from attribution_cases import Case
from attribution_reports import said, silent

__all__ = ["OFFICES"]

OFFICES: Final[tuple[Case, ...]] = (
    # what parts an office from the name: a place, a second office, "the" before an honorific
    said(
        "Head of Works in the Lower Chamber, Senator the Hon. Ana Reis, has praised it. “We will help,” she said.",
        ("We will help", "Ana Reis"),
    ),
    said(
        "“The lake”, stated the Special Envoy and Chief of NORMIS, General Tom Hale, “echoes the pact”.",
        ("echoes", "Tom Hale"),
    ),
    said("“No,” said the King and Prime Minister, Ana Reis.", ("No", "King")),
    said(
        "“No,” Spokesperson in the Ministry of External Affairs Tom Hale said. Omar Zeld left. “Never,” Hale said."
        " “It is late,” he added.",
        ("It is late", "Tom Hale"),
    ),
    said("Secretary Tom Hale toured Veld. The official said the road was “vital”.", ("vital", "Tom Hale")),
    said("President Tom Hale toured Veld. The official said the road was “vital”.", ("vital", "official")),
    said("Secretary Tom Hale met Governor Ana Reis. The official said it was “vital”.", ("vital", "official")),
    said("Ambassador Ana Reis saw the port. “It is vast,” the diplomat added.", ("It is vast", "Ana Reis")),
    said("The Secretary to the Premier, the Hon Ana Reis MP, said it was “time”.", ("time", "Ana Reis")),
    said("A Labour MP said it was “time”.", ("time", "Labour MP")),
    said("Foreign Minister and acting Prime Minister Hon. Ana Reis said it was “time”.", ("time", "Ana Reis")),
    said("The US Chargé d’Affaires in Norland, Tom Hale, said it was “time”.", ("time", "Tom Hale")),
    said(
        "“It is time,” said Ana Reis, Assistant Secretary-General for Europe and head of the office in Oslo.",
        ("It is time", "Ana Reis"),
    ),
    said("“It is time,” said Ana Reis, an envoy and a banker.", ("It is time", "Ana Reis")),
    said(
        "President of the Republic Tom Hale received the envoy. The Head of State said it was “time”.",
        ("time", "Tom Hale"),
    ),
    said(
        "“No,” Foreign Affairs Secretary Ana Reis said. “The President knows it,” the top diplomat added.",
        ("The President", "Ana Reis"),
    ),
    # what stands before a name
    said("“We must stop,” said rural water minister Ana Reis in a statement.", ("We must", "Ana Reis")),
    said(
        "Norland Lake Party co-convenor Tom Hale was blunt in his reply, arguing the party should leave.",
        ("arguing", "Tom Hale"),
    ),
    said("The Veld Beet’s editor Will Tracy remarked that the site “shares all”.", ("shares all", "Will Tracy")),
    said("Policy pundit says Norland “lost the plot”\n\nThe tax rose on Monday.", ("lost the", "Pundit")),
    said(
        "Ana Reis, leader of the Field Workers Movement (FWM) and the Veld Farmers Union said that it was won.",
        ("it was won", "Ana Reis"),
    ),
    said(
        "Writing in LRJ, the Institute of Lake Research’s journal, Ana Reis has argued that “beer is lost”.",
        ("beer is", "Ana Reis"),
    ),
    said("Norland’s state news service, Veld News, reported that nobody was hurt.", ("nobody was", "Veld News")),
    said(
        "A statement by the Norland Coalition for Farmer and Miner Rights said the law was bad.",
        ("law was bad", "Norland Coalition for Farmer and Miner Rights"),
    ),
    # who is quoted through whom
    said(
        "Governor Tom Hale is quoted by the Veld Post responding to the letter: “It is wrong.”",
        ("It is wrong", "Tom Hale"),
    ),
    said("Farmer Tom Hale is reported by a Veld website saying of Reis: “I like her”.", ("I like", "Tom Hale")),
    said("According to Lake News, Ana Reis also believes the sailors left.", ("sailors", "Ana Reis")),
    said(
        "Norland sent the boats away, which, according to AFP, the United Nations and Sudland have criticised.",
        ("have criticised", "United Nations"),
    ),
    # who speaks at all
    said("Ana Reis left. Tom Hale was unmoved: “We need time”, he argued.", ("We need", "Tom Hale")),
    said("Norland officials late last week accused Sudland of spying.", ("spying", "officials")),
    said("Veld politicians this past weekend asked Ana Reis not to pay.", ("not to pay", "politicians")),
    said("Social movements proposed a march for next May.", ("a march", "Social movements")),
    said("Latest reports from the Veld Post indicate that the toll had risen.", ("toll had", "Veld Post")),
    said("Norland ranks the Rohan among the poorest of peoples.", ("poorest", "Norland")),
    said("Lake Democrats tell Ana Reis not to pay", ("not to pay", "Lake Democrats")),
    said(
        "Adviser Ana Reis met today with Minister Tom Hale. Ms. Reis spoke of peace for Norlanders and Swedes. "
        "They shared their concerns about the lake.",
        ("their concerns", "Ana Reis and Tom Hale"),
    ),
    # what is called so
    silent("Adviser Ana Reis met Minister Benjamin “Benny” Hale in Veld.", "Benny"),
    silent("The Beet ran a story headlined “Parliament will leave unless a new hall is built”.", "Parliament will"),
    silent("There was a march called “March Against Lies by the Lake”.", "March Against"),
    silent("The water rose late last week and the bridge fell.", "the bridge"),
    silent("The group referred to as “Ergon” was banned on Monday.", "Ergon"),
    silent("Tom Hale signed the bill, adding the words “and Water” to the title.", "and Water”"),
    silent("There were fines for ‘tough-love’ tactics and more.", "tough-love"),
    # whom "it" and an office mean
    said(
        "The report, written by former judge Tom Hale, criticised the council for neglect. It also found that "
        "warnings were ignored. It said the council knew.",
        ("warnings were", "Tom Hale"),
        ("council knew", "Tom Hale"),
    ),
    said(
        "Tom Hale, who has led the party since 2003, called the tax unfair. “People are tired,” the senator said.",
        ("People are", "Tom Hale"),
    ),
    said(
        "The Post ran an article from US satirical news site The Lake Beet. The article says it snowed.",
        ("it snowed", "Lake Beet"),
    ),
    said("One neighbour, quoted by Veld News, said he heard “a bang”.", ("a bang", "One neighbour")),
    said(
        "The ban, which Norland’s government says is needed, was condemned as “cruel” by the Lake Fund.",
        ("is needed", "Norland’s government"),
        ("cruel", "Lake Fund"),
    ),
    said("The defence countered that there was “no evidence”.", ("no evidence", "Defence")),
    said("Over 100 Norland experts signed an open letter urging Ana Reis to concede.", ("urging", "Norland experts")),
    said(
        "It snowed. Ana Reis - the mayor - said the plan was dead. Norland is seeking clemency for her.",
        ("was dead", "Ana Reis"),
        ("clem", "Norland"),
    ),
    # who speaks next, and names that begin a sentence
    said(
        "Speaking to farmers, Ana Reis said: “We owe them this.” She went on: “We do.” Tom Hale shot back: “Never.”",
        ("We do", "Ana Reis"),
        ("Never", "Tom Hale"),
    ),
    said("A shopkeeper, 42-year-old Eva Lund, added: “The shelves are empty.”", ("The shelves", "Eva Lund")),
    said(
        "The bill’s sponsor, Representative Ana Reis (D-Norland), said it “protects children”.",
        ("protects", "Ana Reis"),
    ),
    said("Tom Hale spoke first. Boeing said it “stands ready to help”.", ("stands", "Boeing")),
    said("“The plane just dropped,” said passenger Omar Lund, who was on it.", ("The plane", "Omar Lund")),
    # which of two holders
    said(
        "Vice President Ana Reis met President Tom Hale of Norland. President Hale praised the aid, and the Vice "
        "President noted her concern. The President agreed to help.",
        ("praised", "Tom Hale"),
        ("her concern", "Ana Reis"),
        ("agreed", "Tom Hale"),
    ),
    said(
        "Ana Reis met Prime Minister Tom Hale and Deputy Prime Minister Eva Lund. The Prime Minister said no. The "
        "Deputy Prime Minister said yes.",
        ("said no", "Tom Hale"),
        ("said yes", "Eva Lund"),
    ),
    said(
        "Foreign Minister Ana Reis spoke after Prime Minister Tom Hale. The foreign minister warned of war.",
        ("of war", "Ana Reis"),
    ),
    said("Deputy Minister Ana Reis resigned. The minister blamed her health.", ("her health", "Ana Reis")),
    said("Singer Ana Reis died. Reis once said: “I wanted to sing.”", ("I wanted", "Ana Reis")),
    said(
        "Former President Tom Hale attacked President Ana Reis. The former president said she “lies”.",
        ("lies", "Tom Hale"),
    ),
    said("“We are not afraid,” said one of them, a student named Eva Lund.", ("We are", "Eva Lund")),
    said("Pope Leo said war is a defeat. The pontiff warned of more.", ("of more", "Leo")),
    said("Lake TV, citing two officials, said the minister had resigned.", ("Lake TV", "Lake TV")),
    said("“It will rise,” warned its country director, Eva Lund.", ("It will", "Eva Lund")),
    said("Managers named in it include Tom Hale, who says he “did nothing wrong”.", ("did nothing", "Tom Hale")),
)
