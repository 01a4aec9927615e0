"""A stance inside the statement that shows it, made into the position of its own that it is."""

from collections.abc import Iterator
from typing import Any, Final

from diplo_events.errors import shown, suggestion
from diplo_events.formats.short_form import CALENDAR
from diplo_events.model import Position
from diplo_events.schema import Path, fields, path_text
from diplo_events.shorthand._filling import fill_ids
from diplo_events.shorthand._names import Names, expand_names
from diplo_events.shorthand._plain import Findings, Mappable, Trouble, is_given, listed, mapped, records_of
from diplo_events.vocab import PositionBasis, Stance

__all__ = ["STANCE_KEYS", "expand_stances", "stances_in"]

SHARED: Final = ("source", "spans", "via", "when", "when_as_reported", "aspects", "hedge")
"""The fields that a position has from the statement that shows it."""

STANCE_KEYS: Final = tuple(
    field.name for field in fields(Position) if field.name not in {"source", "spans", "evidence"}
)
"""The fields of a stance inside a statement."""

OF_THE_STATEMENT: Final = frozenset({"source", "spans", "passage", "passages", "section", "evidence"})
"""The fields of a position that a stance has from its statement, whatever else it says."""


def expand_stances(document: Mappable, names: Names, findings: Findings) -> dict[str, str]:
    """Make the stance in a statement a position, which has the statement as its evidence.

    Returns:
        The path of each new position, with that of the stance from which it was made.
    """
    origins: dict[str, str] = {}
    made: list[tuple[Path, Mappable]] = []
    for path, _, statement in records_of(document, "statements"):
        if "stance" not in statement:
            continue
        for where, item in items_at((*path, "stance"), statement.pop("stance")):
            if (position := position_of(item, statement, where, findings)) is not None:
                expand_names(Position, position, where, names, findings)
                made.append((where, position))
    if made:
        positions = document.setdefault("positions", [])
        if not isinstance(positions, list):  # the reader says so
            return origins
        for where, position in made:
            origins[path_text(("positions", len(listed(positions))))] = path_text(where)
            listed(positions).append(position)
        fill_ids(((where, "positions", position) for where, position in made), names.ids, findings)
    return origins


def position_of(item: object, statement: Mappable, path: Path, findings: Findings) -> Mappable | None:
    """Return the position that a stance in a statement means; what is missing is for the reader to say."""
    stance: Mappable | None = {"stance": item} if isinstance(item, str) else mapped(item)
    if stance is None:
        hint = f"one of {', '.join(member.value for member in Stance)}"
        findings.trouble(
            path, Trouble("a member of Stance, or a mapping of the fields of a position", shown(item), hint)
        )
        return None
    unknown = [key for key in stance if key not in STANCE_KEYS and key != "open" and not findings.newer]
    for key in unknown:
        hint = suggestion(key, STANCE_KEYS) or f"one of {', '.join(STANCE_KEYS)}"
        if key in OF_THE_STATEMENT:
            hint = "it is that of the statement; write a position that rests on more under positions:"
        findings.trouble((*path, key), Trouble("a field of a stance", shown(key), hint))
    if unknown:
        return None
    voices = statement.get("on_behalf_of") or statement.get("speakers")
    filled: Mappable = {
        **({"id": stance["id"]} if "id" in stance else {}),
        **{key: statement[key] for key in SHARED if statement.get(key) is not None},
        **({"actor": voices[0]} if isinstance(voices, list) and len(listed(voices)) == 1 else {}),
        **({"issue": issues[0]} if len(issues := listed(statement.get("issues"))) == 1 else {}),
        **{key: value for key, value in stance.items() if not (key in {"actor", "issue"} and value is None)},
    }
    speaking = (*listed(statement.get("speakers")), *listed(statement.get("on_behalf_of")))
    calendar = (mapped(statement.get("extra")) or {}).get(CALENDAR)
    if calendar is not None and "when_as_reported" in filled and not is_given(stance, "extra"):
        filled["extra"] = {CALENDAR: calendar}
    if filled.get("actor") in speaking and not is_given(stance, "basis"):
        filled["basis"] = PositionBasis.DECLARED.value
    if not is_given(stance, "summary") and "summary" in statement:
        filled["summary"] = statement["summary"]
    filled["evidence"] = [statement.get("id")]
    for key in listed(stance.get("open")):
        if isinstance(key, str):
            filled.pop(key, None)
    return {key: value for key, value in filled.items() if value is not None}


def stances_in(document: Mappable) -> Iterator[tuple[Path, Any]]:
    """List the stances inside the statements of a document, each with its path."""
    for path, _, statement in records_of(document, "statements"):
        if "stance" in statement:
            yield from items_at((*path, "stance"), statement["stance"])


def items_at(path: Path, given: object) -> list[tuple[Path, Any]]:
    """List the one stance of a statement, or each of several, with its path."""
    return (
        [((*path, index), item) for index, item in enumerate(listed(given))]
        if isinstance(given, list)
        else [(path, given)]
    )
