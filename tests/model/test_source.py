"""Sources and what is not coded of them."""

from typing import Any

import pytest

from diplo_events import EventDate, InvalidRecordError, Source, SourceKind, Span, Uncoded, UncodedReason


def source(**fields: Any) -> Source:
    return Source(**{"id": "a1", "title": "T", "kind": SourceKind.NEWS_ARTICLE, **fields})


def passage(end: int) -> Uncoded:
    return Uncoded(span=Span(start=0, end=end), reason=UncodedReason.BYLINE)


@pytest.mark.parametrize(
    "fields",
    [
        {"length": 1},
        {"length": 10, "uncoded": (passage(10),)},
        {"uncoded": (passage(10), passage(99))},
        {"sha256": "0" * 64, "url": "https://a.example", "language": "en", "published": EventDate.parse("2025?")},
        {"byline": ("A. B.", "C. D.")},
    ],
)
def test_good_ones(fields: dict[str, Any]) -> None:
    assert source(**fields).id == "a1"


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"length": 0}, "^length: expected a length of at least 1, found 0$"),
        ({"length": -5}, "^length: expected a length of at least 1, found -5$"),
        ({"length": 1.0}, "^length: expected a whole number, found 1.0$"),
        (
            {"length": 10, "uncoded": (passage(9), passage(11))},
            "^uncoded: expected passages within 10 code points, found a passage that ends at 11$",
        ),
        ({"uncoded": (passage(9), passage(9))}, r"^uncoded\[1\]: expected each item once"),
        ({"byline": ("A", "A")}, r"^byline\[1\]: expected each item once"),
        ({"byline": "A"}, "^byline: expected a tuple, found 'A'"),
        ({"sha256": "0" * 63}, "^sha256: expected a SHA-256"),
        ({"url": "a.example"}, "^url: expected an absolute http or https address"),
        ({"published": "2025"}, "^published: expected an instance of EventDate"),
        ({"title": "\n"}, "^title: expected text"),
        ({"kind": SourceKind}, "^kind: expected a member of SourceKind"),
    ],
)
def test_bad_ones(fields: dict[str, Any], message: str) -> None:
    with pytest.raises(InvalidRecordError, match=message):
        source(**fields)


def test_an_uncoded_passage_says_where_and_why() -> None:
    with pytest.raises(InvalidRecordError) as refused:
        Uncoded(span=(0, 1), reason="byline")
    assert [problem.path for problem in refused.value.problems] == ["span", "reason"]
