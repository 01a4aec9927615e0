"""Drafts of encodings: rules find passages, speakers, time words, meetings; what has to be judged stays open."""

from diplo_events.drafting._draft import draft, draft_all
from diplo_events.drafting._from_words import draft_words
from diplo_events.drafting._placing import Words
from diplo_events.drafting._records.people import slug

__all__ = ["Words", "draft", "draft_all", "draft_words", "slug"]
