"""The report of an import: its law, its text and its JSON."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

import profiles
from diplo_events.errors import ArgumentError, Location
from diplo_events.importers import IMPORTERS, ImportReport, import_from, importer_named
from diplo_events.importers._counting import Counting

FATES = st.lists(st.sampled_from(["made", "joined", "refused", "damaged"]), max_size=12)


@given(FATES)
@profiles.examples(40)
def test_rows_in_are_records_joined_and_refused(fates: list[str]) -> None:
    counting = Counting("icews", kept=2)
    for line, fate in enumerate(fates, 2):
        counting.rows += 1
        match fate:
            case "made":
                counting.made()
            case "joined":
                counting.joined("a copy", Location("a.tab", line))
            case _:
                counting.refused(fate, Location("a.tab", line), damaged=fate == "damaged")
    report = counting.report()
    assert report.rows == report.made + sum(report.joined.values()) + sum(report.refused.values()) == len(fates)
    assert report.has_problems is ("damaged" in fates)
    assert len(report.findings) + report.omitted == len(fates) - report.made
    assert json.loads(json.dumps(report.as_json()))["rows"] == len(fates)


def test_a_row_that_nobody_accounts_for_is_an_error() -> None:
    with pytest.raises(ArgumentError, match="to be the 2 that were read, found 1"):
        ImportReport(format="icews", rows=2, made=1)


def test_a_format_that_does_not_exist_is_answered_with_the_nearest() -> None:
    with pytest.raises(ArgumentError, match="did you mean 'icews'"):
        importer_named("icwes")


@pytest.mark.parametrize("name", IMPORTERS)
def test_an_importer_has_what_the_table_promises(name: str) -> None:
    module = importer_named(name)
    assert callable(module.read)
    assert hasattr(module, "iter_records") is IMPORTERS[name].streams
    assert module.__doc__


def test_an_option_that_an_importer_does_not_have_is_refused() -> None:
    with pytest.raises(ArgumentError, match="'icews' has no use for a folder of texts"):
        import_from("icews", "a.tab", texts="texts")
