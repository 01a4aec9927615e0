"""What the bundled sources contradict each other in, and each kind of contradiction by itself."""

import os
import subprocess
import sys
from typing import Any

import attrs
import pytest
from hypothesis import given

from diplo_events import (
    Actor,
    Dataset,
    EventDate,
    MeetingStatus,
    Name,
    ParticipantRole,
    Quantity,
    Source,
    Stance,
    TerritorialClaim,
    load_example,
)
from diplo_events.corroboration.contradictions import Contradiction, ContradictionKind, find_contradictions
from diplo_events.vocab import Assertion, Unit
from each_case import each_case
from report_records import BLANK, DATES, SOURCES, Fact, facts, made
from shared_datasets import DATASETS

EXAMPLE = load_example()
FOUND = find_contradictions(EXAMPLE)

DIGEST, INTERVENTION, NOWHERE, OPINION, ZEROHEDGE = (
    "digest-foreign-troops",
    "kurdistan24-intervention",
    "kurdistan24-road-to-nowhere",
    "opinion-guarantees",
    "zerohedge-guarantees",
)


def the(kind: ContradictionKind, about: str) -> Contradiction:
    (found,) = [one for one in FOUND if (one.kind, one.about) == (kind, about)]
    return found


def values(found: Contradiction) -> dict[str, tuple[str, ...]]:
    return {version.value: version.sources for version in found.versions}


class TestTheBundledDataset:
    """What has to be found in the bundled articles."""

    def test_the_weekday_of_the_vladivostok_remarks(self) -> None:
        assert values(the(ContradictionKind.DATE, "utterance/zakharova-foreign-intervention")) == {
            "2025-09-03 (Wednesday)": (DIGEST, ZEROHEDGE),
            "2025-09-04 (Thursday)": (INTERVENTION,),
        }

    def test_the_translations_and_cuts_of_that_sentence(self) -> None:
        about = "utterance/zakharova-foreign-intervention"
        assert the(ContradictionKind.TRANSLATION, about).ids == (
            "digest-foreign-troops/s11",
            "digest-foreign-troops/s23",
            "kurdistan24-intervention/s12",
            "zerohedge-guarantees/s06",
        )
        assert {"digest-foreign-troops/s23", "zerohedge-guarantees/s06"} <= {*the(ContradictionKind.CUT, about).ids}

    def test_the_readiness_that_was_announced_in_paris(self) -> None:
        found = the(ContradictionKind.TRANSLATION, "utterance/macron-europeans-ready")
        assert found.ids == ("kurdistan24-intervention/s15", "zerohedge-guarantees/s11")
        assert found.sources == (INTERVENTION, ZEROHEDGE)

    def test_the_work_of_the_defence_ministers(self) -> None:
        assert values(the(ContradictionKind.STATUS, "meeting/defence-ministers-guarantees")) == {
            "held": (INTERVENTION,),
            "scheduled": (ZEROHEDGE,),
        }

    def test_twenty_six_states_against_about_thirty(self) -> None:
        assert values(the(ContradictionKind.FIGURE, "coalition-of-the-willing")) == {
            "“26 nations”": (OPINION,),
            "“about 30 mostly European states”": (NOWHERE,),
        }

    def test_the_dispute_about_the_venue(self) -> None:
        assert values(the(ContradictionKind.VENUE, "meeting/putin-zelenskyy")) == {
            "Geneva (proposed, put forward by Emmanuel Macron)": (NOWHERE,),
            "Moscow (proposed, put forward by Vladimir Putin)": (NOWHERE, ZEROHEDGE),
            "Moscow (rejected, put forward by Vladimir Putin)": (NOWHERE,),
        }

    def test_the_two_titles_of_one_man(self) -> None:
        assert values(the(ContradictionKind.TITLE, "trump")) == {
            "“U.S. President Donald Trump” or “US President Donald Trump”": (DIGEST, INTERVENTION),
            "“former U.S. President Donald Trump”": (INTERVENTION,),
        }

    def test_and_nothing_but_these_and_two_more(self) -> None:
        assert [(one.kind, one.about) for one in FOUND] == [
            (ContradictionKind.DATE, "utterance/zakharova-foreign-intervention"),
            (ContradictionKind.STATUS, "meeting/defence-ministers-guarantees"),
            (ContradictionKind.STATUS, "meeting/paris-summit"),
            (ContradictionKind.CALLED_OFF, "meeting/putin-zelenskyy"),
            (ContradictionKind.VENUE, "meeting/putin-zelenskyy"),
            (ContradictionKind.TRANSLATION, "utterance/macron-europeans-ready"),
            (ContradictionKind.TRANSLATION, "utterance/zakharova-foreign-intervention"),
            (ContradictionKind.CUT, "utterance/zakharova-foreign-intervention"),
            (ContradictionKind.FIGURE, "coalition-of-the-willing"),
            (ContradictionKind.TITLE, "trump"),
        ]

    def test_each_says_why(self) -> None:
        assert the(ContradictionKind.STATUS, "meeting/defence-ministers-guarantees").why == (
            "one meeting was held, and is yet to be held or was called off (a status is as of its source, and here the "
            "earlier one was not certainly published first): held [kurdistan24-intervention] / scheduled "
            "[zerohedge-guarantees]"
        )


def of_two(kind: str, one: dict[str, Any], other: dict[str, Any]) -> list[Contradiction]:
    """Find what two reports of one thing, of two papers, contradict each other in."""
    return [*find_contradictions(made([BLANK | {"kind": kind} | one, BLANK | {"kind": kind, "source": "b1"} | other]))]


class TestReportsOfOneThing:
    @given(facts())
    def test_are_put_on_days_that_do_not_overlap_just_when_two_are(self, given_facts: list[Fact]) -> None:
        found = {one.about for one in find_contradictions(made(given_facts)) if one.kind is ContradictionKind.DATE}
        expected = set()
        for thing in ("thing/x", "thing/y"):
            for kind in ("statement", "meeting"):
                texts = [f["when"] for f in given_facts if (f["thing"], f["kind"]) == (thing, kind) and f["when"]]
                dates = [EventDate.parse(text) for text in texts]
                firsts = [date.earliest for date in dates if date.earliest]
                lasts = [date.latest for date in dates if date.latest]
                if firsts and lasts and max(firsts) > min(lasts):
                    expected.add(thing)
        assert found == expected

    def test_without_a_shared_identity_are_not_compared(self) -> None:
        apart = [BLANK | {"kind": "statement", "thing": None, "when": date} for date in DATES]
        assert find_contradictions(made(apart)) == ()

    def test_have_several_speakers(self) -> None:
        (found,) = of_two("statement", {"who": "speaker"}, {"who": "sudland"})
        assert (found.kind, values(found)) == (ContradictionKind.SPEAKER, {"speaker": ("a1",), "sudland": ("b1",)})
        assert of_two("statement", {"who": "speaker"}, {"who": "norland"}) == []

    def test_were_in_several_places(self) -> None:
        (found,) = of_two("statement", {"place": "town"}, {"place": "abroad"})
        assert (found.kind, values(found)) == (ContradictionKind.VENUE, {"town": ("a1",), "abroad": ("b1",)})
        assert of_two("statement", {"place": "town"}, {"place": "country"}) == []

    def test_met_in_several_places(self) -> None:
        (found,) = of_two("meeting", {"place": "town"}, {"place": "abroad"})
        assert values(found) == {"town (held)": ("a1",), "abroad (held)": ("b1",)}

    def test_have_somebody_take_part_and_not(self) -> None:
        one = {"norland": ParticipantRole.HOST, "sudland": ParticipantRole.ATTENDEE}
        other = {"norland": ParticipantRole.HOST, "sudland": ParticipantRole.ABSENT}
        (found,) = of_two("meeting", {"present": one}, {"present": other})
        assert (found.kind, found.ids) == (ContradictionKind.PARTICIPATION, ("r0", "r1"))
        assert values(found) == {"sudland takes part": ("a1",), "sudland does not take part": ("b1",)}

    @each_case("role", [role for role in ParticipantRole if role is not ParticipantRole.INVITED])
    def test_invite_somebody_who_by_another_came_or_not(self, role: ParticipantRole) -> None:
        invited = {"norland": ParticipantRole.HOST, "sudland": ParticipantRole.INVITED}
        other = {"norland": ParticipantRole.HOST, "sudland": role}
        assert of_two("meeting", {"present": invited}, {"present": other}) == []

    @each_case("away", [ParticipantRole.ABSENT, ParticipantRole.EXCLUDED])
    @each_case("there", ["host", "chair", "attendee", "mediator"])
    def test_have_somebody_there_and_away(self, there: str, away: ParticipantRole) -> None:
        sides = ({"sudland": ParticipantRole(there)}, {"sudland": away})
        (found,) = of_two("meeting", *({"present": side} for side in sides))
        assert found.kind is ContradictionKind.PARTICIPATION

    def test_take_several_sides(self) -> None:
        (found,) = of_two("position", {"stance": Stance.AGREE}, {"stance": Stance.NEUTRAL})
        assert (found.kind, values(found)) == (ContradictionKind.STANCE, {"agree": ("a1",), "neutral": ("b1",)})
        assert of_two("position", {"stance": Stance.AGREE}, {"stance": Stance.STRONGLY_AGREE}) == []

    @pytest.mark.parametrize(
        "dates", [("2025-09-03T23:00:00-05:00", "2025-09-04T04:00:00Z"), ("2025-09-03T23:00:00-05:00", "2025-09-04")]
    )
    def test_write_one_moment_on_two_days(self, dates: tuple[str, str]) -> None:
        assert of_two("meeting", *({"when": when} for when in dates)) == []

    def test_have_no_date_word_to_show(self) -> None:
        (found,) = of_two("meeting", {"when": "2025-09-01"}, {"when": "2025-09-03"})
        assert values(found) == {"2025-09-01": ("a1",), "2025-09-03": ("b1",)}

    def test_say_that_it_was_held_and_that_it_was_called_off(self) -> None:
        (found,) = of_two("meeting", {"status": MeetingStatus.HELD}, {"status": MeetingStatus.REJECTED})
        assert found.kind is ContradictionKind.STATUS

    def test_give_extents_that_do_not_overlap(self) -> None:
        def claim(key: str, low: float, high: float) -> TerritorialClaim:
            return TerritorialClaim(
                id=key,
                source="a1",
                canonical_id="thing/x",
                challenger="norland",
                asserted_by=("paper-a",),
                assertion=Assertion.OCCUPATION,
                territory="Some land.",
                summary="Held.",
                extent=Quantity(low=low, high=high, unit=Unit.SHARE),
            )

        dataset = made([]).with_records(claim("c1", 0.1, 0.1), claim("c2", 0.2, 0.3))
        (found,) = find_contradictions(dataset)
        assert (found.kind, values(found)) == (
            ContradictionKind.EXTENT,
            {"0.1 (share)": ("a1",), "0.2 to 0.3 (share)": ("a1",)},
        )


def named(*names: tuple[str, tuple[str, ...]]) -> Dataset:
    """Make a dataset in which an actor has some spellings."""
    spellings = tuple(Name(text=text, sources=sources) for text, sources in names)
    actor = made([])["norland"]
    assert isinstance(actor, Actor)
    return made([]).with_records(attrs.evolve(actor, names=spellings))


class TestSpellings:
    @each_case(
        ("texts", "found"),
        [
            (("26 nations", "about 30 states"), True),
            (("1,500 troops", "1500 men"), False),
            (("1 500 troops", "1.500 men"), False),
            (("1500 troops", "15 men"), True),
            (("26 nations", "the 26 states"), False),
            (("the G7 states", "the G20 states"), False),
            (("Group of 20", "Group of 7"), False),
            (("12-nation force", "13 nations"), False),
            (("2.5 million people", "3 million people"), True),
            (("1 million men", "1,000,000 soldiers"), False),
            (("one million men", "1.0 million soldiers"), False),
            (("10 million men", "10 thousand men"), True),
            (("two dozen states", "24 nations"), False),
            (("twenty-six states", "30 nations"), True),
        ],
    )
    def test_with_several_figures_contradict(self, texts: tuple[str, str], *, found: bool) -> None:
        dataset = named((texts[0], ("a1",)), (texts[1], ("b1",)))
        assert [one.kind for one in find_contradictions(dataset)] == [ContradictionKind.FIGURE] * found

    @each_case(
        ("former", "holding", "found"),
        [
            ("former President X", "President X", True),
            ("the former President X", "The President X", True),
            ("ex-President X", "president X", True),
            ("Ex President X", "U.S. President X", False),
            ("former President X", "President Y", False),
            ("formerly President X", "President X", False),
        ],
    )
    def test_with_a_title_and_its_past_contradict(self, former: str, holding: str, *, found: bool) -> None:
        dataset = named((former, ("a1",)), (holding, ("a1",)))
        assert [one.kind for one in find_contradictions(dataset)] == [ContradictionKind.TITLE] * found

    @each_case(
        ("former", "holding", "certain"),
        [
            ("a2", "a1", []),  # the office was given up in between
            ("a1", "a2", [True]),
            ("a1", "a1", [True]),
            ("a1", "c1", [False]),  # nobody knows when it was published
            ("c1", "a1", [False]),
            ("c1", "c1", [True]),  # one source has both
            ("a1", "b1", [False]),  # the later date has a mark
            ("a2", "b1", []),
        ],
    )
    def test_unless_the_office_was_certainly_held_first(self, former: str, holding: str, certain: list[bool]) -> None:
        dataset = named(("former President X", (former,)), ("President X", (holding,)))
        assert [found.certain for found in find_contradictions(dataset)] == certain

    def test_of_a_title_only_the_sources_in_question_are_told(self) -> None:
        dataset = named(("former President X", ("a2",)), ("President X", ("a1", "c1")), ("president X", ("a1",)))
        (found,) = find_contradictions(dataset)
        assert values(found) == {"“former President X”": ("a2",), "“President X”": ("c1",)}

    def test_without_sources_say_nothing(self) -> None:
        texts = ("former President X", "President X", "26 men", "27 men")
        assert find_contradictions(named(*((text, ()) for text in texts))) == ()


class TestAll:
    @given(DATASETS)
    def test_are_found_in_any_dataset_alike(self, dataset: Dataset) -> None:
        found = find_contradictions(dataset)
        assert found == find_contradictions(Dataset(records=reversed(dataset.records), complete=False))
        for one in found:
            assert len(one.versions) > 1
            assert one.sources
            assert all(key in dataset for key in one.ids)
            assert one.why.startswith(one.kind.meaning)

    @given(facts())
    def test_one_report_of_a_thing_contradicts_nothing(self, given_facts: list[Fact]) -> None:
        alone = [fact | {"thing": None} for fact in given_facts]
        assert find_contradictions(made(alone)) == ()

    @given(facts())
    def test_without_a_source_there_are_no_more_of_them(self, given_facts: list[Fact]) -> None:
        before = {(one.kind, one.about) for one in find_contradictions(made(given_facts))}
        for gone in SOURCES:
            rest = [fact for fact in given_facts if fact["source"] != gone]
            assert {(one.kind, one.about) for one in find_contradictions(made(rest))} <= before

    def test_sources_that_are_kept_elsewhere_are_no_hindrance(self) -> None:
        gone = [source.id for source in EXAMPLE.of_type(Source)]
        partial = attrs.evolve(EXAMPLE, complete=False).without(*gone)
        assert {one.kind for one in FOUND} <= {one.kind for one in find_contradictions(partial)}


PROGRAM = """
from diplo_events import load_example
from diplo_events.corroboration.candidates import find_candidates
from diplo_events.exporters import to_icews, to_plover
from diplo_events.corroboration.contradictions import find_contradictions
from diplo_events.corroboration.verdicts import corroborate
dataset = load_example()
for found in corroborate(dataset):
    for field in found.fields:
        print(found.referent, field.field, field.verdict, field.most_precise, field.attestations)
        print(sorted(map(str, field.value)) if isinstance(field.value, frozenset) else field.value)
print(find_contradictions(dataset), find_candidates(dataset), to_icews(dataset), to_plover(dataset), sep="\\n")
"""


@pytest.mark.slow
def test_hash_seed_time_zone_and_locale_change_nothing() -> None:
    outputs = set()
    for seed, zone, locale in (("1", "UTC", "C"), ("2", "Asia/Vladivostok", "C.UTF-8")):
        environment = os.environ | {"PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": locale, "PYTHONUTF8": "1"}
        done = subprocess.run([sys.executable, "-c", PROGRAM], check=True, capture_output=True, env=environment)
        outputs.add(done.stdout)
    assert len(outputs) == 1
