"""Invented news whose quotations stand beside no verb of saying, or whose speakers have no name or a long office."""

from typing import Final

from attribution_cases import Case

BESIDE: Final = (
    Case(
        "“It is their move now,” Minister Olaf Brandt shrugged. “I have time,” he grinned.",
        (("It is their move", "Olaf Brandt"), ("I have time", "Olaf Brandt")),
        (),
    ),
    Case(
        "“I trust the tide,” the Ruthenian envoy, Marek Dvorak, confided to his crew.",
        (("I trust the tide", "Marek Dvorak"),),
        (),
    ),
    Case(
        "“Our wells are dry,” said one elder, who gave no name. “Let them drink it,” shouted a baker near the door.",
        (("Our wells", "elder"), ("Let them drink", "baker")),
        (),
    ),
    Case(
        "The mayors of three islands have rejected the map, saying they were “never asked”.",
        (("never asked", "mayors"),),
        (),
    ),
    Case("For months, diplomats in Velm have spoken of “frank fog”.", (("frank fog", "diplomats in Velm"),), ()),
    Case("A ferryman in Karsa said the lake had fallen by a metre.", (("fallen by a metre", "ferryman"),), ()),
    Case(
        "His host, Dame Ada Pell, assured the chamber that “no door is shut”.",
        (("no door is shut", "Ada Pell"),),
        (),
    ),
    Case(
        "“Mr Morvan has not read the text,” read a statement from the Ministry of Trade.",
        (("has not read", "Ministry of Trade"),),
        (),
    ),
    Case(
        "The report, drafted by Senator Karin Sol, accuses the navy of “wilful blindness”.",
        (("wilful blindness", "Karin Sol"),),
        (),
    ),
    Case(
        "Asked about the map, Ambassador Ines Rok smiled: “Ask a painter.”",
        (("Ask a painter", "Ines Rok"),),
        (),
    ),
    Case(
        "“We will pay,” said Minister Petra Lind. Her deputy, Olaf Brandt, was blunter. “Not a penny.”",
        (("We will pay", "Petra Lind"), ("Not a penny", "Olaf Brandt")),
        (),
    ),
    Case("“We are the ones who waited,” the aide said by telephone.", (("We are the ones", "aide"),), ()),
    Case(
        "Minister of State for External Affairs K. Varma advised the house not to “sell the river”.",
        (("sell the river", "K. Varma"),),
        (),
    ),
    Case(
        "The Minister for Trade and Rural Affairs, Ana Reis, said the duty would end.",
        (("the duty would end", "Ana Reis"),),
        (),
    ),
    Case(
        "Tomas Ek, Director of the Relief and Shelter Division of the Lake Fund, who called for tents, left.",
        (("called for tents", "Tomas Ek"),),
        (),
    ),
    Case(
        "The Commission on Lakes (CL) met. They released a statement which said, “The lake is ours.”",
        (("The lake is ours", "Commission on Lakes"),),
        (),
    ),
    Case(
        "The Lake Post has learned from two officials that the dam leaks.",
        (("the dam leaks", "two officials"),),
        (),
    ),
    Case(
        "Minister Oda Brink warned of a flood. Her own deputy would travel to Karsa next week, she said.",
        (("would travel", "Oda Brink"),),
        (),
    ),
    Case(
        "“The lake is shut”: envoy on a hard winter\n\nEnvoy Ada Pell spoke on Monday. She said: “The lake is shut.”",
        (("The lake is shut”:", "Ada Pell"),),
        (),
    ),
    Case(
        "Norland, Sudland hold ‘frank’ talks\n\nThe envoys met. The talks were “frank”, Minister Ada Pell said.",
        (("frank’", "Ada Pell"),),
        (),
    ),
    Case("Brandt: no deal yet\n\nOlaf Brandt said the text was open.", (("no deal yet", "Olaf Brandt"),), ()),
    Case("Harbours: no deal yet\n\nMinister Olaf Brandt said the text was open.", (), ("no deal yet",)),
    Case("The parties agreed to share the well.", (("share the well", "Parties"),), ()),
)
"""Texts, each with what is said in it."""

RAIN: Final = "La pluie est tombée dans la nuit sur le lac et sur les champs."
"""Enough words of French to know the language."""

FOREIGN: Final = (
    Case(
        RAIN + " « La porte reste ouverte », a réagi hier l’assesseure régionale aux Transports, Ada Pelle.",
        (("La porte reste", "Ada Pelle"),),
        (),
    ),
    Case(
        RAIN
        + " La ministre valdienne des Affaires étrangères, Ida Vos, est arrivée à la gare. L’ancienne juge a indiqué "
        "que le train était en retard. Selon elle, la ligne est à refaire.",
        (("le train était", "Ida Vos"), ("la ligne est", "Ida Vos")),
        (),
    ),
    Case(
        RAIN
        + " « Il faudra bien que la pluie cède », soupire un commerçant du bourg, qui a perdu la moitié de son blé.",
        (("Il faudra", "commerçant du bourg"),),
        (),
    ),
    Case(
        "« Nous ne paierons pas », prévient le maire de Saint-Val\n\n« Nous ne paierons pas », a lancé le maire, Luc "
        "Favre, à la sortie de la salle. " + RAIN,
        (("Nous ne paierons pas », prévient", "Luc Favre"),),
        (),
    ),
    Case(
        "Réuni dans la nuit, le conseil municipal a refusé la convention sur le pont de la ville.",
        (("la convention", "conseil municipal"),),
        (),
    ),
    Case(
        "Die Ministerin für Verkehr, Ida Vos, kritisierte den Plan der Bahn und sprach mit dem Minister Jan Lund. "
        "Ihr norwegischer Kollege wies die Vorwürfe zurück.",
        (("wies die Vorwürfe", "Jan Lund"),),
        (),
    ),
)
"""Texts in French and German, each with what is said in it."""
