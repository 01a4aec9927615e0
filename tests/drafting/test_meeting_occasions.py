"""Meetings that a text tells by the occasion: where somebody speaks, what they attend, open, end or go to.

Each sentence stands behind one that names a president, Ana Lima, and a prime minister, Jon Aas. Those who take part are
given by parts of their names; where none is given, the sentence does not name them.
"""

from typing import Final

from diplo_events import EventDate
from diplo_events.drafting._events.encounter import Encounter
from diplo_events.drafting._events.likely_meetings import LIKELY
from diplo_events.drafting._finds import find
from each_case import each_case

BEFORE: Final = "Trade row drags on\n\nPresident Ana Lima and Prime Minister Jon Aas have disagreed for years. "
FRIDAY: Final = EventDate.parse("2025-09-05")

CASES: Final = [
    # where somebody speaks
    ("President Lima addressed the UN General Assembly on Tuesday.", "held", "Lima Assembly"),
    ("In an address to the United Nations General Assembly, President Lima called for a ban.", "held", "Lima"),
    ("Speaking at the United Nations General Assembly, President Lima called for a ban.", "held", "Lima"),
    ("Speaking at the World Trade Forum in Davos, President Lima called for a ban.", "held", "Lima"),
    ("Prime Minister Aas spoke at a conference in Lisbon on Friday.", "held", "Aas"),
    ("Prime Minister Aas was speaking at the opening of the Nordic Games.", "held", "Aas"),
    ("At a meeting in Oslo, the foreign ministers agreed on sanctions.", "held", "ministers"),
    ("At the annual meeting of the World Bank, Minister Li called for reform.", "held", "Li"),
    ("At this week's NATO summit, President Lima called for reform.", "held", "Lima"),
    ("At a ceremony in Davos, Switzerland, President Lima signed the charter.", "held", "Lima"),
    ("EU leaders agreed to an extension at a summit in Brussels.", "held", "leaders"),
    ("Norway, Sweden and Denmark signed the accord during a summit in Oslo.", "held", "Norway Sweden Denmark"),
    ("Foreign ministers of the EU will discuss the plan at a meeting on Monday.", "scheduled", "ministers"),
    ("During talks in Oslo with President Lima, Prime Minister Aas raised the issue.", "held", "Lima Aas"),
    ("President Lima told Norway about the talks.", "none", ""),
    ("At the opening of the trial, Prosecutor Dahl read the charges.", "none", ""),
    ("Protesters blocked a road at a summit in Oslo.", "none", ""),
    ("At a press conference in Oslo, President Lima said she would resign.", "none", ""),
    ("Prime Minister Aas held a press conference on Friday.", "held", "Aas"),
    ("Prime Minister Aas will hold a press conference on Friday.", "scheduled", "Aas"),
    ("President Lima appeared with Prime Minister Aas at a press conference in Lisbon.", "held", "Lima Aas"),
    ("President Lima appeared together with Prime Minister Aas at a summit in Lisbon.", "held", "Lima Aas"),
    ("President Lima appeared with a new hat.", "none", ""),
    ("President Lima appeared with Prime Minister Aas. Talks are far off.", "none", ""),
    ("At the conclusion of the Oslo Conference, President Lima read a statement.", "held", "Lima"),
    ("At the conclusion of the inquiry, President Lima read a statement.", "none", ""),
    # what a meeting comes to
    (
        "On Friday, peace talks in Lisbon, Portugal resulted in a truce between Norway and Sweden.",
        "held",
        "Norway Sweden",
    ),
    ("A meeting of ten states chaired by Norway and Sweden agreed to work together.", "held", "Norway Sweden"),
    ("Talks in Lisbon ended without a deal.", "held", ""),
    ("If talks in Lisbon ended now, nothing would follow.", "none", ""),
    ("Talks in Lisbon may end in a row.", "none", ""),
    ("Talks in Lisbon would have ended in a row.", "none", ""),
    ("Talks in Lisbon have ended in a row.", "held", ""),
    ("The talks led to nothing.", "none", ""),
    ("Yesterday in Lisbon, Norway and Sweden reached a six-month deal over fish.", "held", "Norway Sweden"),
    ("Norway and Sweden reached a deal over fish.", "none", ""),
    ("Norway reached a deal in Lisbon.", "none", ""),
    ("Norway and Sweden reached a new low in Lisbon.", "none", ""),
    # what they attend, begin and end
    ("President Lima participated in a bilateral meeting with Prime Minister Aas.", "held", "Lima Aas"),
    ("President Lima attended the funeral of King Olav in Oslo.", "held", "Lima"),
    ("Prime Minister Aas wrapped up a two-day visit to Lisbon on Friday.", "held", "Aas"),
    ("Prime Minister Aas ended his two-day visit to Lisbon on Friday.", "held", "Aas"),
    ("Prime Minister Aas's visit to Lisbon was the first by a Norwegian leader.", "held", "Aas"),
    ("Senior officials have engaged in intensive talks.", "held", "officials"),
    ("Norway and Sweden have been engaged in talks since Monday.", "held", "Norway Sweden"),
    ("Norway is negotiating with Sweden over fish.", "ongoing", "Norway Sweden"),
    ("Norway held talks in Damascus with President Lima.", "held", "Norway Lima"),
    ("Senior officials will reconvene in Oslo next week.", "scheduled", "officials"),
    ("The third meeting of the U.S.-Norway Fish Council took place in Paris.", "held", ""),
    # where they go
    ("President Lima is on a three-day visit to Norway.", "ongoing", "Lima"),
    ("Prime Minister Aas is in Lisbon for talks.", "ongoing", "Aas"),
    ("Prime Minister Aas was in Lisbon to meet President Lima.", "held", "Aas Lima"),
    ("Foreign Minister Li is due in Oslo on Monday for talks with Prime Minister Aas.", "scheduled", "Li Aas"),
    ("Prime Minister Aas will fly to Lisbon tomorrow.", "scheduled", "Aas"),
    ("Envoy Dahl is travelling to Doha to meet Prime Minister Aas.", "scheduled", "Dahl Aas"),
    ("Prime Minister Aas went to North Korea with the one aim of bringing home two men.", "held", "Aas"),
    ("Pope Celestine arrived in Abu Dhabi, the first pope to visit the peninsula.", "held", "Celestine"),
    ("A delegation led by Foreign Minister Li arrived in Oslo on Monday.", "held", "Li"),
    ("Prime Minister Aas accepted an invitation to visit Lisbon.", "scheduled", "Aas"),
    ("Prime Minister Aas led a Norwegian delegation to Ghana and Senegal.", "held", "Aas"),
    ("Prime Minister Aas led his party to victory.", "none", ""),
    ("Throughout his trip, Prime Minister Aas met with union leaders.", "held held", "Aas leaders"),
    ("Ruth Oduya, a singer, left Norway and returned to Peru.", "none", ""),
    ("Ruth Oduya, a singer, flew to Peru on Monday.", "none", ""),
    ("Ruth Oduya, a singer, flew to Peru on Monday for the United Nations General Assembly.", "held", "Oduya"),
    ("Prime Minister Aas joined Foreign Minister Li in Lisbon for a summit.", "held", "Aas Li"),
    ("Prime Minister Aas joined the calls by Norway for a truce.", "none", ""),
    ("Prime Minister Aas was welcomed on Tuesday by President Lima.", "held", "Aas Lima"),
    ("Aid is received by the farmers of Norway.", "none", ""),
    ("Donor and host countries will pay.", "none", ""),
    (
        "The Norwegian delegation will return to Lisbon on Sunday for talks.",
        "scheduled",
        "delegation",
    ),
    ("Norway asked Sweden to return to the negotiating table.", "none", ""),
    ("Before traveling to Lisbon, Prime Minister Aas met with union leaders.", "held", "Aas leaders"),
    ("Norway and Sweden will continue consultations in Lisbon on Friday.", "scheduled", "Norway Sweden"),
    ("Norway and Sweden will continue their dialogue.", "none", ""),
    ("A new round of consultations on fish kicked off in Lisbon on Friday.", "held", ""),
    ("Norway and Sweden held their third national security advisors' trilateral meeting.", "held", "Norway Sweden"),
    ("On Friday, Foreign Minister Li will welcome Prime Minister Aas and Envoy Dahl.", "scheduled", "Li Aas"),
    ("The minister welcomed Prime Minister Aas's decision.", "none", ""),
    ("It was reported that Foreign Minister Li was expected to meet Prime Minister Aas.", "scheduled", "Li Aas"),
    ("On Friday, Norway said it was ready to engage in negotiations.", "none", ""),
    ("The U.N.-mediated peace talks were long.", "none", ""),
    ("Norway sent a delegation to Lisbon for talks.", "held", "Norway"),
    ("Norway sent a letter to Lisbon.", "none", ""),
    ("Prime Minister Aas came to Lisbon last weekend.", "held", "Aas"),
    ("Prime Minister Aas came to power last year.", "none", ""),
    ("The coalition came to Norway to fight the rebels.", "none", ""),
    ("The storm hit Norway and went to Sweden on Monday.", "none", ""),
    ("Prime Minister Aas is coming to Lisbon on July 16th.", "scheduled", "Aas"),
    ("President Lima called Prime Minister Aas, to congratulate him.", "held", "Lima Aas"),
    ("President Lima had talks in Lisbon and Oslo.", "held", "Lima"),
    ("President Lima will visit Oslo, attend a concert and hold discussions with Minister Li.", "scheduled", "Lima Li"),
    ("President Lima isn't likely to host foreign leaders.", "none", ""),
    ("President Lima won't meet Prime Minister Aas.", "none", ""),
    ("Minister Li was invited to take part in the Oslo conference.", "proposed", "Li"),
    ("Reuters said the three leaders are expected to have a working lunch.", "scheduled", "leaders"),
    ("Norway asked whether Envoy Dahl will soon meet Prime Minister Aas.", "scheduled", "Dahl Aas"),
    ("The team of Norway engaged with Prime Minister Aas.", "held", "Aas"),
    ("While in New York to attend the United Nations General Assembly, President Lima left.", "held", "Lima Assembly"),
    ("President Lima made the remarks in conjunction with a visit to Oslo with Minister Li.", "held", "Lima Li"),
    ("Dahl, the envoy for Norway negotiations, resigned.", "none", ""),
    ("President Lima has arrived in Norway - the first stop of a journey.", "held", "Lima"),
    ("Refugees have arrived in Norway.", "none", ""),
    ("President Lima has arrived at a decision.", "none", ""),
    ("In words spoken after a three-day visit to Norway, President Lima asked for time.", "held", "Lima"),
    ("The law came after a visit to Norway.", "none", ""),
    ("President Lima left on a mission with visits to Norway, Sweden and Denmark.", "held", "Lima"),
    ("President Lima is to use her trip to encourage both sides.", "none", ""),
    ("President Lima is to use her trip to Norway to press both sides.", "scheduled", "Lima"),
    ("President Lima was greeted at the quay by Prime Minister Aas.", "held", "Lima Aas"),
    ("The politician was greeted at the quay by Prime Minister Aas.", "held", "Aas"),
    ("President Lima greeted Prime Minister Aas at the airport.", "held", "Lima Aas"),
    ("President Lima greeted the news with joy.", "none", ""),
    ("The news was greeted by Prime Minister Aas with joy.", "none", ""),
    ("A meeting in March this year with Foreign Minister Li was the scene of warnings.", "held", "Li"),
    ("Fears over the war were discussed, with Foreign Minister Li hoping for rain.", "none", ""),
    ("At a meeting in Oslo, Tuesday, Prime Minister Aas and President Lima signed a pact.", "held", "Aas Lima"),
    ("Prime Minister Aas returned to Norway on Monday.", "none", ""),
    ("A press conference planned for Monday had to be cancelled.", "none", ""),
    ("More details of his visit will be announced shortly, Minister Li said.", "none", ""),
    ("The G7 Summit is set to focus on the war.", "none", ""),
    ("The G7 Summit is set to begin on Monday.", "scheduled", ""),
    ("This year's summit, hosted by Norway, will bring together leaders.", "scheduled", "Norway"),
    ("Remainers gathered outside Oslo Manor.", "none", ""),
    # parts of a sentence
    ("President Lima, Foreign Minister Li, and Prime Minister Aas will hold a summit.", "scheduled", "Lima Li Aas"),
    ("President Lima will visit Oslo and meet Foreign Minister Li.", "scheduled", "Lima Li"),
    ("During the visit, President Lima is scheduled to meet Foreign Minister Li.", "scheduled", "Lima Li"),
    ("This builds on President Lima's participation in the Norway-Peru Summit in Oslo in May 2022.", "held", "Lima"),
    ("President Lima spoke of her May 2021 visit to Peru and her June 2022 visit to Chile.", "held held", "Lima"),
    ("They also asked about the talks with Norway.", "none", ""),
    ("G7 meetings usually center on trade.", "none", ""),
    ("Ministers met to discuss how to meet Norway's growing needs.", "held", "Ministers"),
    # how far it has come
    ("I'll be meeting with Prime Minister Aas tomorrow.", "scheduled", "Aas"),
    ("She looks forward to welcoming Prime Minister Aas in Lisbon.", "scheduled", "Aas"),
    ("President Lima rejected the plan after meeting Prime Minister Aas.", "held", "Lima Aas"),
    ("President Lima refused to sign the accord at a summit with Prime Minister Aas.", "held", "Aas"),
    ("President Lima said Norway had refused to pay, and met Prime Minister Aas on Friday.", "held", "Lima Aas"),
    ("President Lima refused to meet Prime Minister Aas.", "rejected", "Lima Aas"),
    ("President Lima pulled out of a meeting with Prime Minister Aas.", "cancelled", "Lima Aas"),
    ("They agreed to hold a second round of talks in June.", "scheduled", ""),
    ("The Arab League called an emergency meeting for Sunday.", "scheduled", "League"),
    ("President Lima said that if talks failed, Norway would pay.", "none", ""),
    ("Ms Lima met with the Monetary Fund, then with President Dahl, who was late.", "held held", "Lima Fund Dahl"),
    # who meets
    ("They had met twice before, in Oslo and in Lisbon.", "held", ""),
    ("EU leaders, meeting in Brussels, agreed to an extension.", "held", "leaders"),
    ("President Lima met on Monday with Samir Dahl, a peace envoy, in Qatar.", "held", "Lima Dahl"),
    ("The proposal was met with protests in Oslo.", "none", ""),
    ("The team met Norway in the final on Sunday.", "none", ""),
    ("Norway will meet Sweden in the quarter-final on Saturday.", "none", ""),
    ("Police met the protesters with tear gas.", "none", ""),
    ("Tourists visited Norway in record numbers.", "none", ""),
    ("Protesters gathered outside the embassy.", "none", ""),
    ("Students assembled on the square.", "none", ""),
    ("Families of the victims met with President Lima on Friday.", "held", "Lima"),
]


def read(sentence: str) -> list[Encounter]:
    """Return the meetings that a sentence adds to the text by the sure rules."""
    found = find(BEFORE + sentence, FRIDAY).encounters
    return [item for item in found if item.start >= len(BEFORE) - 1 and not item.rule.startswith(LIKELY)]


@each_case(("sentence", "statuses", "names"), CASES, ids=[case[0] for case in CASES])
def test_a_meeting_is_found_by_its_occasion(sentence: str, statuses: str, names: str) -> None:
    found = read(sentence)
    assert " ".join(sorted(item.status.value for item in found)) == statuses.replace("none", "")
    taking_part = " ".join(party.name for item in found for party in item.participants)
    assert [name for name in names.split() if name not in taking_part] == []


def test_one_who_meets_two_after_each_other_has_two_meetings() -> None:
    first, second = read("Ms Lima met with Prime Minister Aas, then with President Karl Dahl, who was late.")
    assert {tuple(sorted(party.name for party in item.participants)) for item in (first, second)} == {
        ("Ana Lima", "Jon Aas"),
        ("Ana Lima", "Karl Dahl"),
    }


def test_two_meetings_of_one_person_with_others_are_two() -> None:
    found = read("Ms Lima met with President Karl Dahl in Oslo. In Lisbon, Ms Lima met with Foreign Minister Bo Li.")
    assert [{"Karl Dahl", "Bo Li"} & {party.name for party in item.participants} for item in found] == [
        {"Karl Dahl"},
        {"Bo Li"},
    ]


def test_two_summits_at_two_places_are_two() -> None:
    found = read("President Lima will attend a summit in Oslo. In May, Ms Lima will attend a summit in Lisbon.")
    assert [item.place for item in found] == ["Oslo", "Lisbon"]


def test_the_meeting_of_two_is_the_one_before() -> None:
    (found,) = read("Ms Lima met Minister Li. The meeting between the Chinese minister and Ms Lima was long.")
    assert len(found.more) == 1


def test_a_summit_is_no_repeat_of_a_meeting_before() -> None:
    found = read("Ms Lima will meet Minister Li on June 10. Ms Lima will attend the Oslo Summit on June 11.")
    assert [item.kind.value for item in found] == ["talks", "summit"]


def test_a_readout_and_its_headline_tell_of_one_call() -> None:
    text = "Readout of President Lima’s Call with Mr. Dahl\n\nPresident Ana Lima spoke today with President Karl Dahl."
    (found,) = find(text, FRIDAY).encounters
    assert (found.kind.value, len(found.more), len(found.participants)) == ("call", 1, 2)


def test_our_officials_are_of_those_who_speak_together() -> None:
    text = (
        "Joint Statement from Norway, Sweden, and Peru\n\nSenior officials from our governments met in Oslo last week."
    )
    (found,) = find(text, FRIDAY).encounters
    assert {"Norway", "Sweden", "Peru"} <= {party.name for party in found.participants}
    (found,) = find(text.removeprefix("Joint "), FRIDAY).encounters
    assert {party.name for party in found.participants} == {"Senior officials"}
