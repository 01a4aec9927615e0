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
        "The U.N. Security Council met on Monday. “It is a threat,” the 15-member council wrote on Tuesday.",
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
    Case(
        "Kenyan Foreign Minister Ana Reis met Tom Hale. Nairobi will host a round, the visiting minister told AFP.",
        (("will host", "Ana Reis"),),
    ),
    Case(
        "The drills are wrong, Kremlin Spokesman Tom Hale told reporters. “We said so,” the Kremlin official noted.",
        (("We said so", "Tom Hale"),),
    ),
    Case("Tom Hale met Ana Reis. A UN official said both leaders spoke of rain.", (("of rain", "UN official"),)),
    Case(
        "Reis: I expect both to be patient\n\nThe head of diplomacy, Ana Reis, said on Monday that it would rain.",
        (("I expect", "Ana Reis"),),
    ),
    Case(
        "CS Reis: Kenya hopes for calm\n\nForeign Affairs CS Ana Reis said Kenya was “fully” behind the talks.",
        (("hopes for", "Ana Reis"), ("fully", "Ana Reis")),
    ),
    Case("Border talks: Kenya says no to a road\n\nThe road was planned in May.", (("says no", "Kenya"),)),
    Case(
        "Ms. REIS Ana, Minister for Foreign Affairs, held a talk. Minister Reis stated that the ties would grow.",
        (("the ties", "REIS Ana"),),
    ),
    Case(
        "Omar Lund, whom Lena Moss once called “brave”, said the accord was “weak”.",
        (("brave", "Lena Moss"), ("weak", "Omar Lund")),
    ),
    Case("Lena Moss dismissed Omar Lund’s description of the talks as a “dead end”.", (("dead end", "Omar Lund"),)),
    Case("Lena Moss dismissed Omar Lund’s claim as “nonsense”.", (("nonsense", "Lena Moss"),)),
    Case("Lena Moss denied Omar Lund’s claim that she had lived on “theft”.", (("theft", "Omar Lund"),)),
    Case(
        "“It may get worse,” warned EU foreign policy chief Tom Hale. The top EU diplomat spoke of a “spiral”.",
        (("get worse", "Tom Hale"), ("spiral", "Tom Hale")),
    ),
    Case(
        "Arab League Secretary-General Tom Hale was in Accra. The Arab League chief urged a halt.",
        (("a halt", "Tom Hale"),),
    ),
    Case(
        "Kenya’s Permanent Representative to the United Nations Zhang Jun said it was a “red line”.",
        (("red line", "Zhang Jun"),),
    ),
    Case("King Omar II met the envoy. His Majesty stressed the need for rain.", (("for rain", "Omar II"),)),
    Case(
        "Kenya at risk of ‘a drought’ - Reis\n\nWater chief Ana Reis was in Nairobi.",
        (("a drought", "Ana Reis"),),
    ),
    Case(
        "Kenya in ‘a drought’ as rains fail\n\nPresident Ana Reis said Kenya was in “a drought”.",
        (("a drought", "Ana Reis"),),
    ),
    Case(
        "UN envoy Tom Hale met the press. During the talks, the envoy continued, both leaders spoke of rain.",
        (("During the talks", "Tom Hale"),),
    ),
    Case(
        "Today, the Honourable Tom Hale, Minister of Foreign Affairs, spoke with Ana Reis, Minister of Foreign Affairs"
        " of Kenya. They affirmed the worth of the road.",
        (("the worth", "Tom Hale and Ana Reis"),),
    ),
    Case(
        "The Secretary-General met with Ms. Ana Reis, President of Kenya. They both expressed support for the talks.",
        (("support for", "Secretary-General and Ana Reis"),),
    ),
    Case(
        "The Minister of State, Minister of Foreign Affairs, National Community Abroad and Island Affairs, Tom Hale,"
        " affirmed Sunday that the road would open.",
        (("the road", "Tom Hale"),),
    ),
    Case("Kenyan President Hassan Sheikh Reis called the deal “a slap”.", (("a slap", "Hassan Sheikh Reis"),)),
    Case(
        "US envoy Tom Hale spoke in Beirut and said there was no surprise. “It is grand,” the American diplomat said.",
        (("It is grand", "Tom Hale"),),
    ),
    Case(
        "Tom Hale, Under-Secretary-General for Humanitarian Affairs, left. “We fail,” the UN relief chief said.",
        (("We fail", "Tom Hale"),),
    ),
    Case("Tom Hale rejected Omar Lund’s plea for “more time”.", (("more time", "Omar Lund"),)),
    Case("Tom Hale rejected Omar Lund’s plan as “a lie”.", (("a lie", "Tom Hale"),)),
)
