"""What axe finds serious in a page, and ids that stand twice in it.

axe compares each id with all others, which takes half of its time on a long page; a set finds the same at once.
"""

from importlib.resources import files
from typing import Any, Final

from selenium.webdriver import Chrome

AXE: Final = files("axe_selenium_python").joinpath("node_modules/axe-core/axe.min.js").read_text("utf-8")
"""The script; a page has to run it once before anything is looked for."""

BUT_IDS: Final[dict[str, Any]] = {
    "rules": {"duplicate-id": {"enabled": False}, "duplicate-id-aria": {"enabled": False}}
}
"""All rules but those for ids that stand twice."""

STRUCTURE: Final[dict[str, Any]] = {"rules": {**BUT_IDS["rules"], "color-contrast": {"enabled": False}}}
"""All rules but those for ids and for colours: what they find depends on the width of the window, not on the scheme."""

CONTRAST: Final[dict[str, Any]] = {"runOnly": {"type": "rule", "values": ["color-contrast"]}}
"""The rule for colours, which takes more than half of the time: what it finds depends on the scheme."""

SERIOUS: Final = """
const [options, done] = arguments;
axe.run(document, { resultTypes: ["violations"], ...options }).then(({ passes, violations }) => done(
  [passes.length, violations.filter(({ impact }) => ["serious", "critical"].includes(impact))
    .flatMap(({ id, nodes }) => nodes.map(({ target, any, all, none }) =>
      [id, target.join(" "), [...any, ...all, ...none][0].message]))]),
  (error) => done([0, [["axe", "", String(error)]]]));
"""

TWICE: Final = """
const seen = new Set(), twice = new Set();
for (const { id } of document.querySelectorAll("[id]")) (seen.has(id) ? twice : seen).add(id);
return [...twice];
"""


def serious_findings(page: Chrome, options: dict[str, Any] = BUT_IDS) -> list[list[str]]:
    """List what is serious or critical for assistive technology: the rule, the element and what is wrong with it."""
    passed, found = page.execute_async_script(SERIOUS, options)
    assert found or passed > (0 if "runOnly" in options else 10)  # it had something to look at
    return [*found, *(["duplicate-id", f"#{name}", "stands twice"] for name in page.execute_script(TWICE))]
