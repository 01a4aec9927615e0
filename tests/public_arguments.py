"""The arguments of all public functions, methods and predicates, for tests that go through all of them."""

import importlib
import inspect
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import attrs

import diplo_events
from diplo_events import Dataset
from diplo_events.analysis import Predicate


def public_modules() -> Iterator[str]:
    """List the modules without an underscore, but for those that need an extra only to draw test data."""
    root = Path(diplo_events.__file__).parent
    for path in sorted(root.rglob("*.py")):
        parts = path.relative_to(root).with_suffix("").parts
        if not any(part.startswith("_") for part in parts[:-1]) and not parts[-1].startswith("_"):
            yield ".".join(parts)


def callables(module: str) -> Iterator[tuple[str, Callable[..., Any]]]:
    """List the public functions and methods that a module defines, and the constructors of its predicates.

    Records and results have fields that hold ids; the methods of `Dataset`, a mapping, take ids as its keys are.
    """
    loaded = importlib.import_module(f"diplo_events.{module}")
    for name in loaded.__all__:
        value = getattr(loaded, name)
        if getattr(value, "__module__", None) != loaded.__name__ or value is Dataset:
            continue
        if inspect.isfunction(value):
            yield name, value
        elif inspect.isclass(value):
            if issubclass(value, Predicate) and attrs.has(value):
                yield name, value
            for own, method in vars(value).items():
                function = getattr(method, "__func__", method)
                if not own.startswith("_") and inspect.isfunction(function):
                    yield f"{name}.{own}", function


def public_arguments() -> Iterator[tuple[str, inspect.Parameter]]:
    """List the arguments of all of them, each with its full name."""
    for module in public_modules():
        for name, function in callables(module):
            for parameter in inspect.signature(function).parameters.values():
                yield f"{module}.{name}.{parameter.name}", parameter
