"""The table of the guide: what it says of the invented news is what the rules do there."""

import re
from collections import Counter
from pathlib import Path

from diplo_events import Statement
from diplo_events.drafting import draft
from diplo_events.drafting._records.sure import SURE_ACTS, SURE_SPEAKERS
from every_attribution import EVERY

GUIDE = (Path(__file__).parents[2] / "docs/guides/drafting.md").read_text(encoding="utf-8")
ROW = re.compile(r"^\| (?P<rule>[a-z-]+) \|(?P<cells>(?:[^|]*\|){3}[^|]*)\|$", re.MULTILINE)

Share = tuple[int, int]
"""How often a rule was right, and how often it was used."""


def figures() -> dict[str, tuple[Share, Share]]:
    """Return the shares of each rule of the guide: in texts that it was fitted to, and in those never met before."""
    found = {}
    for row in ROW.finditer(GUIDE[: GUIDE.index("| act |")]):
        *fitted, first = (share(cell) for cell in row["cells"].split("|"))
        if row["rule"] != "all":
            found[row["rule"]] = ((sum(right for right, _ in fitted), sum(used for _, used in fitted)), first)
    return found


def share(cell: str) -> Share:
    """Return the share in a cell; none of none in an empty one."""
    right, _, used = cell.strip().partition("/")
    return (int(right), int(used)) if used else (0, 0)


def test_every_rule_that_fills_in_a_speaker_is_right_often_enough() -> None:
    table = figures()
    assert table.keys() >= SURE_SPEAKERS
    sure = {rule: shares for rule, shares in table.items() if rule in SURE_SPEAKERS}
    assert not {rule for rule, ((right, used), _) in sure.items() if right + 1 < 0.9 * used}
    assert not {rule for rule, (_, (right, used)) in sure.items() if used > 1 and right + 1 < 0.5 * (used + 2)}
    assert sum(right for _, (right, _) in sure.values()) > 0.9 * sum(used for _, (_, used) in sure.values())


def test_every_act_that_is_filled_in_is_right_often_enough() -> None:
    table = GUIDE[GUIDE.index("| act |") :]
    rows = re.findall(r"^\| ([a-z-]+) \|([^|]*\|[^|]*\|[^|]*)\|$", table, re.MULTILINE)
    shares = {name: [share(cell) for cell in cells.split("|")] for name, cells in rows}
    for act in SURE_ACTS - {"criticise"}:  # the table has the act, whose name is spelt in one way
        right, used = (sum(part) for part in zip(*shares[act], strict=True))
        assert 0 < 0.95 * used <= right, act


def test_the_rules_of_the_invented_news_are_those_of_the_guide() -> None:
    used = Counter(
        str(record.extra["draft"]["rule"])
        for case in EVERY
        for record in draft(case.text, source="a1").of_type(Statement)
    )
    table = {row["rule"]: row["cells"].split("|")[0].strip() for row in ROW.finditer(GUIDE[: GUIDE.index("| act |")])}
    assert {rule for rule, cell in table.items() if cell and rule not in {"all", "rule"}} <= used.keys()
