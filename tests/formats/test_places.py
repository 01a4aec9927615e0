"""Places of values in a text: found by path, and kept without a copy of the keys above."""

import tracemalloc
from collections.abc import Callable

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from diplo_events import Dataset, NotReadableError
from diplo_events.converter import MOST_UNKNOWN
from diplo_events.errors import Location
from diplo_events.formats import json, yaml
from diplo_events.formats._places import MOST_TRIED, Places
from diplo_events.schema import LONGEST_PART, path_text, short_part

KEYS = st.sampled_from(["a", "a.b", "b", "a[0]", "", ".", "[0]", "b.a"])


def places() -> Places:
    return Places(lambda index: Location(column=index))


@example({"a": None, "": None, ".": None})
@given(st.recursive(st.none(), lambda inner: st.dictionaries(KEYS, inner, max_size=3) | st.lists(inner, max_size=3)))
def test_each_value_is_found_by_its_path_whatever_its_keys(data: object) -> None:
    tree = places()
    expected: dict[str, set[int]] = {}
    counter = iter(range(10_000))

    def keep(value: object, place: object, part: str | int, path: tuple[str | int, ...]) -> None:
        index = next(counter)
        expected.setdefault(path_text(path), set()).add(index)
        if isinstance(value, dict | list):
            inner = place.open(part, index)
            for key, item in value.items() if isinstance(value, dict) else enumerate(value):
                keep(item, inner, key, (*path, key))
        else:
            place.keep(part, index)

    keep(data, tree.top, "", ())
    for path, indexes in expected.items():
        assert tree[path].column in indexes
        assert tree.nearest(path) == tree[path] or tree.nearest(path).column in indexes
    assert tree.by_path().keys() == expected.keys()
    with pytest.raises(KeyError):
        tree["nowhere"]


def test_a_path_that_very_many_can_have_takes_no_endless_time() -> None:
    tree = places()
    ways = [tree.top.open("", 0)]
    for _ in range(12):
        ways = [way.open(key, 1) for way in ways for key in ("a", "a.a")]
    assert 2 ** len(ways) > MOST_TRIED
    assert tree.nearest("a." * 30 + "x") == Location(column=1)


def test_long_keys_are_shortened_in_paths() -> None:
    key = "k" * 1000
    assert path_text(("a", key, 0)) == f"a.{'k' * (LONGEST_PART - 1)}…[0]"
    assert short_part("k" * LONGEST_PART) == "k" * LONGEST_PART
    with pytest.raises(NotReadableError) as caught:
        json.loads(f'{{"format_version": "1.0", "extra": {{"{key}":\n [1, NaN]}}}}', file="f")
    assert str(caught.value).startswith(f"f:2:6: extra.{'k' * (LONGEST_PART - 1)}…[1]: expected a finite number")


@pytest.mark.parametrize(
    ("read", "text"),
    [
        (json.loads, f'{{"format_version": "1.0", "extra": {{"{"k" * 50_000}": [{"1," * 25_000}NaN]}}}}'),
        (json.loads, f'{{"format_version": "1.0", "extra": {{"{"k" * 50_000}": [{"NaN," * 2_500}NaN]}}}}'),
        (yaml.loads, f"format_version: '1.0'\nextra:\n  ? {'k' * 50_000}\n  : [{'1,' * 5_000}1e999]\n"),
    ],
)
@pytest.mark.slow
def test_a_long_key_costs_no_more_memory_than_many_values(read: Callable[[str], Dataset], text: str) -> None:
    tracemalloc.start()
    with pytest.raises(NotReadableError, match="k…"):
        read(text)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 120 * len(text)


@pytest.mark.parametrize("place", ["record", "header"])
def test_of_very_many_unknown_fields_the_first_are_listed(place: str) -> None:
    fields = ", ".join(f'"f{number}": 1' for number in range(MOST_UNKNOWN + 1_234))
    issue = f'"issues": [{{"id": "i", "label": "L", "proposition": "P.", {fields}}}]'
    with pytest.raises(NotReadableError) as caught:
        json.loads(f'{{"format_version": "1.0", {issue if place == "record" else fields}}}')
    messages = [str(problem) for problem in caught.value.problems]
    assert len(messages) == MOST_UNKNOWN + 1
    (more,) = [message for message in messages if "1,234 more unknown fields" in message]
    assert more.endswith("only the first of them are listed")
