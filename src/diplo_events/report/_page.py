"""Self-contained HTML pages: elements whose text is never read as markup, one page with its style and script inside."""

import base64
import hashlib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final, TypeAlias
from xml.etree import ElementTree as ET

__all__ = ["Element", "Node", "element", "fragment", "page", "scrolling", "svg"]

Element: TypeAlias = ET.Element
"""An element of a page."""

Node: TypeAlias = ET.Element | str | None
"""What an element may hold: an element, a text, or nothing."""

ASSETS: Final = Path(__file__).with_name("assets")

NO_NETWORK: Final = (
    "default-src 'none'; style-src 'sha256-{style}'; script-src 'sha256-{script}'; "
    "img-src data:; base-uri 'none'; form-action 'none'"
)
"""The Content-Security-Policy of a page: nothing but its own style and script, known by their hashes."""


def element(tag: str, attributes: Mapping[str, str | None] | None = None, /, *children: Node) -> Element:
    """Make an element; texts among its children are shown as they are, whatever they hold.

    Attributes that are `None` are left out.

    >>> fragment(element("p", {"id": "a"}, "1 < 2 ", element("b", None, "& so on")))
    '<p id="a">1 &lt; 2 <b>&amp; so on</b></p>'
    """
    made = ET.Element(tag, {name: value for name, value in (attributes or {}).items() if value is not None})
    last: ET.Element | None = None
    for child in children:
        if isinstance(child, str):
            if last is None:
                made.text = (made.text or "") + child
            else:
                last.tail = (last.tail or "") + child
        elif child is not None:
            made.append(child)
            last = child
    return made


def svg(width: float, height: float, label: str, *children: Node) -> Element:
    """Make a drawing that scales with its place, named for those who do not see it."""
    attributes = {"viewBox": f"0 0 {width:g} {height:g}", "role": "img", "aria-label": label}
    return element("svg", attributes, element("title", None, label), *children)


def scrolling(label: str, content: Element) -> Element:
    """Wrap wide content so that it scrolls by itself, by keyboard too; the label is for those who do not see it."""
    return element("div", {"class": "scroll", "tabindex": "0", "role": "region", "aria-label": label}, content)


def fragment(root: Element) -> str:
    """Write an element as HTML."""
    return ET.tostring(root, encoding="unicode", method="html")


def page(title: str, *, language: str, body: Iterable[Node]) -> str:
    """Write a whole page that asks the network for nothing.

    Examples:
        >>> text = page("A page", language="en", body=[element("main", None, "words")])
        >>> text.startswith("<!doctype html>"), "<main>words</main>" in text
        (True, True)
    """
    style, script = (ASSETS.joinpath(name).read_text("utf-8") for name in ("report.css", "report.js"))
    policy = NO_NETWORK.format(style=digest(style), script=digest(script))
    root = element(
        "html",
        {"lang": language},
        element(
            "head",
            None,
            element("meta", {"charset": "utf-8"}),
            element("meta", {"http-equiv": "Content-Security-Policy", "content": policy}),
            element("meta", {"name": "viewport", "content": "width=device-width, initial-scale=1"}),
            element("meta", {"name": "color-scheme", "content": "light dark"}),
            element("title", None, title),
            element("style", None, style),
        ),
        element("body", None, *body, element("script", None, script)),
    )
    return f"<!doctype html>\n{fragment(root)}\n"


def digest(text: str) -> str:
    """Hash a style or a script as a Content-Security-Policy names it."""
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
