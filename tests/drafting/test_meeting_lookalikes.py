"""Words of meetings that are of something else, meetings told beside others, and meetings of another day."""

from typing import Final

from diplo_events.drafting._finds import find
from each_case import each_case

HEAD: Final = "Storm in Sund\n\n"
LEAD: Final = (
    "President Reis meets leaders of Veld\n\nPresident Ana Reis met with leaders of Veld on Sunday. Reis met with "
    "Prime Minister Tom Hale, Foreign Minister Eva Dahl, King Olav and Mayor Jan Lund as part of a tour.\n\n"
)


def met(text: str) -> list[set[str]]:
    """Return who takes part in each meeting, or is named near it, by the last words of their names."""
    found = find(text, None).encounters
    return [{party.name.split()[-1] for party in item.participants or item.near} for item in found]


@each_case(
    "sentence",
    [
        "The newspaper said that Norway has lobbied allies to water down the treaty.",
        "Tom Hale spoke with Reuters about the fire in Sund.",
        "Tom Hale was detained after being stopped in Norway by border guards.",
        "Ana Reis said a lorry travelling to Norway was searched.",
        "Ana Reis won, with the second medal going to Norway.",
        "For Norway, signing the treaty would be a big step, Ana Reis said.",
        "Supporters of President Tom Hale had gathered outside Norway’s consulate.",
        "The show of Tom Hale gathered over two million views.",
        "Ana Reis thanked the host communities in Norway.",
        "Tom Hale posted online in internet forums under a false name.",
        "General Tom Hale said that the efforts have focused on gathering information about armed groups.",
        "They spent years gathering evidence against Ana Reis.",
        "Tom Hale said he would not participate in any violence.",
        "Nine in ten of those participating in the vote agreed, Ana Reis said.",
        "Firms participating in the programme get money from Norway.",
        "Norway participated in the attack on Sund.",
        "Ana Reis attended school in Oslo with Tom Hale.",
        "Tom Hale received leg wounds while Ana Reis was left with burns.",
        "Ana Reis received an award for her book on King Olav.",
        "On their way to Sund, the rebels painted the walls.",
        "The convoy was on its way to Bergen when the troops of Norway fired.",
        "We invite friends and partners to join us in making Norway answer for it.",
        "Ana Reis invited Tom Hale to explain the plan.",
        "Ana Reis congratulated President Tom Hale on his inauguration.",
        "Since his inauguration, President Tom Hale has signed ten laws.",
        "The hotel was hosting a graduation ceremony for Sund University.",
        "Norway blamed them despite the signing of resolution 1701 by Veld.",
        "That may hurt contacts with the European Union, Ana Reis said.",
        "Tom Hale said he would bring these concerns to the Federal Government.",
        "The leaders will raise taxes with the help of the Council.",
        "The soldiers went to capture President Reis.",
        "The ministers of Norway meet annually.",
        "The measure met fierce resistance in parliament, Tom Hale said.",
        "The road meets the river at Sund, Ana Reis said.",
        "The visit card of Ana Reis was found.",
        "Ana Reis toured as a singer in Norway.",
        "Tom Hale had a conversation piece in his room.",
        "Norway received ten thousand refugees.",
        "Bilateral trade with Norway has grown, Tom Hale said.",
        "King Olav succeeded in mediating the conflict.",
        "The training session in Bergen was hard, Tom Hale said.",
        "Ana Reis has photo sessions with Tom Hale.",
        "The inaugural flight to Oslo carried Tom Hale.",
        "President Tom Hale ignored a call from the opposition to resign.",
    ],
)
def test_words_of_meetings_that_are_of_something_else_are_no_candidates(sentence: str) -> None:
    assert met(HEAD + sentence) == []


@each_case(
    ("sentence", "names"),
    [
        ("The ministers gathered in Oslo with Prime Minister Tom Hale.", "Hale"),
        ("Tom Hale, the premier, participated in a conference in Oslo.", "Hale"),
        ("Ana Reis invited Tom Hale to visit Oslo.", "Hale"),
        ("Ana Reis received Prime Minister Tom Hale in Oslo.", "Reis Hale"),
        ("Minister Ana Reis raised the matter with Minister Tom Hale.", "Reis Hale"),
        ("Minister Ana Reis held contacts with Minister Tom Hale.", "Hale"),
        ("Ana Reis’s face-to-face with Tom Hale lasted an hour.", "Hale"),
        ("Prime Minister Tom Hale held a bilateral with King Olav.", "Hale Olav"),
        ("Prime Minister Tom Hale will address parliament on Monday.", "Hale"),
        ("Prime Minister Tom Hale addressed a joint session of Congress.", "Hale"),
        ("Ana Reis paid a courtesy call on King Olav.", "Reis"),
        ("Envoy Ana Reis was mediating between Norway and Sweden.", "Norway Sweden"),
        ("President Tom Hale received a call from Prime Minister Ana Reis on Monday.", "Reis Hale"),
        ("Foreign Minister Tom Hale, in Geneva for a meeting of the council, said the port is open.", "Hale"),
        ("Tom Hale, the envoy of Norway, in Cairo for negotiations, said that time is short.", "Hale"),
        ("Defence Minister Eva Dahl, in Paris for a visit, praised the fleet.", "Dahl"),
        ("Prime Minister Tom Hale said so prior to the special parliamentary session in Bergen.", "Hale"),
        ("As Prime Minister Tom Hale said at his meeting with Ana Reis in July, the lake is a home.", "Reis"),
    ],
)
def test_the_same_words_of_a_meeting_are_candidates(sentence: str, names: str) -> None:
    found = met(HEAD + sentence)
    assert len(found) == bool(names)
    assert all(set(names.split()) <= those for those in found)


@each_case(
    "sentence",
    [
        "As our presidents said when they met in July, Veld is a good neighbour.",
        "As the ministers agreed at their summit in Oslo, the locks will be mended.",
        "Just as the two kings promised at their meeting in Bergen last year, Veld is open.",
    ],
)
def test_of_their_own_meeting_nobody_else_takes_part(sentence: str) -> None:
    found = find(HEAD + sentence, None).encounters
    assert len(found) == 1
    assert "Veld" not in {party.name for party in (*found[0].participants, *found[0].near)}


@each_case(
    "sentence",
    [
        "Reis met with Prime Minister Tom Hale on Saturday and told him that the port is open.",
        "Reis met Prime Minister Tom Hale on Friday.",
        "On Saturday, Reis held talks with Prime Minister Tom Hale in Bergen.",
        "Reis met earlier in the day with Prime Minister Tom Hale.",
        "Reis, who met Prime Minister Tom Hale on Saturday, said the port is open.",
    ],
)
def test_one_of_several_who_was_met_on_another_day_was_met_alone(sentence: str) -> None:
    assert {"Reis", "Hale"} in met(LEAD + sentence)


@each_case("sentence", ["Reis met with Hale and left.", "Reis told Hale on Saturday that the port is open."])
def test_one_of_several_of_whom_no_other_day_is_told_was_met_with_them(sentence: str) -> None:
    assert {"Reis", "Hale"} not in met(LEAD + sentence)


@each_case(
    ("sentence", "number"),
    [
        ("As part of the Peace Summit in Sund and her next meeting with President Tom Hale, Reis gave aid.", 2),
        ("It followed President Reis’s meeting with King Olav and the historic Lake Leaders’ Summit on April 11.", 2),
        ("This builds on the Lake Summit in May and the President’s call with King Olav in June.", 2),
        ("It followed President Reis’s meeting with King Olav and the two ministers in Oslo.", 1),
        ("It followed President Reis’s talks with King Olav, a meeting in Oslo.", 1),
    ],
)
def test_two_nouns_with_and_between_them_are_of_two_meetings(sentence: str, number: int) -> None:
    assert len(met(HEAD + sentence)) == number


@each_case(
    "sentence",
    [
        "She had this meeting ten years ago with Prime Minister Tom Hale.",
        "They had that dinner last year with Chancellor Eva Dahl.",
    ],
)
def test_this_meeting_of_long_ago_is_another_one(sentence: str) -> None:
    before = "Reis on Veld\n\nPresident Ana Reis will meet King Carl on Monday. "
    assert len(met(before + sentence)) == 2


@each_case(
    "sentence",
    [
        "Hence the call between both presidents was useful.",
        "The call between the presidents took an hour.",
        "The call with President Hale was useful, Reis said.",
        "President Reis thanked President Hale. The leaders discussed the lake.",
    ],
)
def test_the_call_of_the_headline_is_told_once(sentence: str) -> None:
    head = "Remarks on the President’s Call with President Tom Hale\n\n"
    spoke = "President Ana Reis spoke with President Tom Hale on Monday by phone. "
    assert len(met(head + spoke + sentence)) == 1


@each_case(
    ("sentence", "status"),
    [
        ("In a recent visit to Oman, President Ana Reis suggested a treaty.", "held"),
        ("Minister Ana Reis is due at a meeting of the United Nations Security Council in Oslo.", "scheduled"),
        ("Minister Ana Reis is expected at the annual Lake Conference in Oslo.", "scheduled"),
        ("Minister Ana Reis spoke at a meeting of the Security Council in Oslo.", "held"),
    ],
)
def test_how_far_a_meeting_has_come_is_told_before_its_noun(sentence: str, status: str) -> None:
    assert [item.status.value for item in find(HEAD + sentence, None).encounters] == [status]
