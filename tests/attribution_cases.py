"""Invented news with who says what in it: the constructions that studies of attribution list, each in several forms.

The constructions are those of PolNeAR (Newell, Margolin & Ruths 2018) and of the Penn Attribution Relations Corpus
(Pareti 2012): sources before and behind the cue, split and continued quotations, indirect and mixed ones, nested
attributions, nouns and "according to" as cues, pronouns and descriptions as sources, several sources together.
"""

from typing import Final, NamedTuple

__all__ = ["CASES", "Case"]


class Case(NamedTuple):
    """A text, with what a reader finds in it."""

    text: str
    """The text."""
    said: tuple[tuple[str, str], ...] = ()
    """Words of a passage, and who says it."""
    silent: tuple[str, ...] = ()
    """Words of passages in which nobody is reported to say anything."""


CASES: Final = (
    Case(
        "Norwegian Foreign Minister Kari Lund said the border would stay open. “We have nothing to hide,”"
        " Lund told reporters in Oslo. “Anybody may come and look.” She added that Sweden had been told.",
        (
            ("stay open", "Kari Lund"),
            ("nothing to hide", "Kari Lund"),
            ("Anybody may", "Kari Lund"),
            ("Sweden had", "Kari Lund"),
        ),
    ),
    Case(
        "“The pipeline,” said the Polish president, Marek Zawada, “was never about gas.” “It was about "
        "power,” he went on.",
        (
            ("The pipeline", "Marek Zawada"),
            ("never about gas", "Marek Zawada"),
            ("about power", "Marek Zawada"),
        ),
    ),
    Case(
        "Officials in Nairobi confirmed the arrests. A police spokesman, who declined to be named, said "
        "two men had been freed. According to the interior ministry, eleven others remain in custody.",
        (
            ("the arrests", "Officials"),
            ("two men", "Police spokesman"),
            ("eleven others", "interior ministry"),
        ),
    ),
    Case(
        "Canada’s trade minister Ellen Roy rejected the offer, calling it “a sandwich without bread”. Her"
        " Mexican counterpart, Luis Paz, disagreed. “It is a beginning,” Paz said.",
        (
            ("rejected the offer", "Ellen Roy"),
            ("sandwich", "Ellen Roy"),
            ("a beginning", "Luis Paz"),
        ),
    ),
    Case(
        "The talks collapsed, diplomats said on Sunday. Neither side has commented. Iran’s envoy Reza "
        "Tavakol blamed “the arrogance of a single delegation”, while Germany’s Anna Voss said patience "
        "“is not endless”.",
        (
            ("talks collapsed", "Diplomats"),
            ("arrogance", "Reza Tavakol"),
            ("not endless", "Anna Voss"),
        ),
        ("Neither side",),
    ),
    Case(
        "Prime Minister Tom Hale warned that the ceasefire could fail within days. He said: “Every hour "
        "counts.” The opposition leader, Mina Rao, accused him of doing nothing. She called on the "
        "government to recall parliament.",
        (
            ("could fail", "Tom Hale"),
            ("Every hour", "Tom Hale"),
            ("doing nothing", "Mina Rao"),
            ("recall parliament", "Mina Rao"),
        ),
    ),
    Case(
        "Egypt and Jordan condemned the strike. The two countries said in a joint statement that the "
        "attack “crosses every line”.",
        (
            ("condemned the strike", "Egypt"),
            ("crosses every line", "Two countries"),
        ),
    ),
    Case(
        "“No,” answered Colonel Ivo Brandt when asked whether his troops would leave. Brandt, who "
        "commands the northern brigade, told Reuters that orders “come from the capital”.",
        (
            ("No", "Ivo Brandt"),
            ("come from the capital", "Ivo Brandt"),
        ),
    ),
    Case(
        "The bridge was built in 1931. It carries forty thousand cars a day. Traffic has doubled since "
        "the border opened.",
        (),
        (
            "built in 1931",
            "forty thousand",
            "Traffic",
        ),
    ),
    Case(
        "The so-called “quiet fleet” left port on Monday. Japan’s defence ministry said it was following the ships.",
        (("following the ships", "Japan’s defence ministry"),),
        ("left port",),
    ),
    Case(
        "Speaking after the vote, Ambassador Lena Ortiz of Chile praised the council. “Today we kept a "
        "promise,” she said, adding: “Tomorrow we must keep the next one.”",
        (
            ("praised the council", "Lena Ortiz"),
            ("kept a promise", "Lena Ortiz"),
            ("keep the next one", "Lena Ortiz"),
        ),
    ),
    Case(
        "Lavoie: “We will not sign”\n\nMinister Paul Lavoie said on Friday he would not sign the accord.",
        (
            ("We will not sign", "Paul Lavoie"),
            ("not sign the accord", "Paul Lavoie"),
        ),
    ),
    Case(
        "Interfax reported that President Oleg Sudin had told his cabinet to prepare for sanctions. Analysts doubt it.",
        (("prepare for sanctions", "Oleg Sudin"),),
    ),
    Case(
        "A spokeswoman for the European Commission, Ilse Maas, said talks would resume. The Commission "
        "had earlier described the delay as “technical”.",
        (
            ("talks would resume", "Ilse Maas"),
            ("technical", "European Commission"),
        ),
    ),
    Case(
        "The treaty was denounced by the Labour Party as “a blank cheque”. It was welcomed by France.",
        (
            ("blank cheque", "Labour Party"),
            ("welcomed by", "France"),
        ),
    ),
    Case(
        "“We lost forty men,” the commander said. “And we will lose more.”\n\n“But we will hold the valley,” he vowed.",
        (
            ("lost forty", "Commander"),
            ("lose more", "Commander"),
            ("hold the valley", "Commander"),
        ),
    ),
    Case(
        "The minister’s deputy, Arne Holt, wrote in a letter to the speaker that the figures were wrong.",
        (("figures were wrong", "Arne Holt"),),
    ),
    Case(
        "Turkey’s foreign ministry summoned the Dutch ambassador on Tuesday. “This is unacceptable,” the "
        "ministry said in a statement. It demanded an apology.",
        (
            ("unacceptable", "Turkey’s foreign ministry"),
            ("an apology", "Turkey’s foreign ministry"),
        ),
    ),
    Case(
        "Peru expects the deal to be ratified in June, its ambassador told the chamber. Bolivia has "
        "denied any contact.",
        (
            ("ratified in June", "Peru"),
            ("any contact", "Bolivia"),
        ),
    ),
    Case(
        "Rebels claimed to have taken the airport. The army denied it. “The airport is ours,” a "
        "government source insisted.",
        (
            ("taken the airport", "Rebels"),
            ("denied it", "army"),
            ("is ours", "Government source"),
        ),
    ),
    Case(
        "„Wir reden weiter“, said Chancellor Karl Brehm. «Nous sommes prêts», replied Prime Minister Luc "
        "Morel. 「賛成です」, Foreign Minister Aiko Mori said.",
        (
            ("Wir reden", "Karl Brehm"),
            ("sommes prêts", "Luc Morel"),
            ("賛成", "Aiko Mori"),
        ),
    ),
    Case(
        "The president's office announced a day of mourning. In her address, President Ana Reis said the "
        "nation ‘will not forget’. The families' lawyer, Joel Pinto, thanked the rescuers.",
        (
            ("day of mourning", "President’s office"),
            ("will not forget", "Ana Reis"),
            ("thanked the rescuers", "Joel Pinto"),
        ),
    ),
    Case(
        "NATO chief Hanna Virtanen said allies were united, and urged Russia to withdraw its troops. "
        "Moscow has repeatedly said its troops are on exercise. Virtanen also announced new funds, saying"
        " they would arrive by May.",
        (
            ("allies were united", "Hanna Virtanen"),
            ("withdraw its troops", "Hanna Virtanen"),
            ("on exercise", "Russia"),
            ("new funds", "Hanna Virtanen"),
            ("arrive by May", "Hanna Virtanen"),
        ),
    ),
    Case(
        "While Sudan insists the dam is safe, Ethiopia says it needs no permission. Both have asked the "
        "African Union to mediate.",
        (
            ("dam is safe", "Sudan"),
            ("no permission", "Ethiopia"),
        ),
    ),
    Case(
        "Asked about the leak, Press Secretary Dan Wirth said only that “an inquiry is under way”. He did"
        " not name the source. “I have read the reports,” Wirth said. “So have you.”",
        (
            ("inquiry", "Dan Wirth"),
            ("read the reports", "Dan Wirth"),
            ("So have you", "Dan Wirth"),
        ),
        ("did not name",),
    ),
    Case(
        "BONN, May 4 - West German Finance Minister Gerhard Stolz said Bonn would not cut taxes before "
        '1989.\nHe told parliament: "There is no room."\n'
        "A Bundesbank official said the dollar was likely to fall further, dealers noted.",
        (
            ("not cut taxes", "Gerhard Stolz"),
            ("no room", "Gerhard Stolz"),
            ("fall further", "Bundesbank official"),
        ),
    ),
    Case(
        "U.N. envoy Samir Haddad, speaking by video link from Geneva, told the Security Council that both"
        " parties “have run out of excuses”. The Council, he said, must act.",
        (
            ("run out", "Samir Haddad"),
            ("must act", "Samir Haddad"),
        ),
    ),
    Case(
        "Critics say the law is too weak. Supporters, including the mayor of Lyon, argue it is a start. A"
        " member of the committee, Zoe Blanc, described it as “a lock without a door”.",
        (
            ("too weak", "Critics"),
            ("is a start", "Supporters"),
            ("lock without", "Zoe Blanc"),
        ),
    ),
    Case(
        "The ministers agreed to meet again in June. They signed a protocol on fisheries. No statement was issued.",
        (),
        (
            "signed a protocol",
            "No statement",
        ),
    ),
    Case(
        "“If they attack,” General Park Min-ho warned, “we will answer.” South Korea’s president, Lee "
        "Su-jin, said on Thursday that she had approved the plan. North Korea called the drill “a "
        "rehearsal for war”.",
        (
            ("If they attack", "Park Min-ho"),
            ("we will answer", "Park Min-ho"),
            ("approved the plan", "Lee Su-jin"),
            ("rehearsal", "North Korea"),
        ),
    ),
    Case(
        "Greece offered to mediate, Foreign Minister Nikos Vlahos said. Albania thanked Athens for the offer.",
        (
            ("offered to mediate", "Nikos Vlahos"),
            ("for the offer", "Albania"),
        ),
    ),
    Case(
        "The company said profits had fallen. Its chairman, Piet de Wit, blamed the embargo. “We sell "
        "cheese, not politics,” he quipped.",
        (
            ("profits had fallen", "Company"),
            ("blamed the embargo", "Piet de Wit"),
            ("cheese", "Piet de Wit"),
        ),
    ),
    Case(
        "In a post on X, Senator Ruth Oduya wrote that the raid was “a crime”. Her office later deleted "
        "it. The embassy did not respond to a request for comment.",
        (("a crime", "Ruth Oduya"),),
        (
            "later deleted",
            "did not respond",
        ),
    ),
    Case(
        "Italian and Spanish officials said the boats had been searched. They declined to give numbers.",
        (
            ("been searched", "Italian and Spanish officials"),
            ("give numbers", "Italian and Spanish officials"),
        ),
    ),
    Case(
        "Yemeni rebels fired two missiles on Wednesday, the Saudi-led coalition said. A rebel spokesman, "
        "Yahya Nasser, hailed the attack as “a message”.",
        (
            ("two missiles", "Saudi-led coalition"),
            ("a message", "Yahya Nasser"),
        ),
    ),
    Case(
        "The Vatican expressed “deep sorrow” over the fire. Pope Celestine said he was praying for the "
        "victims. “May they rest,” he said.",
        (
            ("deep sorrow", "Holy See"),
            ("praying for", "Celestine"),
            ("May they rest", "Celestine"),
        ),
    ),
    Case(
        "President Obi’s spokesman said the report was false. “It is a lie,” said the spokesman, Femi "
        "Ade. Obi himself has not spoken.",
        (
            ("report was false", "President Obi’s spokesman"),
            ("It is a lie", "Femi Ade"),
        ),
        ("himself has not",),
    ),
    Case(
        "The statement, released by the Kremlin, said the two leaders had discussed grain. It gave no details.",
        (("discussed grain", "Russia"),),
    ),
    Case(
        "“I am not a candidate”, Vice President Olu Bello told the newspaper Le Temps, and “never will be”.",
        (
            ("not a candidate", "Olu Bello"),
            ("never will be", "Olu Bello"),
        ),
    ),
    Case(
        "Denmark and Iceland said they would boycott the summit. Finland, for its part, hinted that it might follow.",
        (
            ("boycott the summit", "Denmark"),
            ("might follow", "Finland"),
        ),
    ),
    Case(
        "Norway’s finance ministry cut its forecast on Monday. It said exports had slowed.",
        (("exports had", "Norway’s finance ministry"),),
    ),
    Case(
        "Minister Ana Reis was calm. “We have a plan,” she said.\n\n“It will work.”",
        (("have a plan", "Ana Reis"), ("will work", "Ana Reis")),
    ),
    Case(
        "Statement by President Ana Reis on the flood\n\nWe mourn the dead. We thank the rescuers.",
        (("mourn the dead", "Ana Reis"),),
    ),
    Case(
        "Stressing that nothing was decided, Minister Ellen Roy said talks would go on.",
        (("nothing was decided", "Ellen Roy"), ("talks would go on", "Ellen Roy")),
    ),
)
"""The texts; nobody in them exists."""
