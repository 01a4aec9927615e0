"""The proof in a JSON or YAML file: `closed` in front promises `end`, with a count of records and a digest of the rest.

The digest is of the data, not of the bytes: a file that was only laid out anew still has its proof.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping
from typing import Any, Final, cast

from diplo_events.errors import Problem, shown
from diplo_events.schema import COLLECTIONS

__all__ = ["CLOSED", "END", "SORTED", "is_proven", "proof_problems", "with_proof", "without_proof"]

CLOSED: Final = "closed"
"""The field that promises the proof. It comes first, so that no cut leaves a header without the promise."""

END: Final = "end"
"""The field with the proof, the last of a file."""

SORTED: Final = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))
"""Writes what is hashed."""


def with_proof(document: Mapping[str, Any]) -> dict[str, Any]:
    """Return a document with its proof, as files have it.

    >>> with_proof({"title": "A"})["end"]["sha256"][:16]
    '56b287a0f3d3e8a4'
    """
    whole = {CLOSED: True, **document}
    return {**whole, END: truth_of(whole)}


def without_proof(document: Mapping[str, Any]) -> dict[str, Any]:
    """Return a document without its proof, if it has one."""
    return {name: value for name, value in document.items() if name not in {CLOSED, END}}


def is_proven(document: Mapping[str, Any]) -> bool:
    """Whether a document has the proof that it should have, or neither proof nor promise."""
    if CLOSED not in document and END not in document:
        return True
    return not any(proof_problems(document))


def proof_problems(document: Mapping[str, Any], truth: Mapping[str, object] | None = None) -> Iterator[Problem]:
    """Compare a document with its proof. One that has neither proof nor promise, made by hand, has no problem.

    Args:
        document: The document.
        truth: Its true proof, if that is known already; the document may then lack its records.
    """
    promised = document.get(CLOSED, False)
    if type(promised) is not bool:
        yield Problem(path=CLOSED, expected="true or false", found=shown(promised), hint="remove the field")
    if END not in document:
        if promised is True:
            hint = f"the file is cut off; get it again, or remove {CLOSED!r}"
            yield Problem(path=CLOSED, expected=f"{END!r} at the end of the file, as promised", found="none", hint=hint)
        return
    proof: object = document[END]
    truth = truth or truth_of(document)
    content = cast("dict[str, Any]", proof) if isinstance(proof, dict) else {}
    if content != truth or type(content["records"]) is not int:
        found = ", ".join(f"{name} {shown(value)}" for name, value in sorted(content.items())[:4]) or shown(proof)
        expected = f"records {truth['records']}, sha256 {truth['sha256']!r}"
        hint = f"the file was cut or altered; get it again, or remove {CLOSED!r} and {END!r} if the changes are yours"
        yield Problem(path=END, expected=expected, found=found, hint=hint)


def truth_of(document: Mapping[str, Any]) -> dict[str, object]:
    """Return the true proof of a document."""
    lists: list[list[Any]] = [value for name in COLLECTIONS if isinstance(value := document.get(name), list)]
    return {"records": sum(map(len, lists)), "sha256": digest(document)}


def digest(document: Mapping[str, Any]) -> str | None:
    """Return the SHA-256 of a document without its proof, as JSON with sorted keys, without spaces, in UTF-8.

    It is written record by record, so that the whole text is never in memory. Data that JSON cannot hold have none.
    """
    state = hashlib.sha256()
    try:
        for text in pieces({name: value for name, value in document.items() if name != END}):
            state.update(text.encode("utf-8", "surrogatepass"))
    except (TypeError, ValueError, RecursionError):
        return None
    return state.hexdigest()


def pieces(document: Mapping[str, Any]) -> Iterator[str]:
    """Return the text of a document in pieces, of a list item by item."""
    yield "{"
    for index, (name, value) in enumerate(sorted(document.items())):
        yield f"{',' if index else ''}{SORTED.encode(name)}:"
        if isinstance(value, list):
            yield "["
            for position, item in enumerate(value):
                yield f"{',' if position else ''}{SORTED.encode(item)}"
            yield "]"
        else:
            yield SORTED.encode(value)
    yield "}"
