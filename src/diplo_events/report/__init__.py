"""What a dataset says, on the terminal and as one HTML page."""

from diplo_events.report.html import html_report
from diplo_events.report.terminal import PLAIN, Style, brief, describe

__all__ = ["PLAIN", "Style", "brief", "describe", "html_report"]
