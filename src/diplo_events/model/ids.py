"""The kinds of short coded text in fields: ids, tags and codes, each a `NewType` of `str` with its pattern."""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, NamedTuple, NewType

__all__ = [
    "PATTERNS",
    "ActorId",
    "CanonicalId",
    "CountryCode",
    "CurrencyCode",
    "DocumentId",
    "FormerCountryCode",
    "IssueId",
    "LanguageTag",
    "MeetingId",
    "Pattern",
    "PlaceId",
    "PositionId",
    "RecordId",
    "ScriptCode",
    "Sha256",
    "SourceId",
    "StatementId",
    "SubdivisionCode",
    "Url",
    "slug",
]

RecordId = NewType("RecordId", str)
"""The id of any record of a dataset."""
ActorId = NewType("ActorId", RecordId)
"""The id of an `Actor`."""
PlaceId = NewType("PlaceId", RecordId)
"""The id of a `Place`."""
IssueId = NewType("IssueId", RecordId)
"""The id of an `Issue`."""
SourceId = NewType("SourceId", RecordId)
"""The id of a `Source`."""
StatementId = NewType("StatementId", RecordId)
"""The id of a `Statement`."""
MeetingId = NewType("MeetingId", RecordId)
"""The id of a `Meeting`."""
PositionId = NewType("PositionId", RecordId)
"""The id of a `Position`."""
DocumentId = NewType("DocumentId", RecordId)
"""The id of a `Document`."""
CanonicalId = NewType("CanonicalId", str)
"""The id of a real-world event or utterance; all records that report it share the id."""
LanguageTag = NewType("LanguageTag", str)
"""A language, as a BCP 47 tag (RFC 5646): `en`, `uk`, `zh-Hant`, `pt-BR`."""
ScriptCode = NewType("ScriptCode", str)
"""A script, as an ISO 15924 code: `Latn`, `Cyrl`."""
CountryCode = NewType("CountryCode", str)
"""A country, as an ISO 3166-1 alpha-2 code: `UA`."""
FormerCountryCode = NewType("FormerCountryCode", str)
"""A country that is gone, as an ISO 3166-3 code: `SUHH` for the Soviet Union."""
CurrencyCode = NewType("CurrencyCode", str)
"""A currency, as an ISO 4217 code: `EUR`."""
SubdivisionCode = NewType("SubdivisionCode", str)
"""A first-order division of a country, as an ISO 3166-2 code: `UA-14`."""
Sha256 = NewType("Sha256", str)
"""The SHA-256 of a text's UTF-8 bytes, as 64 lower-case hexadecimal digits."""
Url = NewType("Url", str)
"""An absolute address, `http` or `https`."""


class Pattern(NamedTuple):
    """The pattern of a kind of coded text."""

    expected: str
    """The pattern in words, for messages."""
    regex: str
    """The pattern, a regular expression; the whole text must match."""
    hint: str | None = None
    """What to do about a text that does not match."""


def slug(text: str) -> str | None:
    """Return the id that a text was probably meant to be, or `None` if it is an id or has no characters for one.

    >>> slug("Sergey Lavrov")
    'sergey-lavrov'
    """
    key = re.sub(r"[^a-z0-9._/-]+", "-", text.lower()).strip("-._/")[:200].rstrip("-._/")
    return key if key and key != text else None


COUNTRIES: Final = (
    "A[DEFGILMOQRSTUWXZ]|B[ABDEFGHIJLMNOQRSTVWYZ]|C[ACDFGHIKLMNORUVWXYZ]|D[EJKMOZ]|E[CEGHRST]|F[IJKMOR]"
    "|G[ABDEFGHILMNPQRSTUWY]|H[KMNRTU]|I[DELMNOQRST]|J[EMOP]|K[EGHIMNPRWYZ]|L[ABCIKRSTUVY]"
    "|M[ACDEFGHKLMNOPQRSTUVWXYZ]|N[ACEFGILOPRUZ]|O[M]|P[AEFGHKLMNRSTWY]|Q[A]|R[EOSUW]"
    "|S[ABCDEGHIJKLMNORSTVXYZ]|T[CDFGHJKLMNORTVWZ]|U[AGMSYZ]|V[ACEGINU]|W[FS]|Y[ET]|Z[AMW]"
)
"""The assigned ISO 3166-1 alpha-2 codes, by first letter; user-assigned ones (`XK` for Kosovo) are allowed too."""

FORMER_COUNTRIES: Final = (
    "AIDJ|ANHH|B(?:QAQ|UMM|YAA)|C(?:SHH|SXX|TKI)|D(?:DDE|YBJ)|F(?:QHH|XFR)|GEHH|HVBF|JTUM|MIUM|N(?:HVU|QAQ|THH)"
    "|P(?:CHH|UUM|ZPA)|RHZW|S(?:KIN|UHH)|TPTL|VDVN|WKUM|Y(?:DYE|UCS)|ZRCD"
)
"""The ISO 3166-3 codes, by first letter."""

ID: Final = Pattern(
    "an id (a-z and 0-9, with - . _ / inside, at most 200 characters)",
    r"[a-z0-9](?:[a-z0-9._/-]{0,198}[a-z0-9])?",
)

PATTERNS: Final[Mapping[object, Pattern]] = MappingProxyType(
    {
        RecordId: ID,
        ActorId: ID,
        PlaceId: ID,
        IssueId: ID,
        SourceId: ID,
        StatementId: ID,
        MeetingId: ID,
        PositionId: ID,
        DocumentId: ID,
        CanonicalId: ID,
        LanguageTag: Pattern(
            "a language tag (BCP 47)",
            r"[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|[0-9]{3}))?(?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*",
            "write it like en, zh-Hant or pt-BR",
        ),
        ScriptCode: Pattern("a script code (ISO 15924)", r"[A-Z][a-z]{3}", "write it like Latn or Cyrl"),
        CountryCode: Pattern(
            "a country code (ISO 3166-1 alpha-2)",
            f"{COUNTRIES}|AA|Q[M-Z]|X[A-Z]|ZZ",
            "write it like UA or GB",
        ),
        FormerCountryCode: Pattern(
            "a code of a former country (ISO 3166-3)",
            FORMER_COUNTRIES,
            "write it like SUHH or YUCS",
        ),
        CurrencyCode: Pattern("a currency code (ISO 4217)", "[A-Z]{3}", "write it like EUR or USD"),
        SubdivisionCode: Pattern("a subdivision code (ISO 3166-2)", r"[A-Z]{2}-[A-Z0-9]{1,3}", "write it like UA-14"),
        Sha256: Pattern("a SHA-256 (64 lower-case hexadecimal digits)", r"[0-9a-f]{64}"),
        Url: Pattern(
            "an absolute http or https address",
            r"https?://[^\s\x00-\x1f\x7f-\x9f\ud800-\udfff/][^\s\x00-\x1f\x7f-\x9f\ud800-\udfff]*",
        ),
    }
)
"""The pattern of each kind of coded text."""
