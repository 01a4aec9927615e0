"""Meetings that no sure rule reads: a word of meeting and an actor near it are enough, a repeat is none.

Each sentence stands behind one that names a president, Ana Lima, and a prime minister, Jon Aas. Those who take part are
given by the last words of their names.
"""

from typing import Final

from diplo_events import OPEN, EventDate, Meeting
from diplo_events.drafting import draft
from diplo_events.drafting._events.encounter import Encounter
from diplo_events.drafting._events.likely_meetings import LIKELY
from diplo_events.drafting._finds import find
from each_case import each_case

BEFORE: Final = "Trade row drags on\n\nPresident Ana Lima and Prime Minister Jon Aas have disagreed for years. "
FRIDAY: Final = EventDate.parse("2025-09-05")

CASES: Final = [
    # nouns
    ("President Lima’s engagements with Nordic leaders at the Oslo Summit bore fruit.", "held", "Lima"),
    ("Minister Li praised his attendance at the funeral.", "held", "Li"),
    ("A handshake between President Lima and Prime Minister Aas ended the row.", "held", "Lima Aas"),
    ("There was an hour-long sit-down with Prime Minister Aas, aides to President Lima said.", "held", "Aas"),
    ("Norway sent a delegation to Lisbon.", "held", "Norway"),
    ("President Lima’s stop in Lisbon was brief.", "held", "Lima"),
    ("Mediation between Norway and Sweden began.", "held", "Norway Sweden"),
    ("A session attended by Prime Minister Aas opened in Lisbon.", "held", "Aas"),
    ("A reception hosted by Prime Minister Aas lasted hours.", "held", "Aas"),
    ("A joint press conference by President Lima and Prime Minister Aas was short.", "held", "Lima Aas"),
    ("The signing took place before Prime Minister Aas.", "held", ""),
    ("This was settled at a NATO summit in Lisbon.", "held", "NATO"),
    ("It was agreed at a G20 leaders’ summit in Lisbon.", "held", "G20"),
    ("There are plans for Prime Minister Aas to visit Portugal.", "proposed", "Aas"),
    ("They spoke of Norway hosting ASEAN ministers this year.", "held", "Norway"),
    ("Norway’s team met with counterparts in the Security Cabinet of Sweden.", "held", "team"),
    ("President Lima took part on Monday in a televised debate.", "held", "Lima"),
    ("Ambassador Dahl was summoned by Minister Li.", "held", "Dahl Li"),
    ("President Lima joined Minister Li in Lisbon.", "held", "Lima Li"),
    # phrases
    ("Prime Minister Aas dropped in on President Lima in Lisbon.", "held", "Aas Lima"),
    ("Prime Minister Aas ran into President Lima.", "held", "Aas Lima"),
    ("Prime Minister Aas called on King Olav at the palace, and then at Oslo.", "", ""),
    ("Prime Minister Aas called on King Olav at Windsor.", "held", "Aas Olav"),
    ("Prime Minister Aas took a call from President Lima.", "held", "Aas Lima"),
    ("President Lima and Prime Minister Aas were on the phone for two hours.", "held", "Lima Aas"),
    ("The call, initiated by Prime Minister Aas, lasted an hour.", "held", "Aas"),
    ("There is a call scheduled with President Lima tomorrow.", "scheduled", "Lima"),
    ("Minister Li brought them together in Lisbon.", "held", "Li"),
    ("Minister Li testified before the Security Council.", "held", "Li"),
    ("Minister Li is expected in Lisbon on Friday.", "scheduled", "Li"),
    ("Minister Li is on his way to Lisbon.", "scheduled", "Li"),
    ("Minister Li was back in Lisbon on Friday.", "held", "Li"),
    ("Minister Li is headed back to Lisbon.", "scheduled", "Li"),
    ("Minister Li extended his stay in Lisbon.", "held", "Li"),
    ("Minister Li spent two hours with Prime Minister Aas.", "held", "Li Aas"),
    ("Minister Li was given a warm welcome in Lisbon.", "held", "Li"),
    ("The pope granted an audience to Minister Li.", "held", "Li"),
    ("Norway recalled its negotiators from Lisbon.", "held", "Norway"),
    ("Minister Li flew out of Lisbon.", "held", "Li"),
    ("Minister Li stopped over in Lisbon.", "held", "Li"),
    ("Minister Li spoke to the Bundestag.", "held", "Li"),
    ("Minister Li sat through an hour with Prime Minister Aas.", "held", "Li Aas"),
    ("President Lima gave a courtesy call with Prime Minister Aas.", "held", "Lima Aas"),
    # verbs
    ("Foreign Minister Li interacted with Prime Minister Aas. He engaged with Envoy Dahl.", "held", "Li Aas"),
    ("Minister Li summoned Ambassador Dahl.", "held", "Li Dahl"),
    ("Minister Li stood alongside Prime Minister Aas.", "held", "Li Aas"),
    ("Minister Li landed in Lisbon.", "held", "Li"),
    ("Minister Li is in Lisbon as part of a campaign.", "ongoing", "Li"),
    ("Minister Li phoned Aas.", "held", "Li Aas"),
    ("Norway brokered a truce between Sweden and Denmark.", "held", "Norway"),
    ("President Lima won't meet Prime Minister Aas.", "rejected", "Lima Aas"),
    ("Minister Li invited Envoy Dahl for a swim.", "proposed", "Li Dahl"),
    ("Foreign ministers of the EU huddled in Lisbon late on Monday.", "held", "EU"),
    ("President Lima and Prime Minister Aas spoke for an hour.", "held", "Lima Aas"),
    ("President Lima and Prime Minister Aas spoke over the hotline.", "held", "Lima Aas"),
    ("President Lima and Prime Minister Aas exchanged views.", "held", "Lima Aas"),
    ("President Lima and Prime Minister Aas appeared together in Lisbon.", "held", "Lima Aas"),
    ("President Lima raised the matter with Prime Minister Aas in Lisbon.", "held", "Lima Aas"),
    ("Prime Minister Aas consulted Envoy Dahl on Monday.", "held", "Aas Dahl"),
    ("Envoys of Norway shuttled between Sweden and Denmark.", "held", "Sweden"),
    ("The deal was signed in Lisbon by the foreign ministers of Norway and Sweden.", "held", "Sweden"),
    ("Norway’s ambassador was summoned to the ministry.", "held", "ambassador"),
    ("Sweden suggested May for the next round in Lisbon.", "proposed", "Sweden"),
    ("President Lima declined an invitation to the palace.", "rejected", "Lima"),
    ("President Lima was flanked by Prime Minister Aas.", "held", "Lima Aas"),
    ("President Lima sat next to Prime Minister Aas.", "held", "Lima Aas"),
    ("President Lima spent two days in Lisbon.", "held", "Lima"),
    ("President Lima travelled by train to Lisbon.", "held", "Lima"),
    ("Norway dispatched Envoy Dahl to Lisbon.", "held", "Dahl"),
    ("President Lima, on the phone with Prime Minister Aas, agreed.", "held", "Lima Aas"),
    ("President Lima turned down an invitation from Envoy Dahl.", "proposed", "Dahl"),
    ("Minister Li left for Lisbon on Sunday.", "held", "Li"),
    # in quotation marks
    (
        "The statement said: “President Lima and Prime Minister Aas will continue to meet every two weeks.”",
        "scheduled",
        "Lima Aas",
    ),
    ("Li said: “We must not go on to meet anybody for now, I would say.”", "", ""),
    ("Li said: “We met Aas.”", "", ""),
    # no meeting
    ("Minister Li ran into trouble, took a call for granted and shook her head.", "", ""),
    ("Minister Li was expected to resign.", "", ""),
    ("Minister Li is back in power.", "", ""),
    ("President Lima met with resistance from farmers.", "", ""),
    ("President Lima met a cold reception.", "", ""),
    ("President Lima visited the website of Norway.", "", ""),
    ("Norway hosts 2,000 American troops.", "", ""),
    ("President Lima went to Oxford University.", "", ""),
    ("President Lima talks tough on Norway.", "", ""),
    ("President Lima is in charge of talks policy.", "", ""),
    ("A tour operator in Norway was fined.", "", ""),
    ("Norway’s diplomatic mission to the EU criticised Prime Minister Aas.", "", ""),
    ("President Lima reviewed the sanctions with care.", "", ""),
    ("A round of sanctions against Norway is planned.", "", ""),
    ("In the first round of the vote, which was held on Monday, President Lima won.", "", ""),
    ("Minister Li was summoned by prosecutors to face questions.", "", ""),
    ("President Lima will be met with a swift response.", "", ""),
    ("The demands of Prime Minister Aas have yet to be met.", "", ""),
    ("Prime Minister Aas won the second round of the election.", "", ""),
    ("The turnout fell in the second round, Minister Li said.", "", ""),
    ("Minister Li joined the party.", "", ""),
    ("Aid for Norway is received by farmers.", "", ""),
    ("Norway brokered peace between Sweden and Denmark.", "", ""),
    ("Minister Li was unable to negotiate a trade deal.", "", ""),
    ("Minister Li arrived back in Lisbon.", "", ""),
    ("People in or visiting Norway protested.", "", ""),
    ("Minister Li’s letter, written by an aide, talks about trade.", "", ""),
    ("Minister Li did not meet with Prime Minister Aas.", "", ""),
    ("The protest march of Minister Li was only a gathering in Lisbon with friends.", "", ""),
    ("Participating voters of Norway were few.", "", ""),
    ("Minister Li left the party on Sunday.", "", ""),
    ("The fair was visited by thousands in Lisbon.", "", ""),
    ("Norway sent aid to Lisbon.", "", ""),
    ("President Lima spent two million crowns.", "", ""),
    ("Refugees have returned to Norway.", "", ""),
    ("Troops arrived in Norway.", "", ""),
    ("Protesters gathered in Lisbon.", "", ""),
    ("President Lima is in good health.", "", ""),
    ("The trial session was closed.", "", ""),
    ("They exchanged the prisoners.", "", ""),
    ("A round of applause for President Lima followed.", "", ""),
    ("President Lima summarised the talks, and asked about the talks of Norway.", "held", "Lima"),
    ("Munich Security Conference said it was sorry.", "", ""),
    ("President Lima met the deadline.", "", ""),
    ("The plan was met with criticism by Prime Minister Aas.", "", ""),
    ("President Lima called for calm.", "", ""),
    ("President Lima renewed calls on Norway.", "", ""),
    ("President Lima went on to praise Norway.", "", ""),
    ("President Lima came under fire.", "", ""),
    ("Norway met Sweden in the semi-final.", "", ""),
    ("Visitors toured Norway.", "", ""),
    ("Tourists visited Norway.", "", ""),
    ("Donor and host countries will pay.", "", ""),
    ("President Lima appeared with a new hat.", "", ""),
    ("President Lima spoke with reporters.", "", ""),
    ("Aid arrived in Norway.", "", ""),
    ("Norway returned to Europe.", "", ""),
    ("Aid was received by farmers.", "", ""),
    ("President Lima will not appear.", "", ""),
    ("President Lima was in May the first.", "", ""),
    ("The negotiating team of Norway was large.", "", ""),
    ("Dahl, the envoy for Norway negotiations, resigned.", "", ""),
    ("Did President Lima hold a session with Prime Minister Aas?", "", ""),
]


def likely(text: str) -> list[Encounter]:
    """Return the meetings of a text that may be some."""
    return [item for item in find(text, FRIDAY).encounters if item.rule.startswith(LIKELY)]


@each_case(("sentence", "status", "names"), CASES, ids=[case[0] for case in CASES])
def test_a_word_of_meeting_and_an_actor_are_a_candidate(sentence: str, status: str, names: str) -> None:
    found = find(BEFORE + sentence, FRIDAY).encounters
    assert {item.status.value for item in found} == set(status.split())
    assert set(names.split()) <= {party.name.split()[-1] for item in found for party in item.participants}


REPEATS: Final = [
    ("President Lima visited Norway on Monday.", "The visit was short.", 0),
    ("President Lima visited Norway on Monday.", "This brief visit pleased her hosts.", 0),
    ("President Lima visited Norway on Monday.", "A trip by President Lima is rare.", 0),
    ("President Lima visited Norway on Monday.", "Further visits by President Lima pleased Minister Dahl.", 1),
    ("President Lima visited Norway on Monday.", "President Lima landed in Sweden.", 1),
    ("President Lima met Envoy Dahl on Monday.", "A huddle of President Lima with Envoy Dahl is rare.", 0),
    ("President Lima met Envoy Dahl on Monday.", "Another huddle of President Lima with Envoy Dahl is rare.", 1),
    ("President Lima met Envoy Dahl on Monday.", "A huddle of President Lima with Envoy Dahl on Tuesday is rare.", 1),
    ("President Lima met Envoy Dahl on Monday.", "A huddle of President Lima with Minister Li is rare.", 1),
    ("President Lima met Envoy Dahl on Monday.", "Dahl praised his engagement with President Lima.", 0),
    ("President Lima met Envoy Dahl on Monday.", "The engagement ended after an hour.", 0),
    ("President Lima met Envoy Dahl on Monday.", "They discussed trade.", 0),
    ("President Lima met Envoy Dahl on Monday.", "Minister Li and Envoy Dahl discussed trade.", 0),
    ("President Lima met Envoy Dahl on Monday.", "These meetings of President Lima pleased Sweden.", 0),
    ("President Lima met Envoy Dahl on Monday.", "It was an opportunity to speak to Envoy Dahl.", 0),
    ("President Lima visited Norway on Monday.", "President Lima was joined by Minister Li.", 0),
    ("Trade rose on Monday.", "President Lima was joined by Minister Li.", 0),
    ("President Lima spoke at the Oslo Summit on Monday.", "Minister Li’s attendance at the Oslo Summit is rare.", 0),
]


@each_case(("first", "second", "number"), REPEATS)
def test_what_tells_of_a_meeting_again_is_no_candidate(first: str, second: str, number: int) -> None:
    found = [item for item in likely(f"{BEFORE}{first} {second}") if item.start > len(BEFORE + first)]
    assert len(found) == number


def test_a_candidate_is_marked_in_the_draft_and_asks_of_which_kind_it_is() -> None:
    dataset = draft(
        BEFORE + "President Lima’s engagements with Envoy Per Dahl bore fruit. Dahl landed in Lisbon.",
        source="a1",
        published=FRIDAY,
    )
    talks, visit = dataset.of_type(Meeting)
    assert [talks.kind, visit.kind] == [OPEN, OPEN]
    assert [record.extra["draft"]["rule"] for record in (talks, visit)] == ["likely-noun", "likely-verb"]
    assert list(talks.extra["draft"]["ask"]["kind"]) == ["talks", "visit"]
    assert list(visit.extra["draft"]["ask"]["kind"]) == ["visit", "talks"]


def test_a_candidate_asks_who_took_part_and_fills_nobody_in() -> None:
    """In new texts a third of those whom a candidate named took no part; a sure rule fills them in."""
    (sure, likely_one) = draft(
        BEFORE + "President Lima met Envoy Per Dahl. President Lima’s engagements with Envoy Eva Holm bore fruit.",
        source="a1",
        published=FRIDAY,
    ).of_type(Meeting)
    assert len(sure.participants) == 2
    assert likely_one.participants == ()
    assert list(likely_one.extra["draft"]["ask"]["participants"]) == ["ana-lima", "eva-holm"]


def test_a_sentence_that_names_nobody_leaves_open_who_takes_part() -> None:
    (found,) = likely(BEFORE + "Talks in Lisbon may end in a row.")
    assert found.participants == []
    assert {party.name for party in found.near} == {"Ana Lima", "Jon Aas"}


def test_who_joined_somebody_takes_part_in_what_was_told_before() -> None:
    text = "President Lima visited Norway on Monday. President Lima was joined by Minister Li."
    (visit,) = find(BEFORE + text, FRIDAY).encounters
    assert "Li" in {party.name for party in visit.participants}


def test_a_delegation_without_a_name_gets_its_hosts() -> None:
    (found,) = find(BEFORE + "A delegation arrived in Lisbon on Monday.", FRIDAY).encounters
    assert [party.name for party in found.participants] == ["Delegation", "Portugal"]


def test_a_headline_tells_of_the_meeting_of_the_body() -> None:
    text = "President Lima lands in Lisbon\n\nPresident Ana Lima landed in Lisbon. She praised the town."
    assert len(likely(text)) == 1
