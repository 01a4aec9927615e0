"""Invented news whose speakers are joined, set off by clauses, judged by courts, or passed on by media and letters."""

from typing import Final

from attribution_cases import Case

__all__ = ["JOINED"]

JOINED: Final = (
    Case(
        "The miners attacked the plan, with Ana Reis of Norland terming it “theft” and Tom Hale of Sudland calling it"
        " “folly”.",
        (("theft", "Ana Reis"), ("folly", "Tom Hale")),
    ),
    Case(
        "With Minister Ana Reis insisting that the dam is safe, Mayor Tom Hale warning of floods and Bishop Eva Lind"
        " asking for calm, the vote was put off.",
        (("the dam is safe", "Ana Reis"), ("floods", "Tom Hale"), ("calm", "Eva Lind")),
    ),
    Case(
        "Ana Reis rejected the plan, and in a letter to the king called it “a folly”.",
        (("rejected the plan", "Ana Reis"), ("a folly", "Ana Reis")),
    ),
    Case(
        "The tribunal ruled that the vote was void and in a second order directed the ministry to “count again”.",
        (("the vote was void", "tribunal"), ("count again", "tribunal")),
    ),
    Case(
        "The Norland High Court found the mayor’s order “void from the start”. Police found Hale’s knife by the door.",
        (("void from", "Norland High Court"),),
        ("knife",),
    ),
    Case(
        "The panel’s summary closed with a rebuke. Ana Reis, Lady Marlow, a judge of the court wrote, in a separate"
        " opinion, that the law was void.",
        (("the law was void", "Lady Marlow"),),
    ),
    Case(
        "Tom Hale decided, according to the minutes, “that nobody would ask the farmers”.",
        (("nobody would ask", "Tom Hale"),),
    ),
    Case(
        "According to Reuters, an aide to the king voiced regret over the deaths. According to Reuters, the bank is"
        " safe.",
        (("regret over", "aide"), ("the bank is safe", "Reuters")),
    ),
    Case(
        "The fund received a letter from the mayor warning that the dam would break.",
        (("the dam would break", "mayor"),),
    ),
    Case(
        "The Veld Party call themselves “the voice of the lake”.",
        (("the voice of", "Veld Party"),),
    ),
    Case(
        "In response, the charity Islamic Relief issued a statement saying, “We have seen no proof.” Catholic Aid"
        " warned of hunger.",
        (("no proof", "Islamic Relief"), ("hunger", "Catholic Aid")),
    ),
    Case(
        "Reuters obtained a World Bank study on dams, in which the study says “the walls are thin”.",
        (("the walls are thin", "World Bank"),),
    ),
    Case(
        "Ana and Tom’s father, Jan Hale, wept at the news and said he was glad.",
        (("he was glad", "Jan Hale"),),
    ),
    Case(
        "A former banker who now lives in Veld, Jan Hale, has seen the mine. He said nobody came.",
        (("nobody came", "Jan Hale"),),
    ),
    Case(
        "The boy states that “he saw it”. The coastal states that signed the pact stayed at home.",
        (("he saw it", "boy"),),
        ("stayed at home",),
    ),
    Case(
        "The Veld Sun editorial board urged the king to resign. The chief of the biggest miners’ union, Tom Hale, said"
        " the strike would go on.",
        (("the king to resign", "Veld Sun editorial board"), ("the strike would", "Tom Hale")),
    ),
    Case(
        "Lake.com reported an army source ascribed the blast to rebels.",
        (("the blast", "army source"),),
    ),
    Case(
        "Hotel fire\n\nA fire at the Hotel Lake Palace in Veld killed ten. The hotel’s website estimated 90 people were"
        " inside. The Museum of the Sea closed. The museum said it had no money.",
        (("90 people", "Hotel Lake Palace"), ("no money", "Museum of the Sea")),
    ),
    Case(
        "Lakebank, the lender, said wages will fall. The lender called this “a warning”.",
        (("a warning", "Lakebank"),),
    ),
    Case(
        "President Tom Hale of Norland and President Ana Reis of the Republic of Chile met in Veld. Reis urged calm."
        " The two leaders discussed fish. They deplored the attack on Kyiv.",
        (("calm", "Ana Reis"), ("the attack on", "Two leaders")),
    ),
    Case(
        "The fire was told of in a World Bank assessment of the hills titled Smoke and Rain, in which the report"
        " states, “Nobody came.” A spokesman for 10 Downing Street expressed grief.",
        (("Nobody came", "World Bank"), ("grief", "spokesman")),
    ),
    Case(
        "Farmers attacked the mine inquiry, with Ana Reis calling it “a show”. Rebels attacked the mine.",
        (("the mine inquiry", "Farmers"), ("a show", "Ana Reis")),
        ("Rebels attacked",),
    ),
)
