"""The vocabularies: every member says what it means and where it comes from, and files spell it in one way."""

import copy
import pickle
import re

from diplo_events import ActionKind, Credibility, MeetingStatus, QuotationMode, Reliability, SpeechAct, Stance, vocab
from diplo_events.vocab import Term
from diplo_events.vocab.codes import CodedTerm, Match
from each_case import each_case

VOCABULARIES = [getattr(vocab, name) for name in vocab.__all__ if name != "Term"]
CODED = [SpeechAct, ActionKind]
ADDED = {QuotationMode.VERBATIM, MeetingStatus.DENIED}
"""Members that the source of their vocabulary does not have."""

MEMBERS = [member for vocabulary in [*VOCABULARIES, *CODED] for member in vocabulary]


def test_all_vocabularies_are_terms_and_are_listed() -> None:
    assert {*VOCABULARIES, CodedTerm} == {c for c in Term.__subclasses__() if c.__module__.startswith(vocab.__name__)}
    assert set(CODED) == set(CodedTerm.__subclasses__())
    assert vocab.__all__ == sorted(vocab.__all__)


@each_case("vocabulary", [*VOCABULARIES, *CODED])
def test_no_value_stands_twice_and_none_is_an_alias(vocabulary: type[Term]) -> None:
    assert len({member.value for member in vocabulary}) == len(vocabulary.__members__)
    assert (vocabulary.__doc__ or "").strip()
    assert len(vocabulary) > 1


@each_case("member", MEMBERS, ids=repr)
def test_a_member(member: Term) -> None:
    assert re.fullmatch(r"[a-z]+(?:_[a-z]+)*", member.value)
    assert member.name == member.value.upper()
    assert member.meaning.strip() == member.meaning != ""
    assert not member.meaning.endswith(".")
    assert member.source.strip() == member.source != ""
    assert type(member)(member.value) is member
    assert repr(member) == f"{type(member).__name__}.{member.name}"
    assert copy.deepcopy(member) is member
    assert pickle.loads(pickle.dumps(member)) is member


@each_case("vocabulary", VOCABULARIES)
def test_members_have_the_source_of_their_vocabulary(vocabulary: type[Term]) -> None:
    sources = [member.source for member in vocabulary if member not in ADDED]
    assert len(set(sources)) == 1


def test_what_has_no_source_elsewhere_is_ours() -> None:
    assert {member.source for member in vocab.Medium} == {"diplo-events"}
    assert "diplo-events" not in {member.source for member in vocab.Stance}


def test_stances_are_numbers_from_minus_two_to_two() -> None:
    assert [stance.number for stance in Stance] == [-2, -1, 0, 1, 2]
    assert Stance.NEUTRAL.number == 0
    assert Stance.STRONGLY_AGREE.number == 2


def test_the_admiralty_scales_stand_in_order() -> None:
    assert [member.meaning[:2] for member in Credibility] == [f"{n}:" for n in range(1, 7)]
    assert [member.meaning[:2] for member in Reliability] == [f"{letter}:" for letter in "ABCDEF"]


def test_an_agreement_has_a_kind_for_each_step_to_it() -> None:
    steps = (ActionKind.CONCLUDE, ActionKind.SIGN, ActionKind.RATIFY, ActionKind.ADOPT)
    assert {kind.cameo.event for kind in steps} == {"057"}
    assert [kind for kind in steps if kind.cameo.match is Match.EXACT] == [ActionKind.SIGN]
    assert len({kind.meaning for kind in steps}) == len(steps)


def test_the_codes_of_deeds_stand_in_the_order_of_the_categories() -> None:
    codes = [kind.cameo.event[:2] for kind in ActionKind if kind.cameo.event]
    (offices,) = (i for i, kind in enumerate(ActionKind) if kind is ActionKind.APPOINT)
    (protest,) = (i for i, kind in enumerate(ActionKind) if kind is ActionKind.DEMONSTRATE)
    kinds = [*list(ActionKind)[:offices], *list(ActionKind)[protest:]]
    assert (ordered := [kind.cameo.event[:2] for kind in kinds if kind.cameo.event]) == sorted(ordered)
    assert set(codes) - set(ordered) == {"09", "11"}  # courts and inquiries


def test_what_no_scheme_has_a_code_for() -> None:
    uncoded = {kind for kind in ActionKind if kind.cameo.match is Match.NONE is kind.plover.match}
    assert uncoded == {
        *(ActionKind.APPOINT, ActionKind.DISMISS, ActionKind.LEGISLATE, ActionKind.ANNEX, ActionKind.USE_RESOURCES),
        *(ActionKind.EVACUATE, ActionKind.FLEE, ActionKind.BROADCAST),
    }
