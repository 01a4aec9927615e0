"""The kinds of coded text, at their borders and against the lists of ISO 3166, 639 and 15924."""

import itertools
import re
import string
from collections.abc import Callable
from typing import Any

import pycountry
import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplo_events.model import ids
from diplo_events.model.ids import PATTERNS, slug
from each_case import each_case

USER_ASSIGNED = {"AA", "ZZ", *(f"Q{c}" for c in "MNOPQRSTUVWXYZ"), *(f"X{c}" for c in string.ascii_uppercase)}
"""ISO 3166-1, 8.1.3: codes that users may give to what has none, such as XK for Kosovo."""


def fits(kind: object, text: str) -> bool:
    return re.fullmatch(PATTERNS[kind].regex, text) is not None


def test_every_kind_has_a_rule_and_a_name() -> None:
    kinds = {getattr(ids, name) for name in ids.__all__ if name not in {"PATTERNS", "Pattern", "slug"}}
    assert set(PATTERNS) == kinds
    assert all(pattern.expected for pattern in PATTERNS.values())


class TestIds:
    KINDS = pytest.mark.parametrize("kind", [k for k in PATTERNS if PATTERNS[k] is ids.ID], ids=lambda k: k.__name__)

    @KINDS
    @pytest.mark.parametrize("text", ["a", "0", "a-b", "a.b_c/d", "place/kyiv", "a--b", "7", "no", "a" * 200])
    def test_good_ones(self, kind: object, text: str) -> None:
        assert fits(kind, text)

    @KINDS
    @pytest.mark.parametrize(
        "text",
        [
            "",
            "A",
            "-a",
            "a-",
            ".a",
            "a.",
            "/a",
            "a/",
            "_a",
            "a_",
            "a b",
            " a",
            "a ",
            "a\n",
            "é",
            "а",
            "٣",
            "a,b",
            "a:b",
            "a" * 201,
        ],
    )
    def test_bad_ones(self, kind: object, text: str) -> None:
        assert not fits(kind, text)


class TestSlugs:
    @each_case(
        ("text", "made"),
        [
            ("Sergey Lavrov", "sergey-lavrov"),
            ("a-b", None),
            ("", None),
            ("--", None),
            ("Львів", None),
            ("Zelenskyy, V.", "zelenskyy-v"),
            ("_a", "a"),
            ("A" * 300, "a" * 200),
            ("A" * 199 + "-B", "a" * 199),
        ],
    )
    def test_made_of_texts(self, text: str, made: str | None) -> None:
        assert slug(text) == made

    @given(st.text())
    def test_they_are_ids(self, text: str) -> None:
        made = slug(text)
        assert made is None or (fits(ids.RecordId, made) and slug(made) is None)


class TestCountries:
    def test_all_assigned_codes_and_those_for_users_and_no_others(self) -> None:
        assigned = {country.alpha_2 for country in pycountry.countries}
        every = {"".join(pair) for pair in itertools.product(string.ascii_uppercase, repeat=2)}
        assert len(assigned) > 240
        assert {code for code in every if fits(ids.CountryCode, code)} == assigned | USER_ASSIGNED

    def test_all_codes_of_countries_that_are_gone_and_no_others(self) -> None:
        gone = {country.alpha_4 for country in pycountry.historic_countries}
        letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
        near = {code[:i] + letter + code[i + 1 :] for code in gone for i in range(4) for letter in letters}
        assert {code for code in near if fits(ids.FormerCountryCode, code)} == gone

    @each_case("text", ["", "U", "ua", "Ua", "UKR", "UA ", "UA\n", "UK", "EU", "SU", "ＵＡ"])
    def test_bad_ones(self, text: str) -> None:
        assert not fits(ids.CountryCode, text)

    def test_norway_is_a_country(self) -> None:
        assert fits(ids.CountryCode, "NO")


class TestSubdivisions:
    def test_all_of_them(self) -> None:
        codes = [subdivision.code for subdivision in pycountry.subdivisions]
        assert len(codes) > 4000
        assert [code for code in codes if not fits(ids.SubdivisionCode, code)] == []

    @each_case("text", ["", "UA", "UA-", "UA14", "ua-14", "UA-1234", "UA-é", "UA-14\n", "U-14"])
    def test_bad_ones(self, text: str) -> None:
        assert not fits(ids.SubdivisionCode, text)


class TestLanguages:
    def test_all_of_iso_639(self) -> None:
        codes = [language.alpha_3 for language in pycountry.languages]
        codes += [language.alpha_2 for language in pycountry.languages if hasattr(language, "alpha_2")]
        assert len(codes) > 7000
        assert [code for code in codes if not fits(ids.LanguageTag, code)] == []

    @each_case(
        "text", ["en", "ukr", "zh-Hant", "pt-BR", "es-419", "sr-Latn-RS", "sl-rozaj-biske", "de-1901", "de-CH-1996"]
    )
    def test_good_tags(self, text: str) -> None:
        assert fits(ids.LanguageTag, text)

    @each_case(
        "text",
        ["", "e", "english", "EN", "en_US", "en-us", "en-", "-en", "zh-hant", "en-US-", "en\n", "de-19", "x-ab"],
    )
    def test_bad_tags(self, text: str) -> None:
        assert not fits(ids.LanguageTag, text)


class TestScripts:
    def test_all_of_iso_15924(self) -> None:
        codes = [script.alpha_4 for script in pycountry.scripts]
        assert len(codes) > 150
        assert [code for code in codes if not fits(ids.ScriptCode, code)] == []

    @each_case("text", ["", "latn", "LATN", "Lat", "Latin", "Latn\n"])
    def test_bad_ones(self, text: str) -> None:
        assert not fits(ids.ScriptCode, text)


@pytest.mark.parametrize(("length", "good"), [(63, False), (64, True), (65, False)])
def test_hashes_have_64_digits(length: int, *, good: bool) -> None:
    assert fits(ids.Sha256, "0" * length) == good
    assert not fits(ids.Sha256, "A" * length)
    assert not fits(ids.Sha256, "g" * length)


class TestAddresses:
    @pytest.mark.parametrize(
        "text",
        [
            "http://a",
            "https://a.example/b?c=d#e",
            "https://uk.wikipedia.org/wiki/Київ",
            "https://[::1]/",
            "http://a" + "b" * 5000,
        ],
    )
    def test_good_ones(self, text: str) -> None:
        assert fits(ids.Url, text)

    @each_case(
        "text",
        [
            *("", "a", "ftp://a", "HTTP://a", "http:/a", "http://", "http:///a", "//a", "http://a b", " http://a"),
            *(
                "http://a\n",
                "http://a\u00a0b",
                "http://a\u2028",
                "http://a\x00",
                "http://\x7f",
                "http://a\ud800",
                "http://\udfffa",
            ),
        ],
    )
    def test_bad_ones(self, text: str) -> None:
        assert not fits(ids.Url, text)


def slow(make: Callable[[int], str]) -> Any:
    return pytest.param(make(50_000))


@each_case(
    "text",
    [
        slow(lambda n: "a" * n),
        slow(lambda n: "a-" * n),
        slow(lambda n: "en" + "-abcde" * n + "-"),
        slow(lambda n: "http://" * n + " "),
    ],
)
def test_no_text_takes_long(text: str) -> None:
    assert not any(fits(kind, text) for kind in PATTERNS)
