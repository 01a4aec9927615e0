"""`Header`: what a dataset says about itself, and the check of it."""

import re
from typing import Any, Final

import attrs

from diplo_events._internal.by_fields import ByFields
from diplo_events.errors import DatasetError, Problem, shown
from diplo_events.model import FrozenMap
from diplo_events.model.field_rules import problems_in
from diplo_events.model.frozen_map import freeze_map
from diplo_events.schema import FORMAT_VERSION, fields

__all__ = ["HEADER", "Header", "header_values"]


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Header(ByFields):
    """What a dataset says about itself: the fields that stand in front of its records in a file."""

    format_version: str = FORMAT_VERSION
    """The version of the file format that the dataset came in: this library's, or a newer minor version."""
    title: str | None = None
    """The name of the dataset."""
    description: str | None = None
    """What the dataset contains."""
    version: str | None = None
    """The version of the data."""
    license: str | None = None
    """The licence of the data, as an SPDX expression."""
    citation: str | None = None
    """How to cite the dataset."""
    complete: bool = True
    """Whether the dataset refers only to records that it holds itself."""
    extra: FrozenMap[Any] = attrs.field(default=FrozenMap(), converter=freeze_map)
    """The user's own fields, any JSON; kept through every round trip."""

    def __attrs_post_init__(self) -> None:
        check_header(self)


FORMAT_VERSIONS: Final = rf"{FORMAT_VERSION.partition('.')[0]}\.(?:0|[1-9][0-9]{{0,3}})"
"""The versions that this library can write: its own major version, each in its one canonical form."""


def check_header(header: Header) -> None:
    """Check the header of a dataset.

    Raises:
        DatasetError: some fields have values that they cannot hold; all of them are listed.
    """
    problems: list[Problem] = []
    version: object = header.format_version
    if type(version) is not str or not re.fullmatch(FORMAT_VERSIONS, version):
        expected = f"a format version in quotes, such as {FORMAT_VERSION!r}"
        problems.append(Problem(path="format_version", expected=expected, found=shown(version)))
    for field in HEADER[1:]:
        problems.extend(problems_in(getattr(header, field.name), field.node, field.name))
    if problems:
        raise DatasetError(problems)


def header_values(dataset: Header) -> dict[str, Any]:
    """Return the values of the header of a dataset, by name."""
    return {field.name: getattr(dataset, field.name) for field in HEADER}


HEADER: Final = fields(Header)
"""The fields of a header, in the order in which files have them."""
