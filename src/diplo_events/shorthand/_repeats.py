"""Repeats: what a headline or a bullet has in common with the fuller record of the body."""

from typing import Final

from diplo_events.schema import RECORD_TYPES
from diplo_events.shorthand._plain import EVENTS, Findings, Mappable, is_given, records_of

__all__ = ["fill_repeats"]

PREFIXES: Final = {f"{name}s": name.replace("_", "-") for name in RECORD_TYPES} | {"statements": "utterance"}
"""How the shared id of reports of one thing begins, by the list of the records."""


def fill_repeats(document: Mappable, findings: Findings) -> None:
    """Fill in the `canonical_id` and the date of each repeat from the record that it repeats.

    The guide to encoding asks for both: a repeat shares the `canonical_id` of what it repeats and has its time. Where
    the fuller record has no `canonical_id`, both get one that is made of its id.
    """
    known = {key: found for found in records_of(document, *EVENTS) if isinstance(key := found[2].get("id"), str)}
    for _, name, record in records_of(document, *EVENTS):
        key = record.get("restates")
        if not isinstance(key, str) or key not in known:
            continue
        fuller_path, fuller_name, fuller = known[key]
        if fuller is record or fuller_name != name:
            continue
        if not is_given(record, "canonical_id"):
            if not is_given(fuller, "canonical_id"):
                fuller["canonical_id"] = f"{PREFIXES[name]}/{key}"
                findings.note(fuller_path, f"shares the canonical_id {fuller['canonical_id']} with its repeat")
            if fuller["canonical_id"] is not None:
                record["canonical_id"] = fuller["canonical_id"]
        if not is_given(record, "when") and not is_given(record, "when_as_reported") and fuller.get("when") is not None:
            record["when"] = fuller["when"]
