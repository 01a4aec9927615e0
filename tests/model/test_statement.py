"""Statements."""

from typing import Any

import pytest

from diplo_events import InvalidRecordError, Medium, QuotationMode, Quote, Span, SpeechAct, Statement
from each_case import each_case


def statement(**fields: Any) -> Statement:
    given = {
        "id": "s1",
        "source": "a1",
        "speakers": ("zakharova",),
        "acts": (SpeechAct.REJECT,),
        "mode": QuotationMode.INDIRECT,
        "summary": "Russia will not.",
    }
    return Statement(**{**given, **fields})


def test_the_main_act_stands_first() -> None:
    acts = (SpeechAct.WARN, SpeechAct.REJECT)
    assert statement(acts=acts).acts == acts
    assert statement(acts=acts) != statement(acts=acts[::-1])
    assert statement().medium is Medium.UNKNOWN


def test_something_is_done_in_saying_it() -> None:
    with pytest.raises(InvalidRecordError, match=r"^acts: expected at least one, found \(\)$"):
        statement(acts=())


@each_case(
    ("field", "value"),
    [
        ("speakers", ("",)),
        ("speakers", ()),
        ("on_behalf_of", ("Russia",)),
        ("acts", (SpeechAct.REJECT, SpeechAct.REJECT)),
        ("acts", ("reject",)),
        ("acts", [SpeechAct.REJECT]),
        ("mode", "direct"),
        ("summary", " "),
        ("quotes", (Quote(text="a", span=Span(start=0, end=1)),) * 2),
        ("medium", None),
        ("place", "New York"),
        ("occasion", 7),
        ("audience", None),
        ("reports", ("s2", "s2")),
        ("responds_to", "s2"),
    ],
)
def test_what_it_cannot_hold(field: str, value: object) -> None:
    with pytest.raises(InvalidRecordError, match=f"^{field}"):
        statement(**{field: value})
