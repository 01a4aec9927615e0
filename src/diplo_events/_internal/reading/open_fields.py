"""The list of open fields of a record in a file: `open: [acts, summary]`."""

from collections.abc import Mapping
from typing import Any

import attrs

from diplo_events._internal.reading.field_examples import list_hint
from diplo_events.errors import Problem, near, shown, suggestion
from diplo_events.model import OPEN
from diplo_events.model.field_rules import Checked
from diplo_events.model.nodes import openable_names
from diplo_events.model.open_field import OPEN_KEY
from diplo_events.schema import TextNode, fields

__all__ = ["openable", "opened"]


def openable(cls: type[attrs.AttrsInstance]) -> tuple[str, ...]:
    """List the fields of a class that may be open; classes outside the model have none."""
    return openable_names(cls) if issubclass(cls, Checked) else ()


def opened(cls: type[attrs.AttrsInstance], content: Mapping[str, Any]) -> tuple[dict[str, Any], list[Problem]]:
    """Return the fields of a record with those that are open, and list what is wrong with their list."""
    plain: object = content[OPEN_KEY]
    values = {name: value for name, value in content.items() if name != OPEN_KEY}
    names: list[Any] = plain if isinstance(plain, list) else [plain]
    meant = (near(name, openable(cls)) or name for name in names if isinstance(name, str))
    values |= {name: OPEN for name in meant if name in openable(cls) and name not in content}
    if not isinstance(plain, list):
        hint = list_hint(plain, TextNode())
        return values, [Problem(path=OPEN_KEY, expected="a list", found=shown(plain), hint=hint)]
    problems: list[Problem] = []
    seen: set[str] = set()
    for index, name in enumerate(names):
        path = f"{OPEN_KEY}[{index}]"
        if isinstance(name, str) and name in seen:
            problems.append(Problem(path=path, expected="each item once", found=f"{shown(name)} again"))
        elif not isinstance(name, str) or name not in openable(cls):
            expected = f"a field of {cls.__name__} that can be open"
            problems.append(Problem(path=path, expected=expected, found=shown(name), hint=open_hint(cls, name)))
        elif name in content:
            expected, found = "the name of a field without a value", f"{shown(name)}, which has one"
            hint = f"take {name!r} out of {OPEN_KEY}, or remove its value"
            problems.append(Problem(path=path, expected=expected, found=found, hint=hint))
        else:
            seen.add(name)
    return values, problems


def open_hint(cls: type[attrs.AttrsInstance], name: object) -> str:
    """Return what to do about a name among the open fields that cannot be there."""
    if isinstance(name, str) and name in {field.name for field in fields(cls) if not field.required}:
        return f"leave it out; {name} need not have a value"
    known = openable(cls)
    return (suggestion(name, known) if isinstance(name, str) else None) or f"one of {', '.join(known)}"
