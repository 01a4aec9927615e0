"""Issues."""

import pytest

from diplo_events import InvalidRecordError, Issue
from each_case import each_case


def test_it_has_a_proposition_that_can_be_agreed_with() -> None:
    issue = Issue(id="troops", label="Troops", proposition="There should be troops.", broader="security")
    assert (issue.broader, issue.description) == ("security", None)


@each_case(
    ("field", "value"),
    [("id", "Troops"), ("label", ""), ("proposition", None), ("broader", "a b"), ("description", "\u2029")],
)
def test_what_it_cannot_hold(field: str, value: object) -> None:
    with pytest.raises(InvalidRecordError, match=f"^{field}: expected"):
        Issue(**{"id": "troops", "label": "T", "proposition": "P.", field: value})
