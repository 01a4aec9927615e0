"""`typing.get_type_hints` resolves whatever the public functions, methods and classes are annotated with.

Tools that read annotations at run time need that: makers of forms, of command lines, of documentation.
"""

import functools
import importlib
import inspect
import pkgutil
import typing
from collections.abc import Callable, Iterator
from types import ModuleType
from typing import Any, Final

import duckdb
import pandas as pd
import polars as pl
import pytest

import diplo_events
from diplo_events import MissingExtraError
from diplo_events.analysis.places import locate
from diplo_events.drafting.gazetteer import Gazetteer
from diplo_events.report import html_report

EXTRAS: Final = {"duckdb": duckdb, "pd": pd, "pl": pl}
"""The libraries that conversions of tables import when they are called, by the names that annotations have for them."""

GENERATED: Final = "<attrs generated"
"""How the file of a method begins that attrs has written: it repeats the annotations of the class."""


def public_modules() -> Iterator[ModuleType]:
    """Import the modules without an underscore, but for those whose extra is not installed."""
    for found in pkgutil.walk_packages(diplo_events.__path__, "diplo_events.", onerror=lambda _name: None):
        if not any(part.startswith("_") for part in found.name.split(".")):
            try:
                yield importlib.import_module(found.name)
            except MissingExtraError:
                continue


def functions_of(cls: type) -> Iterator[tuple[str, Callable[..., Any]]]:
    """List the functions in a class: methods, properties, and what attrs keeps of a cached property."""
    for name, value in vars(cls).items():
        match value:
            case classmethod() | staticmethod():
                function = value.__func__
            case property():
                function = value.fget
            case functools.cached_property():
                function = value.func
            case _:
                function = value
        if inspect.isfunction(function) and not function.__code__.co_filename.startswith(GENERATED):
            yield name, function


def annotated() -> Iterator[tuple[str, object]]:
    """List all that is public and has annotations, by its full name."""
    for module in [diplo_events, *public_modules()]:
        for name in module.__all__:
            value = getattr(module, name)
            if inspect.isclass(value):
                yield f"{module.__name__}.{name}", value
                yield from ((f"{module.__name__}.{name}.{own}", function) for own, function in functions_of(value))
            elif inspect.isfunction(value):
                yield f"{module.__name__}.{name}", value


class TestTypeHints:
    @pytest.mark.slow
    def test_of_all_that_is_public_can_be_resolved(self) -> None:
        failed = []
        names = set()
        for name, value in annotated():
            names.add(name)
            try:
                typing.get_type_hints(value, localns=EXTRAS if name.startswith("diplo_events.tables.") else None)
            except (NameError, TypeError) as error:
                failed.append(f"{name}: {error}")
        assert not failed
        assert {
            "diplo_events.analysis.places.locate",
            "diplo_events.dataset.Dataset.merge",
            "diplo_events.exporters.networkx.to_networkx",
            "diplo_events.report.html_report",
            "diplo_events.tables.to_pandas",
        } <= names

    def test_of_what_takes_a_gazetteer_is_the_public_one(self) -> None:
        for function in (locate, html_report):
            assert typing.get_type_hints(function)["gazetteer"] == Gazetteer | None
