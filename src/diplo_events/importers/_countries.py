"""One crosswalk of countries: from codes of ISO 3166, Correlates of War, Gleditsch & Ward, FIPS 10-4, CAMEO, and names.

The data are those of the package `countrycode`, which its author keeps for the R package of that name.
"""

import functools
import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final, Literal, TypeAlias, cast

import attrs

from diplo_events.errors import MissingExtraError

try:
    from countrycode.countrycode import prepare_codelist  # pyright: ignore[reportMissingTypeStubs]  (it brings none)
except ImportError as error:
    raise MissingExtraError.of("importers", "naming countries by their codes") from error

__all__ = ["Country", "Scheme", "country_named", "country_of"]

Scheme: TypeAlias = Literal["iso2", "iso3", "cow", "gw", "fips", "cameo"]
"""The schemes whose codes name a country."""

COLUMNS: Final = MappingProxyType({"iso2": "iso2c", "iso3": "iso3c", "cow": "cown", "gw": "gwn", "fips": "fips"})
"""The columns of the package."""

NAMES: Final = ("country.name.en", "cow.name", "iso.name.en", "un.name.en", "vdem.name", "cldr.name.en")
"""The columns of the package with names in English."""

CAMEO_CODES: Final = MappingProxyType({"ROM": "ROU", "TMP": "TLS", "ZAR": "COD", "KSV": "XKX"})
"""The country codes of CAMEO that are not those of ISO 3166-1 alpha-3 today."""

KOSOVO: Final = "Kosovo"

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
    names: frozenset[str] = frozenset()
    """Its names in English in several schemes, in small letters."""


@functools.cache
def countries() -> tuple[tuple[Country, str], ...]:
    """Return all countries of the package, each with the pattern of its English names."""
    table = cast("Mapping[str, Any]", prepare_codelist())
    found: list[tuple[Country, str]] = []
    for place, name in enumerate(table["country.name.en"]):
        cells = {scheme: table[column][place] for scheme, column in COLUMNS.items()}
        if name == KOSOVO:  # ISO 3166 leaves its code to those who need one
            cells |= {"iso2": "XK", "iso3": "XKX"}
        for scheme in ("cow", "gw"):
            cells[scheme] = None if cells[scheme] is None else int(cells[scheme])
        names = frozenset(str(table[column][place]).lower() for column in NAMES if table[column][place])
        if pattern := table["country.name.en.regex"][place]:
            found.append((Country(name=name, names=names, **cells), str(pattern)))
    return tuple(found)


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
    return by_code(scheme).get(code.lstrip("0") if scheme in {"cow", "gw"} else code)


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
