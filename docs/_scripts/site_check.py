"""A hook of MkDocs: no page of the built site asks another host for anything or links to a place that is not there."""

import logging
import re
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, Final
from urllib.parse import unquote, urljoin, urlsplit

__all__ = ["Page", "broken_links", "on_config", "on_post_build", "outside_requests"]

LOG: Final = logging.getLogger("mkdocs.hooks.site_check")

LOADED: Final = {
    "audio": ("src",),
    "embed": ("src",),
    "form": ("action",),
    "iframe": ("src",),
    "image": ("href", "xlink:href"),
    "img": ("src", "srcset"),
    "input": ("src",),
    "link": ("href",),
    "object": ("data",),
    "script": ("src",),
    "source": ("src", "srcset"),
    "track": ("src",),
    "use": ("href", "xlink:href"),
    "video": ("src", "poster"),
}
"""The attributes whose address a browser asks for by itself."""

OUTSIDE: Final = re.compile(r"(?:[a-z][a-z0-9+.-]*:)?//", re.IGNORECASE)

STYLED: Final = re.compile(r"""(?:url\(\s*|@import\s+)["']?([^"')\s]+)""", re.IGNORECASE)
"""An address in a style sheet."""


def on_config(config: Any, **_rest: Any) -> None:  # noqa: ANN401  (MkDocs' signature)
    """Leave out the theme's page for what is not there: its addresses hold at the root of a host only."""
    config["theme"].static_templates.discard("404.html")


def on_post_build(config: Any, **_rest: Any) -> None:  # noqa: ANN401  (MkDocs' signature)
    """Check the site; with `--strict`, what is found fails the build."""
    folder = Path(config["site_dir"])
    texts = {path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("*"))}
    pages = {name: Page.of(path.read_text(encoding="utf-8")) for name, path in texts.items() if path.suffix == ".html"}
    styles = {name: path.read_text(encoding="utf-8") for name, path in texts.items() if path.suffix == ".css"}
    for problem in (*outside_requests(pages, styles), *broken_links(pages, texts)):
        LOG.warning("%s", problem)


class Page(HTMLParser):
    """What the check needs to know of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.loads: list[str] = []
        """The addresses that a browser asks for by itself."""
        self.links: list[str] = []
        """The addresses that a reader can go to."""
        self.anchors: set[str] = set()
        """The places in the page that a link can lead to."""
        self.twice: list[str] = []
        """The anchors that mark more than one place."""
        self.in_style = False

    @classmethod
    def of(cls, html: str) -> "Page":
        """Read a page."""
        page = cls()
        page.feed(html)
        page.close()
        return page

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the addresses and the anchor of an element."""
        values = {name: value or "" for name, value in attrs}
        self.in_style = tag == "style"
        canonical = tag == "link" and values.get("rel") in {"canonical", "next", "prev"}
        for name in LOADED.get(tag, ()) if not canonical else ():
            self.loads.extend(part.split()[0] for part in values.get(name, "").split(",") if part.strip())
        self.loads.extend(STYLED.findall(values.get("style", "")))
        if tag == "a" and "href" in values:
            self.links.append(values["href"])
        for anchor in {values.get("id"), values.get("name") if tag == "a" else None} - {None, ""}:
            if anchor in self.anchors:
                self.twice.append(str(anchor))
            self.anchors.add(str(anchor))

    def handle_data(self, data: str) -> None:
        """Note the addresses in a style sheet inside the page."""
        if self.in_style:
            self.loads.extend(STYLED.findall(data))
            self.in_style = False


def outside_requests(pages: Mapping[str, Page], styles: Mapping[str, str]) -> Iterator[str]:
    """List what a browser would ask another host for.

    >>> list(outside_requests({"a.html": Page.of('<script src="//cdn.example/x.js"></script>')}, {}))
    ['a.html asks another host for //cdn.example/x.js']
    """
    asked = [(name, address) for name, page in pages.items() for address in page.loads]
    asked += [(name, address) for name, style in styles.items() for address in STYLED.findall(style)]
    for name, address in asked:
        if OUTSIDE.match(address):
            yield f"{name} asks another host for {address}"


def broken_links(pages: Mapping[str, Page], files: Mapping[str, object]) -> Iterator[str]:
    """List what leads nowhere, and anchors that mark two places.

    >>> list(broken_links({"a.html": Page.of('<p id="x"><a href="#y">there</a></p>')}, {"a.html": None}))
    ['a.html leads to #y, which is not there']
    """
    for name, page in pages.items():
        for anchor in page.twice:
            yield f"{name} has the anchor {anchor} twice"
        for link in (*page.links, *page.loads):
            address = urlsplit(link)
            if address.scheme or address.netloc:
                continue
            target = unquote(urlsplit(urljoin(name, address.path)).path) if address.path else name
            target = f"{target}index.html" if target.endswith("/") or not target else target
            anchor = unquote(address.fragment).partition("?")[0]  # a view of the explorer: the place, then its filters
            missing = target not in files
            lost = anchor and target in pages and anchor not in pages[target].anchors and not anchor.startswith("__")
            if missing or lost:
                yield f"{name} leads to {link}, which is not there"
