"""The page to code a text on: one self-contained HTML page, or the same page saving to a file on this machine."""

from diplo_events.coding_page._page import build
from diplo_events.coding_page._server import CodingServer, serve

__all__ = ["CodingServer", "build", "serve"]
