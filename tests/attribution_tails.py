"""Invented sentences whose end, opening phrase or headline says who speaks, and look-alikes of them."""

from typing import Final

from attribution_cases import Case

__all__ = ["TAILS"]

TAILS: Final = (
    Case(
        "The leaders of Kenya and Ghana agree that both must build a “strong” port, President Tom Hale said after"
        " talks with Minister Ana Reis in Accra.",
        (("strong", "Tom Hale"),),
    ),
    Case(
        "Kenya expects a “quick” reply from the union, Tom Hale told reporters at the airport on Monday.",
        (("quick", "Tom Hale"),),
    ),
    Case(
        "Foreign Minister Ana Reis came home on Monday. “We spoke of ways out as well,” she said, the sources told"
        " Reuters. “There is hope on every count.”",
        (("ways out", "Ana Reis"), ("every count", "Ana Reis")),
    ),
    Case(
        "Kenya hopes that the talks go on and the terms are still open, presidential spokesman Tom Hale told the media"
        " on Monday, TASS reports.",
        (("terms are", "Tom Hale"),),
    ),
    Case(
        "The Kenyan and Ghanaian leaders have agreed to meet a third time, the Special Adviser, Tom Hale, announced.",
        (("third time", "Tom Hale"),),
    ),
    Case(
        "Ana Reis spoke on Monday. Kenya had to leave the isles according to the terms of the Veld Accord, Reis said.",
        (("the isles", "Ana Reis"),),
    ),
    Case(
        "According to Lakenews, Foreign Minister Tom Hale expressed readiness for a meeting.",
        (("readiness", "Tom Hale"),),
    ),
    Case("Kenya demanded a “firm” reply, diplomats told Reuters.", (("firm", "Kenya"),)),
    Case("Tom Hale called for a “firm” reply, Reuters reported on Monday.", (("firm", "Tom Hale"),)),
    Case(
        "In calls with the head of the station Lena Moss and envoy Omar Lund, Ana Reis discusses “taking” the tower,"
        " calls for “a long night” and speaks of the need for “patience”.",
        (("taking", "Ana Reis"), ("a long night", "Ana Reis"), ("patience", "Ana Reis")),
    ),
    Case(
        "Tom Hale, the Kenyan foreign minister, spoke in Accra. In his opinion, the step should be “a first one”.",
        (("a first one", "Tom Hale"),),
    ),
    Case("Ana Reis spoke last. The plan was, in her own words, “a joke”.", (("a joke", "Ana Reis"),)),
    Case(
        "“It is a shame,” the Kenyan government’s department for trade said in a statement. The state will raise it"
        " when the next office opens, it said.",
        (("will raise", "Kenyan government’s department for trade"),),
    ),
    Case(
        "Kenya on Wednesday summoned the Ghanaian High Commissioner for the sixth time to protest against alleged"
        " raids by troops.",
        (("on Wednesday", "Kenya"),),
    ),
    Case(
        "Kenya expels Ghanaian envoy over ‘spying’\n\nThe Foreign Office said he was told of “spying” on Monday.",
        (("spying", "Kenya"),),
    ),
    Case(
        "Accra, Nairobi to open a road soon: Kenyan FM\n\nKenyan Foreign Minister Tom Hale said the road will open.",
        (("open a road", "Tom Hale"),),
    ),
    Case(
        "Ghana thinks the plan is dead, claims Kenyan President\n\nTom Hale, President of Kenya, said Ghana had left.",
        (("the plan", "Tom Hale"),),
    ),
    Case(
        "No deal without a road, says PM Hale\n\nKenyan Prime Minister Tom Hale spoke in Accra. The premier said"
        " there would be no port either.",
        (("without a road", "Tom Hale"), ("no port", "Tom Hale")),
    ),
    Case(
        "Islands must speak as one - Reis\n\nTonga’s President Ana Reis says islands must speak as one.",
        (("must speak", "Ana Reis"),),
    ),
    Case(
        "The U.N. Security Council met on Monday. “It is a threat,” the 15-member council said in a statement.",
        (("a threat", "U.N. Security Council"),),
    ),
    Case("Prime Minister Dato’ Seri Ana Reis said the sea was open.", (("the sea", "Ana Reis"),)),
    Case("Chief of Staff Lt Gen Tom Hale said the army would stay.", (("the army", "Tom Hale"),)),
    Case(
        "Council head Tom Hale on Sunday described the vote as “our duty”, the Veld News Agency (VNA) reported.",
        (("our duty", "Tom Hale"),),
    ),
    Case("Ana Reis called the vote “fair”, officials said on Monday.", (("fair", "Ana Reis"),)),
    Case("The vote was “fair”, officials said on Monday.", (("fair", "Officials"),)),
    Case(
        "Kenya’s foreign minister said the road would open. Tom Hale, the Kenyan foreign minister, spoke in Accra.",
        (("the road", "Tom Hale"),),
    ),
    Case(
        "Prime Minister Tom Hale met the press. “There is no other way,” the head of government said.",
        (("no other way", "Tom Hale"),),
    ),
)
