"""Self-contained HTML pages: elements whose text is never markup, and a page with its style and script inside."""

import base64
import hashlib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final, TypeAlias
from xml.etree import ElementTree as ET

from diplo_events._internal.texts.display import ISOLATE, isolated, legible
from diplo_events.report.lines import DataText

__all__ = ["Element", "Node", "bdi", "element", "fragment", "page", "scrolling", "svg"]

Element: TypeAlias = ET.Element
"""An element of a page."""

Node: TypeAlias = ET.Element | DataText | str | None
"""A child of an element: an element, a text of the data, words of the page, or nothing."""

TEXT_ONLY: Final = frozenset({"title", "option", "text", "style", "script"})
"""Elements that hold no others: in them, an isolate stays as it is in a text."""

ASSETS: Final = Path(__file__).with_name("assets")

SCRIPTS: Final = ("parts.js", "lists.js", "stances.js", "network.js", "time.js", "views.js", "links.js")
"""The parts of the page's script, in order."""

NO_NETWORK: Final = (
    "default-src 'none'; style-src 'sha256-{style}'; script-src 'sha256-{script}'; "
    "img-src data:; base-uri 'none'; form-action 'none'"
)
"""The Content-Security-Policy of a page: only its own style and script, identified by their hashes."""


def element(tag: str, attributes: Mapping[str, str | None] | None = None, /, *children: Node) -> Element:
    """Return an element; texts among its children are never markup, whatever they contain.

    In texts and attributes, what cannot be seen or turns the direction is shown as a mark. A text of the data becomes
    an element `bdi`, with its language; in an element that holds no others, it is isolated. Attributes that are `None`
    are left out.

    >>> fragment(element("p", {"id": "a"}, "1 < 2 ", element("b", None, "& so on")))
    '<p id="a">1 &lt; 2 <b>&amp; so on</b></p>'
    """
    node = ET.Element(
        tag, {name: legible_text(value) for name, value in (attributes or {}).items() if value is not None}
    )
    last: ET.Element | None = None
    for child in (node_of(child, tag) for child in children):
        if isinstance(child, str):
            if last is None:
                node.text = (node.text or "") + child
            else:
                last.tail = (last.tail or "") + child
        elif child is not None:
            node.append(child)
            last = child
    return node


def node_of(child: Node, tag: str) -> Element | str | None:
    """Return a child as it stands in an element."""
    match child:
        case DataText(text=text, language=language):
            return isolated(text) if tag in TEXT_ONLY else bdi(text, language=language)
        case str():
            return legible_text(child) if tag in TEXT_ONLY else legible(child)
        case _:
            return child


def legible_text(text: str) -> str:
    """Return a text that is legible, with its isolates."""
    return "".join(isolated(part) if at % 2 else legible(part) for at, part in enumerate(ISOLATE.split(text)))


def bdi(text: str, *, language: str | None = None) -> Element:
    """Return a text of the data that does not change the order of its neighbours, with its language if it is known.

    >>> fragment(bdi("Київ", language="uk"))
    '<bdi lang="uk">Київ</bdi>'
    """
    node = ET.Element("bdi", {"lang": language} if language else {})
    node.text = legible(text)
    return node


def svg(width: float, height: float, label: str, *children: Node) -> Element:
    """Return a drawing that scales with its container, with a label for those who do not see it."""
    attributes = {"viewBox": f"0 0 {width:g} {height:g}", "role": "img", "aria-label": label}
    return element("svg", attributes, element("title", None, label), *children)


def scrolling(label: str, content: Element) -> Element:
    """Return wide content in a frame that scrolls, also by keyboard, with a label for those who do not see it."""
    return element("div", {"class": "scroll", "tabindex": "0", "role": "region", "aria-label": label}, content)


def fragment(root: Element) -> str:
    """Return an element as HTML."""
    return ET.tostring(root, encoding="unicode", method="html")


def page(title: str, *, language: str, body: Iterable[Node]) -> str:
    """Return a whole page, which makes no network requests.

    Examples:
        >>> text = page("A page", language="en", body=[element("main", None, "words")])
        >>> text.startswith("<!doctype html>"), "<main>words</main>" in text
        (True, True)
    """
    style = ASSETS.joinpath("report.css").read_text("utf-8")
    script = "".join(ASSETS.joinpath(name).read_text("utf-8") for name in SCRIPTS)
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
    """Return the hash of a style or a script in the form of a Content-Security-Policy."""
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
