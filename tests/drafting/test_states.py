"""The table of states, compared with the one of pycountry."""

from collections import Counter

import pycountry

from diplo_events.drafting._english.states import ADJECTIVES, CAPITALS, NAMES, STATES, states_by_name
from diplo_events.lookup import fold


def test_every_code_is_one_of_iso_3166() -> None:
    codes = {country.alpha_2 for country in pycountry.countries} | {"XK"}
    former = {country.alpha_4 for country in pycountry.historic_countries}
    assert {state.code for state in STATES if len(state.code) == 2} <= codes
    assert {state.code for state in STATES if len(state.code) == 4} <= former


def test_every_name_and_adjective_means_one_state() -> None:
    for names in (
        [name for state in STATES for name in state.names],
        [name for state in STATES for name in state.adjectives],
        [name for state in STATES for name in state.capitals],
        [state.code for state in STATES],
    ):
        assert not [name for name, times in Counter(names).items() if times > 1]
    assert not NAMES.keys() & ADJECTIVES.keys()


def test_names_are_those_of_iso_where_it_has_them() -> None:
    by_name = {
        fold(name): country.alpha_2
        for country in pycountry.countries
        for name in {country.name, getattr(country, "common_name", country.name)}
    }
    wrong = {name: state.code for name, state in NAMES.items() if by_name.get(fold(name), state.code) != state.code}
    assert not wrong


def test_a_name_goes_before_a_capital() -> None:
    assert states_by_name()["Singapore"].code == "SG"
    assert CAPITALS["Georgetown"].code == "GY"
