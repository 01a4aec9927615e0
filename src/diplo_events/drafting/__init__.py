"""Drafts of encodings: rules find passages, speakers, time words, meetings; what has to be judged stays open."""

from diplo_events.drafting._draft import draft, draft_all
from diplo_events.drafting._people import slug

__all__ = ["draft", "draft_all", "slug"]
