"""The public strategies: they reach the corners, keep the rules, and say what is missing."""

import contextlib
import importlib.util
import re
import sys
import typing
from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

import attrs
import pytest
from hypothesis import HealthCheck, Phase, find, given
from hypothesis import strategies as st
from hypothesis.errors import NoSuchExample

import diplo_events
from diplo_events import (
    Dataset,
    FrozenMap,
    Issue,
    MissingExtraError,
    Place,
    Quantity,
    Quote,
    Source,
    Span,
    Statement,
    Unit,
    load_example,
    strategies,
)
from diplo_events.model import EventRecord
from diplo_events.model.frozen_map import forbidden
from diplo_events.model.quantity import upper_end
from diplo_events.schema import RECORD_TYPES, references
from diplo_events.strategies._fields import NASTY_TEXTS, date_texts, is_date
from each_case import each_case
from profiles import examples

EXAMPLE = load_example()
CLASSES = {
    name: getattr(strategies, name)
    for name in strategies.__all__
    if name not in {"texts", "ids", "event_dates", "frozen_maps", "perturbed", "datasets", "records"}
}


def reaches(strategy: st.SearchStrategy[Any], condition: Any, *, tries: int = 2000) -> bool:
    """Whether a strategy draws something of a kind."""
    quickly = examples(
        tries,
        phases=[Phase.generate],
        database=None,
        derandomize=True,
        suppress_health_check=list(HealthCheck),
    )
    try:
        find(strategy, condition, settings=quickly)
    except NoSuchExample:
        return False
    return True


class TestTexts:
    @pytest.mark.slow
    @each_case(
        "pattern",
        [
            *(r"[“”«»‘’]", "[\u0300-\u036f]", "[\U00010000-\U0010ffff]", "[\u0590-\u05ff]", r"^ ", r" $", r"\n", r"\t"),
            *(r"^(?:NO|null|~|12:30|2025-09-04|- a|# x|'|0o17|\.inf|1e3)$", "\ufeff", "\u2028"),
        ],
    )
    def test_reach_what_formats_get_wrong(self, pattern: str) -> None:
        assert reaches(strategies.texts(), lambda text: re.search(pattern, text))

    @given(strategies.texts())
    def test_are_texts_that_a_record_may_hold(self, text: str) -> None:
        assert Issue(id="i", label=text, proposition=text).label == text
        assert not forbidden().search(text)

    def test_nasty_ones_are_all_allowed(self) -> None:
        assert all(Issue(id="i", label=text, proposition=text) for text in NASTY_TEXTS)
        assert len(set(NASTY_TEXTS)) == len(NASTY_TEXTS)


class TestDates:
    @pytest.mark.slow
    @each_case(
        ("kind", "level"),
        [
            ("date", 0),
            ("date", 1),
            ("date", 2),
            ("interval", 0),
            ("interval", 1),
            ("interval", 2),
            ("one_of", 2),
            ("all_of", 2),
        ],
    )
    def test_reach_all_kinds_and_levels(self, kind: str, level: int) -> None:
        assert reaches(strategies.event_dates(), lambda date: (date.kind, date.level) == (kind, level))

    @pytest.mark.slow
    @each_case("pattern", [r"^Y", r"T.*Z$", r"/\.\.", r"^/", r"X", r"[?~%]", r"^-", r"-2[1-4]", r"S\d"])
    def test_reach_all_ways_of_writing(self, pattern: str) -> None:
        assert reaches(strategies.event_dates(), lambda date: re.search(pattern, str(date)))

    @pytest.mark.slow
    def test_few_texts_are_thrown_away(self) -> None:
        assert reaches(date_texts(), lambda text: not is_date(text))
        seen: list[bool] = []

        @examples(300)
        @given(date_texts())
        def count(text: str) -> None:
            seen.append(is_date(text))

        count()
        assert sum(seen) > 0.85 * len(seen)


class TestClasses:
    def test_every_public_class_has_a_strategy(self) -> None:
        model = {
            cls
            for name in diplo_events.__all__
            if attrs.has(cls := getattr(diplo_events, name)) and cls.__module__.startswith("diplo_events.model")
        }
        made = {typing.get_args(typing.get_type_hints(strategy)["return"])[0] for strategy in CLASSES.values()}
        assert made == model

    @each_case("name", CLASSES)
    def test_draws_its_class_and_refuses_other_fields(self, name: str) -> None:
        strategy = CLASSES[name]
        (cls,) = typing.get_args(typing.get_type_hints(strategy)["return"])
        assert reaches(strategy(), lambda value: type(value) is cls, tries=5)
        with pytest.raises(TypeError, match=rf"{cls.__name__} has no field 'zzzz'; see its fields"):
            strategy(zzzz=st.none())

    def test_a_misspelt_field_is_suggested(self) -> None:
        with pytest.raises(TypeError, match=r"Statement has no field 'speeker'; did you mean 'speakers'\?"):
            strategies.statements(speeker=st.just("a"))

    @given(strategies.statements(speakers=st.just(("france",))))
    def test_fields_can_be_given(self, statement: Statement) -> None:
        assert statement.speakers == ("france",)
        assert statement.acts  # there must be one

    @given(strategies.spans(start=st.just(5), end=st.integers(0, 9)))
    def test_fields_give_way_where_they_must(self, span: Span) -> None:
        assert span.start == 5 < span.end <= 9

    @given(strategies.places(country=st.just("UA"), subdivision=st.just("FR-75")))
    def test_divisions_are_those_of_the_country(self, place: Place) -> None:
        assert place.subdivision == "UA-75"

    @given(strategies.quantities(unit=st.just(Unit.SHARE)))
    def test_shares(self, extent: Quantity) -> None:
        assert 0 <= extent.low <= upper_end(extent) <= 1
        assert extent.high is None or extent.high <= 1

    @given(strategies.quotes(text=st.just("𝔘!")))
    def test_quotes_are_as_long_as_their_spans(self, quote: Quote) -> None:
        assert quote.span.end - quote.span.start == 2

    @given(strategies.sources(length=st.just(1)))
    def test_sources_are_as_long_as_they_must_be(self, source: Source) -> None:
        assert source.length == max(1, *(passage.span.end for passage in source.uncoded), 0)

    def test_ids_reach_their_longest_and_what_looks_like_something_else(self) -> None:
        assert reaches(strategies.ids(), lambda key: len(key) == 200)
        assert reaches(strategies.ids(), lambda key: key == "no")
        assert reaches(strategies.ids(), lambda key: re.search(r"[._/-]{2}", key))

    @pytest.mark.parametrize("kind", [bool, int, float, str, tuple, FrozenMap, type(None)])
    def test_maps_reach_every_kind_of_json(self, kind: type) -> None:
        assert reaches(strategies.frozen_maps(), lambda kept: any(type(value) is kind for value in kept.values()))

    @pytest.mark.slow
    def test_records_are_of_every_type(self) -> None:
        seen: set[type] = set()

        def is_the_last(record: object) -> bool:
            seen.add(type(record))
            return len(seen) == len(RECORD_TYPES)

        assert reaches(strategies.records(), is_the_last), {*RECORD_TYPES.values()} - seen


class TestPerturbed:
    @pytest.mark.slow
    @examples(50)
    @given(strategies.perturbed(EXAMPLE.records))
    def test_are_records_with_a_few_other_fields(self, record: Any) -> None:
        original = EXAMPLE[record.id]
        assert type(record) is type(original)
        differing = [f.name for f in attrs.fields(type(record)) if getattr(record, f.name) != getattr(original, f.name)]
        assert len(differing) <= 5  # three that were chosen, and those that follow from them

    def test_reach_other_values(self) -> None:
        assert reaches(strategies.perturbed(EXAMPLE.records), lambda record: record != EXAMPLE[record.id], tries=20)


CORNERS: dict[str, Callable[[Dataset], object]] = {
    "no records": lambda d: not d,
    "references to elsewhere": lambda d: d.missing,
    "several sources": lambda d: len(d.of_type(Source)) > 1,
    "extra fields": lambda d: any(record.extra for record in d.values()),
    "uncoded passages": lambda d: any(source.uncoded for source in d.of_type(Source)),
    "a header": lambda d: d.extra and d.title,
    "restatements": lambda d: any(isinstance(record, EventRecord) and record.restates in d for record in d.values()),
    "places within places": lambda d: any(place.within in d for place in d.of_type(Place)),
    "speech inside speech": lambda d: any(statement.reports for statement in d.of_type(Statement)),
    "passages of a text of known length": lambda d: any(
        statement.spans and statement.source in d and cast("Source", d[statement.source]).length
        for statement in d.of_type(Statement)
    ),
}


class TestDatasets:
    @pytest.mark.slow
    def test_reach_what_is_rare(self) -> None:
        seen: set[str] = set()
        pairs: set[tuple[type, type]] = set()

        class EnoughError(Exception):
            """All is seen."""

        @examples(120, derandomize=True, database=None, phases=[Phase.generate])
        @given(strategies.datasets())
        def collect(dataset: Dataset) -> None:
            seen.update(name for name, condition in CORNERS.items() if condition(dataset))
            for record in dataset.values():
                for reference in references(type(record), record):
                    if reference.target in dataset:
                        pairs.add((type(record), type(dataset[reference.target])))
            if (
                seen == set(CORNERS)
                and {target for _, target in pairs} == set(RECORD_TYPES.values())
                and len(pairs) > 20
            ):
                raise EnoughError

        with contextlib.suppress(EnoughError):
            collect()
        assert seen == set(CORNERS)
        assert {target for _, target in pairs} == set(RECORD_TYPES.values())
        assert len(pairs) > 20

    @pytest.mark.slow
    @examples(10)
    @given(strategies.datasets(complete=True, most=3))
    def test_complete_ones(self, dataset: Dataset) -> None:
        assert dataset.complete
        assert dataset.missing == ()
        assert all(len(dataset.of_type(cls)) <= 3 for cls in RECORD_TYPES.values())

    @pytest.mark.slow
    @examples(10)
    @given(strategies.datasets(complete=False))
    def test_partial_ones(self, dataset: Dataset) -> None:
        assert not dataset.complete


def test_without_hypothesis_the_error_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "hypothesis", None)
    spec = importlib.util.spec_from_file_location(
        "strategies_again", Path(strategies.__file__).with_name("_records.py")
    )
    assert spec is not None
    assert spec.loader is not None
    with pytest.raises(
        MissingExtraError, match=r"needs the extra 'hypothesis': pip install 'diplo-events\[hypothesis\]'"
    ):
        spec.loader.exec_module(importlib.util.module_from_spec(spec))


def test_the_package_itself_does_not_import_them() -> None:
    package = Path(diplo_events.__file__).parent
    importing = [
        path.parent.name
        for path in package.rglob("*.py")
        if re.search(r"^\s*(?:from|import) .*\b(?:hypothesis|strategies)\b", path.read_text(), re.MULTILINE)
    ]
    assert set(importing) == {"strategies"}
