"""One crosswalk of countries: from codes of ISO 3166, Correlates of War, Gleditsch & Ward, FIPS 10-4, CAMEO, and names.

The data are those of the package `countrycode`, which its author keeps for the R package of that name.
"""

import functools
import importlib.util
import pickle
import re
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final, Literal, NamedTuple, TypeAlias, cast

import attrs

from diplo_events.errors import MissingExtraError

PACKAGE: Final = importlib.util.find_spec("countrycode")
if PACKAGE is None:
    raise MissingExtraError.of("importers", "naming countries by their codes")

__all__ = ["Country", "Scheme", "country_named", "country_of", "country_of_cow"]

Scheme: TypeAlias = Literal["iso2", "iso3", "cow", "gw", "fips", "cameo"]
"""The schemes whose codes name a country."""

COLUMNS: Final = MappingProxyType({"iso2": "iso2c", "iso3": "iso3c", "cow": "cown", "gw": "gwn", "fips": "fips"})
"""The columns of the package."""

NAMES: Final = ("country.name.en", "cow.name", "iso.name.en", "un.name.en", "vdem.name", "cldr.name.en")
"""The columns of the package with names in English."""

PATTERNS: Final = "country.name.en.regex"
"""The column of the package with patterns of the names in English."""

CAMEO_CODES: Final = MappingProxyType({"ROM": "ROU", "TMP": "TLS", "ZAR": "COD", "KSV": "XKX"})
"""The country codes of CAMEO that are not those of ISO 3166-1 alpha-3 today."""

KOSOVO: Final = "Kosovo"

MENDED: Final[Mapping[str, Mapping[str, Any]]] = MappingProxyType(
    {
        "Vietnam": {"gw": 816},
        "Republic of Vietnam": {"gw": 817},
        "Yemen": {"gw": 678},
        "Yemen Arab Republic": {"gw": None},
        "South Sudan": {"fips": "OD"},
        "Curaçao": {"fips": "UC"},
        "Sint Maarten": {"fips": "NN"},
        "Saint Martin (French part)": {"fips": "RN"},
    }
)
"""Codes that the package has otherwise, or not: Gleditsch & Ward go on with 816 and 678 after unification, and the
successor of FIPS 10-4 has codes for the countries of 2010 and later, with which GDELT names them."""


class Period(NamedTuple):
    """A time in which a number of COW was that of one state."""

    first: str
    """Its first day."""
    last: str
    """Its last day."""
    country: str
    """The state, by its name in the package."""
    former: str | None = None
    """Its code in ISO 3166-3, if it is gone and had one."""


PERIODS: Final[Mapping[str, tuple[Period, ...]]] = MappingProxyType(
    {
        "255": (Period("1816-01-01", "1945-05-08", "Germany"), Period("1990-10-03", "9999-12-31", "Germany")),
        "260": (Period("1955-05-05", "1990-10-02", "Germany"),),
        "265": (Period("1954-03-25", "1990-10-02", "German Democratic Republic", "DDDE"),),
        "315": (Period("1918-10-28", "1992-12-31", "Czechoslovakia", "CSHH"),),
        "345": (
            Period("1878-07-13", "1918-11-30", "Serbia"),
            Period("1918-12-01", "2003-02-03", "Yugoslavia", "YUCS"),
            Period("2003-02-04", "2006-06-04", "Serbia and Montenegro", "CSXX"),
            Period("2006-06-05", "9999-12-31", "Serbia"),
        ),
        "365": (
            Period("1816-01-01", "1922-12-29", "Russia"),
            Period("1922-12-30", "1991-12-25", "Russia", "SUHH"),
            Period("1991-12-26", "9999-12-31", "Russia"),
        ),
        "678": (Period("1926-09-02", "1990-05-21", "Yemen Arab Republic"),),
        "679": (Period("1990-05-22", "9999-12-31", "Yemen"),),
        "680": (Period("1967-11-30", "1990-05-21", "Yemen People's Republic", "YDYE"),),
        "816": (
            Period("1954-07-21", "1976-07-01", "Vietnam", "VDVN"),
            Period("1976-07-02", "9999-12-31", "Vietnam"),
        ),
        "817": (Period("1954-06-04", "1975-04-30", "Republic of Vietnam"),),
    }
)
"""The states behind the COW numbers that change hands, after the State System Membership list, version 2016.

The list has one line for 345, 365 and 816; the days on which their states changed are those of the states themselves.
"""

TWO_COUNTRIES: Final = frozenset(
    {"congo", "korea", "yemen arab", "virgin islands", "saint martin", "micronesia region"}
)
"""Names that two countries share, in small letters."""


@attrs.frozen(kw_only=True)
class Country:
    """A country, with its codes in several schemes; a former one has none of ISO 3166-1."""

    name: str
    """Its English name in the package."""
    iso2: str | None = None
    """ISO 3166-1 alpha-2, or `XK` for Kosovo."""
    iso3: str | None = None
    """ISO 3166-1 alpha-3, or `XKX` for Kosovo."""
    cow: int | None = None
    """The number of the Correlates of War project."""
    gw: int | None = None
    """The number of Gleditsch & Ward."""
    fips: str | None = None
    """FIPS 10-4."""
    former: str | None = None
    """ISO 3166-3, of a state that is gone and had a code."""
    names: frozenset[str] = frozenset()
    """Its names in English in several schemes, in small letters."""


@functools.cache
def countries() -> tuple[tuple[Country, str], ...]:
    """Return all countries of the package, each with the pattern of its English names."""
    table = codelist()
    found: list[tuple[Country, str]] = []
    for place, name in enumerate(table["country.name.en"]):
        cells = {scheme: table[column][place] for scheme, column in COLUMNS.items()}
        if name == KOSOVO:  # ISO 3166 leaves its code to those who need one
            cells |= {"iso2": "XK", "iso3": "XKX"}
        for scheme in ("cow", "gw"):
            cells[scheme] = None if cells[scheme] is None else int(cells[scheme])
        cells |= MENDED.get(name, {})
        names = frozenset(str(table[column][place]).lower() for column in NAMES if table[column][place])
        if pattern := table[PATTERNS][place]:
            found.append((Country(name=name, names=names, **cells), str(pattern)))
    return tuple(found)


def codelist() -> Mapping[str, Any]:
    """Return the table of the package, by column.

    It is read from the file, because the package imports pandas and polars where they are there: 120 MB.
    """
    places = (PACKAGE.submodule_search_locations or ()) if PACKAGE else ()
    for place in places:
        if (file := Path(place, "data", "codelist.pickle")).is_file():
            table = pickle.loads(file.read_bytes())  # noqa: S301  (the package reads it so)
            if isinstance(table, dict) and table.keys() >= {*COLUMNS.values(), *NAMES, PATTERNS}:
                return cast("dict[str, Any]", table)
    # a release may keep its table elsewhere, and it brings no types
    from countrycode.countrycode import prepare_codelist  # noqa: PLC0415  # pyright: ignore[reportMissingTypeStubs]  (an extra)

    return cast("Mapping[str, Any]", prepare_codelist())


@functools.cache
def compiled(pattern: str) -> re.Pattern[str]:
    """Compile a pattern when it is first needed: most names are known by their letters."""
    return re.compile(pattern, re.IGNORECASE)


@functools.cache
def by_code(scheme: str) -> dict[str, Country]:
    """Return the countries by their code in a scheme; a code of several has none."""
    known: dict[str, list[Country]] = {}
    for country, _ in countries():
        code = getattr(country, scheme)
        if code is not None:
            known.setdefault(str(code), []).append(country)
    return {code: found[0] for code, found in known.items() if len(found) == 1}


@functools.lru_cache(maxsize=4096)
def country_of(scheme: Scheme, code: str) -> Country | None:
    """Return the country of a code, or `None` if the code names none, or several.

    Examples:
        >>> [country_of(*pair).name for pair in (("cow", "365"), ("fips", "SF"), ("cameo", "ROM"), ("iso2", "UA"))]
        ['Russia', 'South Africa', 'Romania', 'Ukraine']
        >>> country_of("iso2", "UK") is None
        True
    """
    if scheme == "cameo":
        return by_code("iso3").get(CAMEO_CODES.get(code, code))
    if scheme in {"cow", "gw"}:
        code = code.lstrip("0")
    if scheme == "cow" and len(periods := PERIODS.get(code, ())) == 1:
        return state_in(periods[0])
    return by_code(scheme).get(code)


@functools.lru_cache(maxsize=4096)
def country_of_cow(code: str, day: str) -> Country | None:
    """Return the state that a COW number was on a day, `YYYY-MM-DD`; `None` if it was none.

    Source: Correlates of War Project, State System Membership List, version 2016.

    Examples:
        >>> [country_of_cow("345", day).name for day in ("1985-01-01", "2005-01-01", "2020-01-01")]
        ['Yugoslavia', 'Serbia and Montenegro', 'Serbia']
        >>> country_of_cow("255", "1970-01-01"), country_of_cow("260", "1970-01-01").iso2
        (None, 'DE')
        >>> (soviet := country_of_cow("365", "1970-01-01")).iso2, soviet.former
        (None, 'SUHH')
    """
    code = code.lstrip("0")
    if code not in PERIODS:
        return country_of("cow", code)
    found = next((period for period in PERIODS[code] if period.first <= day <= period.last), None)
    return state_in(found) if found else None


def state_in(period: Period) -> Country:
    """Return the state of a period; one that is gone has its code of ISO 3166-3 and none of ISO 3166-1."""
    state = next(country for country, _ in countries() if country.name == period.country)
    return attrs.evolve(state, iso2=None, iso3=None, former=period.former) if period.former else state


@functools.lru_cache(maxsize=65_536)
def country_named(name: str) -> Country | None:
    """Return the country of an English name, or `None` if it names none, or could be two.

    Examples:
        >>> country_named("Russian Federation").iso2, country_named("Congo"), country_named("Vienna")
        ('RU', None, None)
    """
    words = name.strip().lower()
    if words in TWO_COUNTRIES:
        return None
    if len(exact := [country for country, _ in countries() if words in country.names]) == 1:
        return exact[0]
    found = [country for country, pattern in countries() if compiled(pattern).search(name)]
    return found[0] if len(found) == 1 else None
