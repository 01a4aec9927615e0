"""Drafts of encodings: rules find passages, speakers, time words, meetings; what has to be judged stays open."""

from diplo_events.drafting._draft import draft, draft_all
from diplo_events.drafting._people import slug
from diplo_events.drafting._placing import Words
from diplo_events.drafting._words import draft_words

__all__ = ["Words", "draft", "draft_all", "draft_words", "slug"]
