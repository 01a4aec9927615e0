"""Invented news whose speakers have asides, agents and quoters beside them, or are named by a text's credit."""

from typing import Final

from attribution_cases import Case

__all__ = ["ASIDES"]

ASIDES: Final = (
    Case(
        "Jan Holm, to whom the king had written, said the dam was safe. Rebels, whom Norway has accused of theft,"
        " fled.",
        (("the dam was safe", "Jan Holm"), ("accused of theft", "Norway")),
    ),
    Case(
        "“It was a mistake,” concedes Tom Hale now.",
        (("It was a mistake", "Tom Hale"),),
    ),
    Case(
        "Amnesty International’s director for Norland, Ana Reis, and the head of the Lake Fund, Tom Hale, demanded an"
        " inquiry.",
        (("an inquiry", "Ana Reis"), ("an inquiry", "Tom Hale")),
    ),
    Case(
        "A lawyer representing Eva Lind argued that she was ill. Police questioning Tom Hale warned of riots.",
        (("she was ill", "Lawyer"), ("riots", "Police")),
    ),
    Case(
        "A statement attributed to the Lake Front said the blast was its own.",
        (("the blast was", "Lake Front"),),
    ),
    Case(
        "Tom Hale was quoted by the paper as having said that “nobody came”.",
        (("nobody came", "Tom Hale"),),
    ),
    Case(
        "Critics of the dam, among them Ana Reis, say it is weak.",
        (("it is weak", "Critics"),),
    ),
    Case(
        "The dam is, to quote Tom Hale, “a grave”.",
        (("a grave", "Tom Hale"),),
    ),
    Case(
        "Votes are counted\n\nReis, 54, said the lake would fall. Hale (Lake Party, Veld) said the road would not.",
        (("the lake would", "Reis"), ("the road would", "Hale")),
    ),
    Case(
        "Shares fell as analysts at Lakebank warned of “more pain”.",
        (("more pain", "Analysts"),),
    ),
    Case(
        "It is King Tom Hale, not the miners, who says so. Ana Reis takes the position that it is not safe.",
        (("who says so", "Tom Hale"), ("not safe", "Ana Reis")),
    ),
    Case(
        "Ana Reis responded by calling him “a child”. Guards responded by throwing stones.",
        (("a child", "Ana Reis"),),
        ("stones",),
    ),
    Case(
        "Eva Lind was adamant: “It will fall.”",
        (("It will fall", "Eva Lind"),),
    ),
    Case(
        "A spokeswoman for Ana Reis said she was well. A ministry spokeswoman said she was ill.",
        (("she was well", "spokeswoman for Ana Reis"), ("she was ill", "ministry spokeswoman")),
    ),
    Case(
        "President Tom Hale of Norland and his Chilean counterpart, Ana Reis, said they would “keep the peace”.",
        (("keep the peace", "Tom Hale"), ("keep the peace", "Ana Reis")),
    ),
    Case(
        "While Tom Hale called it “safe”, Ana Reis said it was “a grave”. “The dam,” Eva Lind said, “is old.”",
        (("safe", "Tom Hale"), ("a grave", "Ana Reis"), ("The dam", "Eva Lind"), ("is old", "Eva Lind")),
    ),
    Case(
        "His teacher, Ana Reis, remembered him as “a quiet child”. He remembered the bridge.",
        (("a quiet child", "Ana Reis"),),
        ("the bridge",),
    ),
    Case(
        "The Ministry of Water spoke late. The ministry’s statement went on: “Nobody should worry.”",
        (("Nobody should", "Ministry of Water"),),
    ),
    Case(
        "The ruling was welcomed by the fund, whose director, Ana Reis, called it “a great day”.",
        (("was welcomed", "fund"), ("a great day", "Ana Reis")),
    ),
    Case(
        "Secretary of State Tom Hale, who is in Oslo for talks, and Foreign Minister Kari Lund said they would pay.",
        (("they would pay", "Tom Hale"), ("they would pay", "Kari Lund")),
    ),
    Case(
        "The Lake Fund, whose head is Ana Reis, and the Veld Zoo, run by Tom Hale, have both warned of “a dry year”.",
        (("a dry year", "Lake Fund"), ("a dry year", "Veld Zoo")),
    ),
    Case(
        "One palace insider told the Veld Times he was “in bed”.",
        (("in bed", "palace insider"),),
    ),
    Case(
        "The bill was described as “a disgrace” by Ana Reis and as “a start” by Tom Hale.",
        (("a disgrace", "Ana Reis"), ("a start", "Tom Hale")),
    ),
    Case(
        "It was called “a gift” by the Lake Fund and “a theft” by farmers.",
        (("a gift", "Lake Fund"), ("a theft", "farmers")),
    ),
    Case(
        "Ana Reis, who leads the Lake Party, and who lost the vote in May, said: “We will be back.”",
        (("We will be back", "Ana Reis"),),
    ),
)
