"""Tables of small cases that are one test: pytest needs more time for a test of its own than most cases do."""

import functools
import inspect
from collections.abc import Callable, Iterable
from typing import Any, Final, TypeVar

import pytest

Test = TypeVar("Test", bound=Callable[..., None])

OF_ONE_CASE: Final = {"capsys", "caplog", "monkeypatch", "recwarn", "request", "tmp_path"}
"""Fixtures that are made anew for each test, so that cases would share what belongs to one of them."""


def each_case(
    names: str | tuple[str, ...],
    values: Iterable[Any],
    *,
    ids: Callable[[Any], object] | Iterable[object] | None = None,
) -> Callable[[Test], Test]:
    """Run a test on each of many cases, and report every case that fails with its values.

    Written like `pytest.mark.parametrize`; `pytest.param` may name a case but not mark it. A case fails by whatever
    makes a test fail, and by a skip, which would hide the cases after it.
    """
    argnames = [name.strip() for name in names.split(",")] if isinstance(names, str) else list(names)
    is_single = isinstance(names, str) and len(argnames) == 1
    cases = list(values)
    named = None if ids is None or callable(ids) else [str(name) for name in ids]

    def label(number: int) -> str:
        case = cases[number]
        name = named[number] if named else getattr(case, "id", None) if _is_param(case) else None
        texts = (str(ids(one)) if callable(ids) else repr(one) for one in _values(case, is_single=is_single))
        return (name or ", ".join(texts))[:500]

    def decorate(test: Test) -> Test:
        signature = inspect.signature(test)
        others = [one for name, one in signature.parameters.items() if name not in argnames]
        if not cases or len(others) + len(argnames) != len(signature.parameters):
            raise TypeError(f"{test.__name__}: expected cases of {argnames}, which the test takes")
        if shared := OF_ONE_CASE & {one.name for one in others} or hasattr(test, "hypothesis"):
            raise TypeError(f"{test.__name__}: expected a test whose cases share nothing, found {shared}")

        @functools.wraps(test)
        def run(*args: Any, **fixtures: Any) -> None:
            failures: list[BaseException] = []
            failed: list[str] = []
            for number, case in enumerate(cases):
                arguments = dict(zip(argnames, _values(case, is_single=is_single), strict=True))
                try:
                    test(*args, **fixtures, **arguments)
                except (Exception, SystemExit, pytest.fail.Exception, pytest.skip.Exception) as error:  # noqa: BLE001 (raised below)
                    failed.append(label(number))
                    error.add_note(f"case: {failed[-1]}")
                    failures.append(error)
            if failures:
                listed = "\n".join(failed)
                raise BaseExceptionGroup(f"{len(failed)} of {len(cases)} cases failed:\n{listed}\n", failures)

        del run.__wrapped__  # pytest would ask for the arguments of the cases
        run.__signature__ = signature.replace(parameters=others)  # type: ignore[attr-defined] # Python knows it
        return run  # type: ignore[return-value] # a test like the other, but for the arguments of the cases

    return decorate


def _is_param(case: object) -> bool:
    return isinstance(case, type(pytest.param()))


def _values(case: Any, *, is_single: bool) -> tuple[Any, ...]:
    if not _is_param(case):
        return (case,) if is_single else tuple(case)
    if case.marks:
        raise TypeError(f"expected a case without marks, found {case}")
    return tuple(case.values)
