"""Places in JSON text that are looked up when asked for, against those of the reader that keeps all of them."""

import gc
import json
import weakref
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from diplo_events.errors import Location, NotReadableError, Problem
from diplo_events.formats._document import forget_frames, structured
from diplo_events.formats._json_places import locate
from diplo_events.formats._json_text import parse_located
from diplo_events.formats._newer import PlainRecord
from diplo_events.formats._positions import Located
from diplo_events.model import Statement
from diplo_events.schema import LONGEST_PART

KEYS = st.sampled_from(["a", "a.b", "b", "a[0]", "", ".", "[0]", "é", "k" * LONGEST_PART, "k" * 101 + "x", "k" * 101])
DATA = st.recursive(
    st.sampled_from([None, True, 0, 1.5, "a", "{", '"]', "\\"]),
    lambda inner: st.dictionaries(KEYS, inner, max_size=3) | st.lists(inner, max_size=3),
)


def outcome(read: Any, text: str) -> tuple[str, tuple[Problem, ...], dict[str, Location]]:
    """Return all that a reader finds in a text."""
    try:
        located: Located = read(text, file="x", first_line=3)
    except NotReadableError as error:
        return "", error.problems, {}
    assert located.places is not None
    return repr(located.data), located.problems, located.places.by_path()


@example(data={"k" * 101 + "x": {"a": 1}, "k" * 101: {"b": 2}}, indent=None)
@given(data=DATA, indent=st.sampled_from([None, 1, "\t"]))
def test_all_values_have_the_same_places(data: Any, indent: int | str | None) -> None:
    text = f" {json.dumps(data, indent=indent, ensure_ascii=False)} "
    assert outcome(locate, text) == outcome(parse_located, text)


@example('{"a": 1, "a": {"b": 2}}')
@example("[" * 65 + "]" * 65)
@example('{"a": NaN, "b": 99999999999999999999}')
@given(st.lists(st.sampled_from('{}[],:"a1 \\\n'), max_size=12).map("".join))
def test_what_is_wrong_with_a_text_is_said_in_the_same_words(text: str) -> None:
    assert outcome(locate, text) == outcome(parse_located, text)


def test_only_the_way_to_a_value_is_looked_up() -> None:
    located = locate('{"a": [1, [2]], "b": {"c": 3}}')
    assert located.nearest("a[1][0]") == Location(line=1, column=12)
    assert located.places is not None
    root: Any = located.places.top.children[""]
    with pytest.raises(AttributeError, match="elsewhere"):
        root.elsewhere  # noqa: B018  (it is looked for)
    assert hasattr(root.children["b"], "text")


def test_an_error_keeps_no_records() -> None:
    class Here:
        """Something in a frame below."""

    def refuse() -> "weakref.ref[Here]":
        here = Here()
        content = {"id": "s", "speakers": [7], "spans": [{"start": "x"}], "extra2": 1}
        record, problems = structured(PlainRecord(("line 2",), Statement, content))
        assert record is None
        assert len(problems) > 2
        return weakref.ref(here)

    gc.disable()
    try:
        assert refuse()() is None
    finally:
        gc.enable()


def test_frames_are_taken_from_all_that_is_in_an_error() -> None:
    first = KeyError("first")

    def refuse() -> None:
        try:
            raise first
        except KeyError:
            raise ExceptionGroup("both", [ValueError("one"), TypeError("other")]) from None

    with pytest.raises(ExceptionGroup) as refused:
        refuse()
    assert first.__traceback__ is not None
    forget_frames(refused.value)
    assert refused.value.__traceback__ is None
    assert refused.value.__context__ is first
    assert first.__traceback__ is None
