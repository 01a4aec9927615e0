"""The speech acts: their CAMEO codes and PLOVER events are such, and they follow the code books."""

import re

import pytest

from diplo_events import SpeechAct
from diplo_events.vocab.codes import CAMEO, NO_CODE, Code, Match
from each_case import each_case

ACTS = each_case("act", SpeechAct, ids=lambda act: act.value)

POLECAT_EVENTS = {
    *("AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT", "REQUEST"),
    *("ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"),
}
"""The event types of POLECAT (Halterman et al. 2023), which codes by PLOVER."""

MODES = {
    "REQUEST": {"assist", "change", "yield", "meet"},
    "REJECT": {"assist", "change", "yield", "meet"},
    "ACCUSE": {"disapprove", "allege"},
    "SANCTION": {"convict", "expel", "withdraw", "discontinue"},
    "THREATEN": {"restrict", "ban", "arrest", "relations", "expel", "territory", "violence"},
}
"""The modes of the events of words."""

EVENT_OF_CATEGORY = {
    "03": {"AGREE", "CONCEDE"},
    "04": {"CONSULT"},
    "05": {"SUPPORT", "AGREE"},
    "08": {"CONCEDE"},
    "10": {"REQUEST"},
    "11": {"ACCUSE"},
    "12": {"REJECT"},
    "13": {"THREATEN"},
    "16": {"SANCTION"},
}


def test_there_are_sixteen_events_of_polecat() -> None:
    assert len(POLECAT_EVENTS) == 16


@ACTS
def test_cameo_codes_are_well_formed(act: SpeechAct) -> None:
    assert act.cameo.mode is None
    if act.cameo.event is not None:
        assert re.fullmatch(r"(?:0[1-9]|1[0-9]|20)[0-9]{0,2}", act.cameo.event)


@ACTS
def test_plover_events_are_those_of_polecat(act: SpeechAct) -> None:
    if act.plover.event is not None:
        assert act.plover.event in POLECAT_EVENTS
    if act.plover.mode is not None:
        assert act.plover.mode in MODES[str(act.plover.event)]


@ACTS
@pytest.mark.parametrize("scheme", ["cameo", "plover"])
def test_there_is_no_match_just_where_there_is_no_event(act: SpeechAct, scheme: str) -> None:
    code: Code = getattr(act, scheme)
    assert (code.match is Match.NONE) == (code.event is None)
    assert code.event is not None or code.mode is None


@ACTS
def test_the_event_follows_from_the_category(act: SpeechAct) -> None:
    category = (act.cameo.event or "01")[:2]
    assert category in {"01", "02", *EVENT_OF_CATEGORY}
    if category in {"01", "02"}:
        assert act.plover == NO_CODE == Code(Match.NONE, None, None)
    else:
        assert act.plover.event in EVENT_OF_CATEGORY[category]


@ACTS
def test_acts_stand_in_the_order_of_their_categories(act: SpeechAct) -> None:
    acts = list(SpeechAct)
    category = [(other.cameo.event or "01")[:2] for other in acts]
    assert category == sorted(category)
    assert act.meaning
    assert act.source == (CAMEO if act.cameo.event else "diplo-events")


def test_acts_that_no_scheme_has_a_code_for() -> None:
    assert SpeechAct.ASSERT_SOVEREIGNTY.cameo == SpeechAct.ASSERT_SOVEREIGNTY.plover == NO_CODE
    assert [act for act in SpeechAct if act.cameo.match is Match.NONE] == [
        SpeechAct.ASSERT_SOVEREIGNTY,
        *(SpeechAct.TAKE_NOTE, SpeechAct.DECIDE, SpeechAct.AUTHORIZE, SpeechAct.INSTRUCT),
        *(SpeechAct.APPOINT, SpeechAct.DELIMIT),
    ]


@pytest.mark.parametrize("scheme", ["cameo", "plover"])
def test_a_code_is_exact_for_one_act_at_most(scheme: str) -> None:
    codes: list[Code] = [getattr(act, scheme) for act in SpeechAct]
    exact = [(code.event, code.mode) for code in codes if code.match is Match.EXACT]
    assert len(set(exact)) == len(exact)
    assert len(exact) > 10


def test_matches_are_those_of_skos() -> None:
    assert [match.value for match in Match] == ["exact", "broader", "narrower", "none"]
    assert repr(SpeechAct.DENY.cameo) == "Code(match=Match.NARROWER, event='016', mode=None)"
