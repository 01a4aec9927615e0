"""Meetings told by who joined others, and by what there will be; and talk of meetings that tells of none."""

from typing import Final

from diplo_events.drafting._events.encounter import Encounter
from diplo_events.drafting._finds import find
from each_case import each_case

HEAD: Final = "Storm in Sund\n\n"
LEAD: Final = "President Ana Lima and Prime Minister Jon Aas have disagreed for years. "


def met(text: str) -> list[Encounter]:
    """Return the meetings of some sentences below a headline."""
    return list(find(HEAD + text, None).encounters)


def names(item: Encounter) -> set[str]:
    """Return the last words of the names of those who take part."""
    return {party.name.split()[-1] for party in item.participants}


@each_case(
    ("sentence", "people"),
    [
        ("This morning we were glad to be joined by Norway’s President Olav Berg.", "Berg"),
        ("We were pleased to be joined by Prime Minister Olav Berg of Norway.", "Berg"),
        ("We, the leaders of the G7, were joined by President Olav Berg.", "Berg"),
        ("On Monday we were joined by Foreign Minister Eva Dahl.", "Dahl"),
        ("The G7 leaders were joined by President Olav Berg on Sunday.", "leaders Berg"),
        ("We were honored to have been joined by Norwegian President Olav Berg today.", "Berg"),
        ("Today we had the honour to be joined by President Olav Berg.", "Berg"),
        ("The ministers were glad to be joined by Sweden’s Foreign Minister Eva Dahl.", "Ministers Dahl"),
        ("We are grateful to have been joined by Secretary-General Olav Berg.", "Berg"),
        ("We were delighted to welcome President Olav Berg to our discussions.", "Berg"),
        ("We are honoured to host President Olav Berg in Oslo.", "Berg"),
        # in what somebody joined others
        ("Mr. Hale joined Foreign Minister Eva Dahl and advisers in a discussion of the port.", "Hale Dahl Advisers"),
        ("Mr. Hale joined President Olav Berg and Envoy Eva Dahl in a dialogue on trade.", "Hale Berg Dahl"),
        ("Mr. Hale joined mayors from Bergen and Oslo in a roundtable on housing.", "Hale Mayors"),
        ("Mr. Hale joined senior officials of Norway in talks about gas.", "Hale Norway"),
        (
            "Mr. Hale joined Prime Minister Olav Berg, ministers from Sund and bankers in a conversation on gas.",
            "Hale Berg Ministers",
        ),
        # those who belong to a body
        ("About 50 activists from the Committee for Land joined a meeting to debate the bill.", "Activists Land"),
        ("Farmers from the Committee for Land took part in a meeting on Monday.", "Farmers Land"),
        # phrases
        ("In a call on Sunday, President Lima thanked Prime Minister Aas.", "Lima"),
        ("Foreign Minister Li and Envoy Eva Dahl had an exchange of views in Lisbon on Monday.", "Li Dahl"),
        ("Envoy Eva Dahl and Minister Li came to the table in Lisbon.", "Dahl Li"),
        ("Envoy Eva Dahl presented her credentials to King Olav on Monday.", "Dahl Olav"),
        ("Minister Li appeared before the Senate Committee on Monday.", "Li"),
        ("Ambassador Eva Dahl was called in by the foreign ministry on Monday.", "Dahl"),
        ("The defence chiefs of Norway and Sweden conferred in Lisbon.", "Sweden"),
        # what there is
        ("Tom Hale chose the day because there will be a meeting of the African Union.", "Union"),
        ("Tom Hale, a critic, noted that there is to be a conference of the Arab League in May.", "League"),
        ("There was a meeting of the European Union on Friday, Tom Hale said.", "Union"),
    ],
)
def test_a_meeting_is_found_with_those_who_take_part(sentence: str, people: str) -> None:
    (found,) = met(sentence)
    assert names(found) >= set(people.split())
    assert "Tom Hale" not in {party.name for party in found.participants}


@each_case(
    ("sentence", "status"),
    [
        ("We were honoured to welcome President Olav Berg to our talks.", "held"),
        ("We will be honoured to welcome President Olav Berg to our talks.", "scheduled"),
        ("Minister Li was expected to meet President Olav Berg.", "scheduled"),
        ("Minister Li was glad to meet President Olav Berg.", "held"),
        ("Members of the Union of Farmers took part in a meeting on the future of Sund.", "held"),
        ("Tom Hale said there would be a meeting of the Nordic Council on Friday.", "scheduled"),
    ],
)
def test_how_far_it_has_come(sentence: str, status: str) -> None:
    (found,) = met(LEAD + sentence)
    assert found.status.value == status


@each_case(
    "sentence",
    [
        # what came of it, and what somebody would do
        "Norway brokered a ceasefire deal, but fighting went on, Minister Li said.",
        "Minister Li said that Norway won’t negotiate with Sweden under pressure.",
        "Norway and Sweden try to negotiate a peace with President Lima.",
        "Norway has refused negotiation and inspection of its dams.",
        "More troops could bring about the negotiation of peace with Sweden, Minister Li said.",
        "The row could have been solved through negotiations, Minister Li said.",
        "Norway must be involved in discussions that lead to peace, Minister Li said.",
        "They cheered the deadlock in the talks involving Norway.",
        "Its aim was to discuss negotiations to free Envoy Dahl.",
        "President Lima will act on the Joint Statement of the 2018 Oslo Summit.",
        "Minister Li affirmed our continued engagement with Norway.",
        # words of other things
        "With briefs from Norway due in May, Minister Li has time.",
        "Minister Li would rather attend a football game with President Lima.",
        "The state of Norway may participate in decisions on the use of bombs, Minister Li said.",
        "Minister Li said he would call his followers out on the streets.",
        "The family of Minister Li was visiting to celebrate a birthday.",
        "Minister Li hopes to visit his elderly parents in Norway.",
        "The daughter of Minister Li escaped and phoned 110.",
        "President Lima thanked Norway for hosting the Second Fleet.",
        "The study was welcomed by many activists and leaders in Norway.",
        "Admiral Dahl joined other officers in saying that he would back President Lima.",
        "Norway plans to join the NTA in the week before Easter.",
        "The Final Document of the Lake Conference binds Norway.",
        "President Lima opened by addressing critics, and Prime Minister Aas left.",
        "Minister Li promised help for any relative coming to Norway.",
        "Foreign Minister Li said while in Sweden.",
        "The Senate of Norway will hear President Lima during its fall session.",
        "President Lima made a cultural tour of Norway.",
        "Our elders, Minister Li said, started this journey long ago.",
        "The flight was part of the Home Mission to return nationals of Norway.",
        "Relatives of President Lima attended the naming ceremony in Oslo.",
        "Norway reported an attack on civilians at a funeral near Oslo, Minister Li said.",
        "Minister Li praised Norway for help in the opening of new offices.",
        "The attack came days before President Lima’s second term inauguration.",
        "President Lima attended the hearing with her lawyer, Tom Hale.",
        "President Lima attended the University of Oslo.",
        "Her supporters met President Lima with flowers.",
        "Rescuers met with bad weather, Minister Li said.",
        "Minister Li went to London for his studies.",
        "Minister Li came to power in May.",
        "Minister Li was received into the party by its leader.",
        "President Lima addressed voters in Lisbon.",
        "The ministers of trade will meet each year.",
        "Minister Li said that Norway would join the pact as an observer.",
        "Minister Li believes that there is room for talks.",
        "The African Union wants a return to negotiations.",
        "Minister Li said that peace can only be reached through direct negotiations between the parties.",
        "Analysts say that the meeting of minds is far off.",
        "Critics said that they would meet President Lima in court.",
        "Minister Li joined other ministers in a letter to President Lima.",
        "Norway sent a team of doctors to Sund.",
        "Norway thanked Sweden for hosting 200 scholars.",
    ],
)
def test_talk_of_meetings_is_none(sentence: str) -> None:
    assert met(LEAD + sentence) == []


@each_case(
    ("first", "second"),
    [
        ("President Lima met Prime Minister Aas on Monday.", "They also engaged in constructive dialogue on trade."),
        ("President Lima spoke by phone with Prime Minister Aas.", "They held a candid and open discussion on trade."),
        ("President Lima held a ceremony with Prime Minister Aas.", "Minister Li was also at the ceremony."),
        ("President Lima met Envoy Dahl to discuss fish and continue the talks between Norway and Sweden.", ""),
        ("President Lima welcomed Prime Minister Aas for a state visit to Norway.", ""),
        ("President Lima hosted Prime Minister Aas in Oslo for the ninth meeting of the Nordic Council.", ""),
        ("President Lima has also invited the Prime Minister for a state visit some time later.", ""),
        ("President Lima visited Norway on Monday.", "“Thank you, President Lima. Your visit gave us hope,” Li said."),
    ],
)
def test_what_is_told_again_is_one_meeting(first: str, second: str) -> None:
    assert len(met(f"{LEAD}{first} {second}")) == 1


@each_case(
    "sentence",
    [
        "Norway brokered a truce between Sweden and Denmark.",
        "The negotiation with Norway pleased Minister Li.",
        "Minister Li addressed the UN General Assembly on the crisis.",
        "President Lima attended a funeral in Oslo with Prime Minister Aas.",
        "President Lima was welcomed by Prime Minister Aas at the palace.",
        "Minister Li praised his journey to Norway.",
        "Minister Li led a mission to Norway.",
        "Minister Li said while in Sweden on Monday that the dam holds.",
        "Minister Li joined Envoy Dahl in welcoming President Lima to Oslo.",
    ],
)
def test_like_words_of_meetings_still_count(sentence: str) -> None:
    assert met(LEAD + sentence)
