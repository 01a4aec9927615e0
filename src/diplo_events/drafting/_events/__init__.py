"""Meetings, deeds, votes and claims that a text may report, and who takes part."""
