"""Meetings told of in a quotation, those that a text tells apart, and visits of which only the land is named.

Each sentence stands behind one that names a president, Ana Lima, and others with an office.
"""

from diplo_events.drafting._finds import find
from each_case import each_case
from told_meetings import met, names


@each_case(
    ("sentence", "status", "people"),
    [
        # who speaks takes part
        ("“I met with Prime Minister Aas this morning,” Minister Dahl said.", "held", "Aas Dahl"),
        ("“We had a long conversation with Prime Minister Aas,” Minister Dahl said.", "held", "Aas Dahl"),
        ("“I saw the camps during my previous visit last May,” Minister Dahl said.", "held", "Dahl"),
        ("“Our meeting today was constructive,” Minister Berg said.", "held", "Berg"),
        ("“At our last meeting in Oslo we agreed on this,” Ms. Dahl said.", "held", "Dahl"),
        ("“I look forward to welcoming Prime Minister Aas next week,” Minister Dahl said.", "scheduled", "Aas Dahl"),
        (
            "“A meeting of the finance ministers of the Baltic states in Oslo went well,” Minister Berg said.",
            "held",
            "states",
        ),
        # and not where it is of others, or of nobody
        ("“My dad received the prize last year in Oslo,” Minister Dahl said.", "", ""),
        ("“We can not say that there was any visit in May,” Minister Dahl said.", "", ""),
        ("“We are close to a basis for negotiations,” Minister Dahl said.", "", ""),
        ("“I invite you to a new start,” Minister Dahl said.", "", ""),
        # who comes, goes and is received
        ("This Friday, the Security Council arrives in Mali to assess the mission.", "held", "Council Mali"),
        ("A delegation of the Arab League was received by Prime Minister Aas.", "held", "Aas League"),
        ("Minister Berg is touring Norway this week.", "ongoing", "Berg Norway"),
        ("Minister Berg left Lisbon on Friday after two days of talks with the rebels.", "held", "Berg Rebels"),
        ("Minister Berg left Lisbon on Friday without a deal.", "held", "Berg Portugal"),
        ("Minister Berg flew into Lisbon on Friday.", "held", "Berg Portugal"),
        ("Minister Berg left Lisbon on Friday.", "", ""),
        ("Minister Berg flew into a rage.", "", ""),
        # phrases and calls
        ("Envoy Ingrid Holm presented his letters of credence to President Lima.", "held", "Holm"),
        ("Ambassador Ingrid Holm called on Minister Berg at his office on Tuesday.", "held", "Berg Holm"),
        ("Ambassador Ingrid Holm was called in to the Foreign Ministry.", "held", "Holm"),
        ("Minister Berg convoked Ambassador Ingrid Holm.", "held", "Berg Holm"),
        ("Negotiators of Norway returned to the table in Lisbon.", "held", "Norway"),
        ("Minister Berg helped to plan a leader-level call in June.", "scheduled", "Berg"),
        ("Minister Berg participated at an event of the Nordic Institute in Lisbon.", "held", "Berg"),
        # whose meeting it is
        (
            "The Lake Commission, which will have its next meeting in May, praised Berg.",
            "scheduled",
            "Commission",
        ),
        ("After talks between Minister Berg and Minister Dahl, the envoys left.", "held", "Berg Dahl"),
        (
            "He confirmed that the trade minister of Norway will undertake a visit of Fiji.",
            "scheduled",
            "Fiji Norway",
        ),
    ],
)
def test_a_meeting_has_those_of_whom_its_clause_tells(sentence: str, status: str, people: str) -> None:
    found = met(sentence)
    assert {item.status.value for item in found} == set(status.split())
    assert " ".join(names(item) for item in found) == people


@each_case(
    ("text", "people"),
    [
        (
            "Minister Berg met Prime Minister Aas on Monday. He also met with mayors of Norway to discuss gas.",
            ["Aas Berg", "Berg Norway"],
        ),
        (
            "Minister Berg and Minister Dahl held talks on Thursday. Berg and Dahl had held a first meeting on Monday.",
            ["Berg Dahl", "Berg Dahl"],
        ),
        (
            "Minister Berg met Prime Minister Aas on Monday. In the meeting between Berg and Minister Dahl, gas rose.",
            ["Aas Berg", "Berg Dahl"],
        ),
        ("Minister Berg met Prime Minister Aas on Monday. The two leaders also discussed gas.", ["Aas Berg"]),
    ],
)
def test_another_meeting_is_told_apart(text: str, people: list[str]) -> None:
    assert [names(item) for item in met(text)] == people


def test_a_headline_of_one_visit_is_none_of_another_office() -> None:
    head = "Weekly briefing: No official word on Norwegian president’s visit, says ministry\n\n"
    body = "The Norwegian trade minister will undertake a short visit of Fiji in May."
    assert len(find(head + body, None).encounters) == 2


def test_nobody_takes_part_in_a_visit_of_which_only_the_land_is_named() -> None:
    (visit,) = met("Three experts are due to visit Norway again in June.")
    assert visit.participants == []
