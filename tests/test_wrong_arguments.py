"""Every public function refuses a wrong option, or a text in the place of a date or a class, and says what to write."""

import re
from collections.abc import Callable, Iterator
from typing import Any, Literal, get_args, get_origin

import pytest

from diplo_events import EventDate, Meeting, load_example
from diplo_events.analysis import (
    OfType,
    When,
    affiliation,
    agreement_network,
    build_series,
    find,
    mentions,
    one_mode,
    stance_matrix,
    ties,
    windows,
)
from diplo_events.coding.calendars import TimeWords
from diplo_events.coding.variables import keys_of, variables_of
from diplo_events.corroboration.attestations import ends_before
from diplo_events.corroboration.fields import compared_fields, holds_list
from diplo_events.corroboration.verdicts import corroborate
from diplo_events.dates.in_words import date_in_words
from diplo_events.dates.limits import clock_range, conflict, lies_within, limits_of, shared_range
from diplo_events.dates.relative import resolve
from diplo_events.drafting.by_model import ModelServer, draft_by_model
from diplo_events.errors import ArgumentError, ArgumentTypeError
from diplo_events.hierarchy import children_in, parents_in, representatives, represents
from diplo_events.lookup import find_id, matches
from diplo_events.referents import find_referents, iter_referents
from diplo_events.report.html import html_report, sections
from each_case import each_case
from public_arguments import public_arguments

EXAMPLE = load_example()
DATE = EventDate.parse("2025-09-04")
MENTIONS = mentions(EXAMPLE)
SERVER = ModelServer(endpoint="http://127.0.0.1", model="none")
Calls = dict[str, Callable[[Any], object]]

OPTIONS: Calls = {
    "analysis.network.affiliation.aggregation": lambda word: affiliation(MENTIONS, aggregation=word),
    "analysis.network.affiliation.normalization": lambda word: affiliation(MENTIONS, normalization=word),
    "analysis.network.mentions.of": lambda word: mentions(EXAMPLE, of=word),
    "analysis.network.mentions.representatives": lambda word: mentions(EXAMPLE, representatives=word),
    "analysis.agreement_network.agreement_network.normalization": lambda word: agreement_network(
        MENTIONS, normalization=word
    ),
    "analysis.network.mentions.qualifier": lambda word: mentions(EXAMPLE, qualifier=word),
    "analysis.network.mentions.duplicates": lambda word: mentions(EXAMPLE, duplicates=word),
    "analysis.network.one_mode.nodes": lambda word: one_mode(MENTIONS, nodes=word),
    "analysis.network.one_mode.aggregation": lambda word: one_mode(MENTIONS, aggregation=word),
    "analysis.network.one_mode.normalization": lambda word: one_mode(MENTIONS, normalization=word),
    "analysis.ties.ties.of": lambda word: ties(EXAMPLE, of=word),
    "analysis.network_windows.windows.certainty": lambda word: list(windows(MENTIONS, days=9, certainty=word)),
    "analysis.query.When.relation": lambda word: When(word, DATE),
    "analysis.query.find.certainty": lambda word: find(EXAMPLE, OfType(Meeting), certainty=word),
    "analysis.stances.stance_matrix.certainty": lambda word: stance_matrix(EXAMPLE, certainty=word),
    "coding.calendars.TimeWords.resolved.direction": lambda word: TimeWords("today", "gregorian").resolved(DATE, word),
    "dates.relative.resolve.direction": lambda word: resolve("today", DATE, direction=word),
    "dates.relative.resolve.calendar": lambda word: resolve("today", DATE, calendar=word),
}
"""Each option, and a call in which it is the only thing that varies."""

DATES: Calls = {
    "analysis.network_windows.windows.within": lambda date: list(windows(MENTIONS, days=1, within=date)),
    "analysis.query.When.date": lambda date: When("within", date),
    "coding.calendars.TimeWords.resolved.base": lambda date: TimeWords("today", "gregorian").resolved(date, "past"),
    "analysis.stance_series.build_series.at": lambda date: build_series(EXAMPLE, at=date),
    "analysis.stances.stance_matrix.at": lambda date: stance_matrix(EXAMPLE, at=date),
    "corroboration.attestations.ends_before.left": lambda date: ends_before(date, DATE),
    "corroboration.attestations.ends_before.right": lambda date: ends_before(DATE, date),
    "dates.in_words.date_in_words.date": date_in_words,
    "dates.limits.clock_range.date": clock_range,
    "dates.limits.conflict.dates": lambda date: conflict([date]),
    "dates.limits.limits_of.dates": lambda date: limits_of([date]),
    "dates.limits.lies_within.inner": lambda date: lies_within(date, DATE),
    "dates.limits.lies_within.outer": lambda date: lies_within(DATE, date),
    "dates.limits.shared_range.dates": lambda date: shared_range([date]),
    "dates.relative.resolve.published": lambda date: resolve("today", date),
    "drafting.by_model.draft_by_model.published": lambda date: draft_by_model([], server=SERVER, published=date),
    "hierarchy.children_in.at": lambda date: children_in(EXAMPLE.records, at=date),
    "hierarchy.parents_in.at": lambda date: parents_in(EXAMPLE, at=date),
    "hierarchy.representatives.at": lambda date: representatives(EXAMPLE, "russia", at=date),
    "hierarchy.represents.at": lambda date: represents(EXAMPLE, "russia", at=date),
    "report.html.html_report.at": lambda date: html_report(EXAMPLE, at=date),
    "report.html.sections.at": lambda date: list(sections(EXAMPLE, at=date)),
}
"""Each argument that is a date, or several dates, and a call in which it is the only thing that varies."""

CLASSES: Calls = {
    "analysis.query.OfType.type_": OfType,
    "coding.variables.keys_of.type_": keys_of,
    "coding.variables.variables_of.type_": variables_of,
    "corroboration.fields.compared_fields.type_": compared_fields,
    "corroboration.fields.holds_list.type_": lambda type_: holds_list(type_, "when"),
    "corroboration.verdicts.corroborate.type_": lambda type_: corroborate(EXAMPLE, type_),
    "lookup.find_id.types": lambda type_: find_id(EXAMPLE, "Moscow", type_),
    "lookup.matches.types": lambda type_: matches(EXAMPLE, "Moscow", type_),
    "referents.find_referents.type_": lambda type_: find_referents(EXAMPLE, type_),
    "referents.iter_referents.type_": lambda type_: list(iter_referents(EXAMPLE, type_)),
}
"""Each argument that is a class of records, and a call in which it is the only thing that varies."""

OF_THE_SCHEMA = re.compile(
    r"schema\.|model\.nodes\.|model\.field_rules\.|formats\.(?:arrow_records|columns|located)\.|converter\.|formats\.linked_data\.terms\."
)
"""What takes any class that has fields: classes of the user's own, as well."""


def arguments(wanted: Callable[[Any], bool]) -> Iterator[str]:
    """List the arguments whose annotation is wanted."""
    return (
        name for name, parameter in public_arguments() if wanted(parameter.annotation) and not OF_THE_SCHEMA.match(name)
    )


def test_every_option_date_and_class_is_tried_here() -> None:
    assert sorted(OPTIONS) == sorted(arguments(lambda annotation: get_origin(annotation) is Literal))
    assert sorted(DATES) == sorted(arguments(lambda annotation: "EventDate" in str(annotation)))
    assert sorted(CLASSES) == sorted(arguments(lambda annotation: get_origin(annotation) is type))


@each_case("name", OPTIONS)
def test_a_wrong_option_gets_the_list_or_a_suggestion(name: str) -> None:
    (annotation,) = [parameter.annotation for full, parameter in public_arguments() if full == name]
    words = get_args(annotation)
    for word in words:
        OPTIONS[name](word)
        with pytest.raises(ArgumentError, match=rf"found '{word}x'; did you mean '\w+'\?$"):
            OPTIONS[name](f"{word}x")
    with pytest.raises(ArgumentError, match=f"expected {name.rpartition('.')[2]} to be {', '.join(words[:-1])} or"):
        OPTIONS[name]("qqqq")


@each_case("name", DATES)
def test_a_text_is_no_date(name: str) -> None:
    DATES[name](DATE)
    with pytest.raises(ArgumentTypeError, match=r"EventDate, found '2025-09'; write EventDate\.parse\('2025-09'\)"):
        DATES[name]("2025-09")


@each_case("name", CLASSES)
def test_a_text_is_no_class(name: str) -> None:
    with pytest.raises(
        ArgumentTypeError, match=r"found 'meeting'; write Meeting, the class itself$|the classes, found"
    ):
        CLASSES[name]("meeting")
