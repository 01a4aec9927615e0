"""What states only wish for, lack or keep up is no meeting; sittings of bodies, and two meetings told together, are."""

from typing import Final

from diplo_events.drafting._finds import find
from each_case import each_case

BEFORE: Final = "Trade row drags on\n\nPresident Ana Lima and Prime Minister Jon Aas have disagreed for years. "


def told(sentence: str) -> list[tuple[set[str], str]]:
    """Return who takes part in each meeting of a sentence, by the last words of their names, and its status."""
    found = find(BEFORE + sentence, None).encounters
    return [({party.name.split()[-1] for party in item.participants}, item.status.value) for item in found]


@each_case(
    "sentence",
    [
        # what somebody needs, wants or lacks, or what goes on without a day
        "Norway spoke of the need for dialogue.",
        "The resumption of meaningful peace negotiations is a priority for Norway, Prime Minister Aas said.",
        "Prime Minister Aas praised the long negotiations for the formation of a cabinet.",
        "Prime Minister Aas lamented the lack of engagement with Sweden.",
        "Norway keeps its policy of engagement with Sweden.",
        "The outcome of the dialogue between Norway and Sweden is vital, Aas said.",
        "Norway sent a message on its desire for talks with Sweden.",
        "Minister Li makes regular visits to Portugal.",
        # nouns of taking part, signing and inviting that are of something else
        "Norway’s participation in the climate pact pleased Minister Li.",
        "Norway’s participation in the Lake Pact will create jobs, Minister Li said.",
        "Prime Minister Aas welcomed the signing of a treaty by Sweden.",
        "Prime Minister Aas hailed the signing, in Oslo, of a treaty by Sweden.",
        "Prime Minister Aas angered Sweden by signing a deal with Chad.",
        "Minister Li thanked Norway for the invitation to improve relations.",
        "Minister Li spoke of a mediation mission.",
        "Meeting the goals of the pact requires an effort by Norway.",
        # verbs
        "Norway meets the aspirations of all Swedes.",
        "The minister told the assembled leaders of Norway to hurry.",
        "A letter addressed to the embassies of Norway and Sweden was sent by Minister Li.",
        "Minister Li would review its cooperation with Norway.",
        "Minister Li participated in the overthrow of President Berg.",
        "Minister Li called on Swedes, Monday in Oslo, to end the row.",
        "The incident saw a Turkish jet destroyed by Syria.",
        "The year saw President Berg oust Minister Li.",
        "Tom Hale came to Norway in 2005 to study fish.",
        # a sitting of nobody
        "A briefing for reporters on the Council was given by Minister Li.",
    ],
)
def test_what_nobody_held_is_no_meeting(sentence: str) -> None:
    assert told(sentence) == []


@each_case(
    ("sentence", "status"),
    [
        ("Negotiations between Norway and Sweden began in Lisbon on Friday.", "held"),
        ("Prime Minister Aas spoke after lengthy negotiations with Sweden.", "held"),
        ("Minister Li confirmed her participation in the Oslo Summit.", "held"),
        ("Minister Li praised his attendance at the funeral.", "held"),
        ("At the signing in Lisbon, Prime Minister Aas smiled.", "held"),
        ("Minister Li accepted an invitation to visit Norway.", "scheduled"),
        ("Minister Li addressed the Security Council on Monday.", "held"),
        ("Prime Minister Aas spoke of the resumption of talks in Lisbon.", "held"),
        ("The council had brief consultations, Prime Minister Aas said.", "held"),
        ("Prime Minister Aas also saw the Swedish ambassador.", "held"),
        ("Minister Li came to Norway in 2005 to meet King Olav.", "held"),
        ("Minister Li gathered the ministers of Norway and Sweden in Lisbon.", "held"),
    ],
)
def test_what_somebody_held_is_a_meeting(sentence: str, status: str) -> None:
    assert [found for _, found in told(sentence)] == [status]


@each_case(
    ("sentence", "status"),
    [
        ("In her briefing to the Security Council, Minister Li urged an end of the row.", "held"),
        ("The next briefing to the Security Council, due in April, will be by Minister Li.", "scheduled"),
        ("An urgent debate on the row opened at the Human Rights Council on Friday, Minister Li said.", "held"),
        ("Minister Li will speak at the next session of the General Assembly in Lisbon.", "scheduled"),
        ("A debate on hunger in the Peace Committee was dull, Minister Li said.", "held"),
    ],
)
def test_the_sitting_of_a_body_is_a_meeting(sentence: str, status: str) -> None:
    assert status in [found for _, found in told(sentence)]


@each_case(
    ("sentence", "number"),
    [
        ("Minister Li’s trip came after a meeting on Tuesday with King Olav in Oslo.", 2),
        ("Minister Li’s visit to Norway followed talks with King Olav in Oslo.", 1),
        ("Minister Li met Minister Dahl ahead of a visit of Minister Berg to Lisbon.", 2),
        ("Minister Li visited Lisbon before a meeting with Minister Dahl.", 2),
        ("Minister Li met Minister Dahl during a visit to Lisbon.", 1),
        ("Minister Li met Minister Dahl for talks with Norway.", 1),
        ("Minister Li met Minister Dahl before a press conference with King Olav.", 1),
    ],
)
def test_one_meeting_before_the_other_makes_two(sentence: str, number: int) -> None:
    assert len(told(sentence)) == number


def test_an_envoy_summoned_is_told_of_once() -> None:
    text = "Norway summons Swedish ambassador\n\nNorway summoned the Swedish ambassador over the row, Minister Li said."
    assert len(find(text, None).encounters) == 1


SUMMONED: Final = "Norway summoned the Swedish ambassador, Eva Dahl, over the row."
MET: Final = "Minister Li met Minister Dahl in Lisbon."


@each_case(
    ("first", "sentence", "number"),
    [
        (SUMMONED, "Minister Li summoned the Swedish ambassador over the row, Norway said.", 1),
        (SUMMONED, "The Swedish envoy was summoned again in March, Minister Li said.", 2),
        (MET, "The Lisbon meeting has brought Norway and Sweden together.", 1),
        (MET, "Minister Dahl met King Olav in Bergen.", 2),
        (MET, "In their meetings, Minister Li and Minister Dahl spoke of fish.", 1),
    ],
)
def test_a_summons_and_a_meeting_with_the_name_of_its_place_are_told_of_once(
    first: str, sentence: str, number: int
) -> None:
    assert len(find(f"Row of Norway and Sweden\n\n{first} {sentence}", None).encounters) == number


@each_case(
    "sentence",
    [
        "Eva Dahl, spokeswoman for the first session of the Lake Congress, said so.",
        "Minister Li spoke at a reception for the Norwegian media.",
    ],
)
def test_who_speaks_for_a_session_or_to_reporters_meets_nobody(sentence: str) -> None:
    assert told(sentence) == []
