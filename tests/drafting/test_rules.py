"""The table of the guide: what it says of the invented news is what the rules do there."""

import re
from collections import Counter
from pathlib import Path

from attribution_abroad import ABROAD, ENGLISH
from attribution_beside import BESIDE, FOREIGN
from attribution_cases import CASES
from attribution_classes import CLASSES
from attribution_dispatches import DISPATCHES
from attribution_flows import FLOWS
from attribution_forms import FORMS
from attribution_near import NEAR
from attribution_reports import REPORTS
from attribution_statements import STATEMENTS
from diplo_events import Statement
from diplo_events.drafting import draft
from diplo_events.drafting._records.sure import SURE_SPEAKERS

GUIDE = (Path(__file__).parents[2] / "docs/guides/drafting.md").read_text(encoding="utf-8")
ROW = re.compile(r"^\| (?P<rule>[a-z-]+) \|(?P<cells>[^|]*\|[^|]*\|[^|]*)\|$", re.MULTILINE)


def figures() -> dict[str, tuple[int, int]]:
    """Return how often each rule of the guide was right, and how often it was used."""
    found = {}
    for row in ROW.finditer(GUIDE[: GUIDE.index("| act |")]):
        pairs = [cell.strip().split("/") for cell in row["cells"].split("|") if "/" in cell]
        if row["rule"] != "all":
            found[row["rule"]] = (sum(int(right) for right, _ in pairs), sum(int(used) for _, used in pairs))
    return found


def test_every_rule_that_fills_in_a_speaker_is_right_often_enough() -> None:
    table = figures()
    assert table.keys() >= SURE_SPEAKERS
    assert not {rule for rule, (right, used) in table.items() if rule in SURE_SPEAKERS and right < 0.93 * used}


def test_the_rules_of_the_invented_news_are_those_of_the_guide() -> None:
    used = Counter(
        str(record.extra["draft"]["rule"])
        for case in CASES
        + FORMS
        + DISPATCHES
        + ABROAD
        + ENGLISH
        + BESIDE
        + FOREIGN
        + REPORTS
        + CLASSES
        + FLOWS
        + STATEMENTS
        + NEAR
        for record in draft(case.text, source="a1").of_type(Statement)
    )
    table = {row["rule"]: row["cells"].split("|")[0].strip() for row in ROW.finditer(GUIDE[: GUIDE.index("| act |")])}
    assert {rule for rule, cell in table.items() if cell and rule not in {"all", "rule"}} <= used.keys()
