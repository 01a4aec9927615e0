"""Meetings told of by a form of their own: a participle first, the first person, a noun with "of" or "by", an ordinal.

Each sentence stands behind one that names a president, Ana Lima, and others with an office.
"""

from each_case import each_case
from told_meetings import met, names


@each_case(
    ("sentence", "status", "people"),
    [
        # a participle before its subject
        (
            "Meeting the prime minister of Norway Jon Aas in Lisbon today, President Lima praised him.",
            "held",
            "Aas Lima",
        ),
        ("Meeting the deadline in May, President Lima praised him.", "", ""),
        # who speaks
        ("“My colleagues and I have been able to see Prime Minister Aas,” Minister Dahl said.", "held", "Aas Dahl"),
        ("“I signed the first joint declaration with Prime Minister Aas,” Minister Dahl said.", "held", "Aas Dahl"),
        ("“This was the first-ever visit by a minister to Peru,” Minister Dahl said.", "held", "Dahl"),
        ("“We welcomed so many refugees to our shores,” they said.", "", ""),
        # what two signed
        ("The accord was signed by Foreign Minister Dahl and Foreign Minister Berg.", "held", "Berg Dahl"),
        ("Foreign Minister Dahl signed the accord with Foreign Minister Berg.", "held", "Berg Dahl"),
        ("The decree was signed by Prime Minister Aas and President Lima.", "", ""),
        # whose guest, and whose summit
        (
            "Trade is growing, President Lima said during the visit of a Norwegian delegation.",
            "held",
            "Lima delegation",
        ),
        (
            "The chair was chosen by the 53 member states of the League at their summit in Malta last year.",
            "held",
            "League",
        ),
        ("It came days after President Lima caused a row in a ceremony marking independence.", "held", ""),
        # who arrives
        ("They spoke ahead of the arrival of Prime Minister Aas for a visit.", "scheduled", "Aas"),
        ("They spoke ahead of the arrival of winter.", "", ""),
        # meetings before the press, of ministers, and with each other
        (
            "Minister Dahl said in a news conference with her Norwegian counterpart that talks go on.",
            "held",
            "Dahl counterpart",
        ),
        ("Minister Dahl addressed the Nordic Ministerial on Friday.", "held", "Dahl"),
        ("Minister Dahl gave ministerial approval on Friday.", "", ""),
        ("Prime Minister Aas and President Lima spoke to each other.", "held", "Aas Lima"),
        # a policy, a duty, and what others are called upon to do
        ("Norway is ready to engage with Peru on this.", "", ""),
        ("Norway repeated its offer to mediate in the conflict.", "", ""),
        ("Norway has participated in the air patrol since 2006.", "", ""),
        ("After months of negotiations, President Lima gave up.", "", ""),
        ("Norway recalled its ambassador to Peru for consultations.", "", ""),
        # several
        ("Minister Dahl and her colleague, Olav Berg, used the day to discuss trade.", "held", "Berg Dahl"),
        ("Prime Minister Aas called President Lima and discussed the crisis.", "held", "Aas Lima"),
        # envoys, whatever stands between
        (
            "Ambassador Per Moe and an adviser of the Danish embassy Rita Vik were summoned by the Foreign Ministry.",
            "held",
            "Ministry Vik",
        ),
        ("Singer Per Moe and a dancer were summoned by the court.", "", ""),
        # who is asked to come
        ("Berg extended an invitation to Prime Minister Aas to visit Lima.", "proposed", "Aas"),
    ],
)
def test_a_meeting_is_found_by_its_form(sentence: str, status: str, people: str) -> None:
    """Check who takes part in the first meeting of a sentence, and how far it has come."""
    first = next(iter(met(sentence)), None)
    assert (first.status.value if first is not None else "", names(first) if first is not None else "") == (
        status,
        people,
    )


@each_case(
    ("text", "number"),
    [
        ("“I met the rebels in Oslo on Monday. I have also met with the envoys of Peru,” Minister Dahl said.", 2),
        ("President Lima met separately with Prime Minister Aas and Foreign Minister Berg on Monday.", 2),
        ("President Lima held separate talks with Prime Minister Aas and Foreign Minister Berg.", 1),
        ("President Lima met separately and jointly with Prime Minister Aas and Foreign Minister Berg.", 1),
        ("President Lima met with rebel leaders, and held a meeting with the mayor of Bergen.", 2),
        ("Minister Dahl met President Lima in Oslo on Monday. The meeting with President Lima was long.", 1),
    ],
)
def test_meetings_are_told_apart_by_form(text: str, number: int) -> None:
    """Check how many meetings two passages tell of."""
    assert len(met(text)) == number
