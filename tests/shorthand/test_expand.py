"""What the short form means, and what is said where it means nothing or several things."""

import copy
from typing import Any

import pytest

from diplo_events.coding.anchoring import Text
from diplo_events.coding.pages import Page
from diplo_events.coding.time_words import time_word_problems
from diplo_events.dataset import Dataset
from diplo_events.errors import NotReadableError
from diplo_events.formats import yaml
from diplo_events.formats.located import Located, dataset_of
from diplo_events.formats.plain import from_plain
from diplo_events.model import Issue, Statement
from diplo_events.shorthand import expand, expanded
from each_case import each_case

TEXT = Text(
    "texts/skerry.txt",
    "Norland turns down talks\n\n"
    "Norland’s minister, Ada Lind, said on Wednesday that her country “will not negotiate”. She ruled out talks.\n"
    "“The door stays open,” Piet Oar said. Talks may begin on Friday.\n",
)
TEXTS = {TEXT.sha256: TEXT}

BASE: dict[str, Any] = {
    "format_version": "1.0",
    "sources": [
        {"id": "skerry", "title": "Talks", "kind": "news_article", "published": "2025-09-04", "text": "skerry.txt"}
    ],
    "actors": [
        {"id": "norland", "name": "Norland", "kind": "state"},
        {"id": "lind", "name": "Ada Lind", "kind": "person"},
    ],
    "issues": [{"id": "issue/talks", "label": "Talks", "proposition": "They should talk."}],
}
STATEMENT: dict[str, Any] = {
    "passage": "Norland’s … negotiate”",
    "speakers": ["Ada Lind"],
    "acts": ["reject"],
    "summary": "No.",
    "when_as_reported": "Wednesday",
}


def document(*statements: dict[str, Any], **more: Any) -> dict[str, Any]:
    """Return a document with some statements, each with what it has that the usual one has not."""
    return copy.deepcopy({**BASE, "statements": [{**STATEMENT, **each} for each in statements], **more})


def full(*statements: dict[str, Any], **more: Any) -> list[dict[str, Any]]:
    """Return the statements of a document, expanded, after it was made a dataset."""
    whole = expand(document(*statements, **more), TEXTS)
    assert from_plain(whole)
    return list(whole["statements"])


def words(record: dict[str, Any]) -> list[str]:
    return [TEXT.content[span["start"] : span["end"]] for span in record["spans"]]


def refusal(*statements: dict[str, Any], **more: Any) -> str:
    """Return what is said of a document that cannot be expanded."""
    with pytest.raises(NotReadableError) as caught:
        expand(document(*statements, **more), TEXTS)
    return str(caught.value)


class TestPassages:
    @each_case(
        ("passage", "found"),
        [
            ("Norland’s minister, Ada Lind", "Norland’s minister, Ada Lind"),
            ("Norland’s ... Wednesday", "Norland’s minister, Ada Lind, said on Wednesday"),
            ("Norland’s…Wednesday", "Norland’s minister, Ada Lind, said on Wednesday"),
            ("She ruled …", "She ruled out talks."),
            ("… out talks", "She ruled out talks"),
            ({"words": "Norland", "nth": 2}, "Norland"),
            ({"words": "talks", "after": "She ruled"}, "talks"),
        ],
    )
    def test_are_found_by_their_words(self, passage: Any, found: str) -> None:
        (statement,) = full({"passage": passage})
        assert words(statement) == [found]

    def test_of_two_places_the_one_that_is_meant_is_found(self) -> None:
        first, second, after = full(
            {"passage": {"words": "talks", "nth": 1}}, {"passage": {"words": "talks", "nth": 2}},
            {"passage": {"words": "talks", "after": "her country"}},
        )  # fmt: skip
        assert first["spans"][0]["start"] == TEXT.content.index("talks")
        assert second["spans"] == after["spans"]
        assert second["spans"][0]["start"] == TEXT.content.rindex("talks")

    def test_can_be_several_of_one_section(self) -> None:
        (statement,) = full_without_passage(passages=["turns down", "She ruled …"], section="headline")
        assert words(statement) == ["turns down", "She ruled out talks."]
        assert {span["section"] for span in statement["spans"]} == {"headline"}

    def test_that_stand_twice_are_asked_about_with_both_places(self) -> None:
        said = refusal({"passage": "talks"})
        assert "texts/skerry.txt:1:20 ('Norland turns down [talks]')" in said
        assert "texts/skerry.txt:3:102 (" in said
        assert "write more of them, or which are meant: {words: 'talks', nth: 1}" in said

    def test_that_stand_nowhere_come_with_the_nearest_ones_and_the_difference(self) -> None:
        said = refusal({"passage": "that her country would not negotiate"})
        assert "the nearest is at texts/skerry.txt:3:49 (" in said
        assert "'would' is '“will' there" in said
        assert "'norland' is 'Norland' there" in refusal({"passage": "norland turns down"})
        assert "nothing in the text is like it" in refusal({"passage": "zebra crossing"})

    def test_whose_words_come_in_the_wrong_order_are_refused(self) -> None:
        assert "the last words do not come after the first ones" in refusal({"passage": "ruled out … turns down"})

    def test_that_cut_a_word_are_refused(self) -> None:
        assert "expected words that stand in the text, found 'Norl'" in refusal({"passage": "Norl"})
        cut = refusal({"passage": "orland turns dow"})
        assert "they cut a word: the whole words are at texts/skerry.txt:1:1 ('[Norland turns down] " in cut

    def test_that_differ_in_typography_are_noted(self) -> None:
        expansion = expanded(Located(document({"passage": "Norland's minister"})), TEXTS, Dataset(complete=False))
        assert not expansion.problems
        assert [note for note in expansion.notes if "differs in typography" in note] == [
            (
                "statements[0].passage \"Norland's minister\" differs in typography from 'Norland’s minister', "
                "which the text has"
            )
        ]

    def test_of_a_text_that_is_not_at_hand_are_one_problem(self) -> None:
        with pytest.raises(NotReadableError) as caught:
            expand(document({}, {}))
        assert len(caught.value.problems) == 1
        assert "give the folder of the texts with --texts" in str(caught.value)


def full_without_passage(**more: Any) -> list[dict[str, Any]]:
    """Return a statement without the usual passage, expanded."""
    data = document(more)
    del data["statements"][0]["passage"]
    return list(expand(data, TEXTS)["statements"])


class TestQuotes:
    def test_are_found_within_their_record(self) -> None:
        (statement,) = full({"quotes": ["will not negotiate"]})
        (quote,) = statement["quotes"]
        assert TEXT.content[quote["span"]["start"] : quote["span"]["end"]] == quote["text"] == "will not negotiate"
        assert statement["mode"] == "mixed"

    def test_elsewhere_are_refused_with_the_place(self) -> None:
        said = refusal({"quotes": ["The door stays open,"]})
        assert "expected words inside a passage of the record" in said
        assert "texts/skerry.txt:4:2 (" in said

    def test_that_run_on_after_the_passage_are_refused_with_its_end(self) -> None:
        quote = "will not negotiate”. She ruled out talks."
        assert "the passage ends before they do" in refusal({"passage": "Norland’s minister …", "quotes": [quote]})
        assert "the passage ends before" not in refusal({"quotes": ["The door stays open,"]})

    def test_keep_their_language(self) -> None:
        (statement,) = full({"quotes": [{"words": "will not negotiate", "translated_from": "no"}]})
        assert statement["quotes"][0]["translated_from"] == "no"

    def test_of_whole_clauses_are_direct(self) -> None:
        (statement,) = full({"passage": "“The … said", "quotes": ["The door stays open,"], "when_as_reported": None})
        assert statement["mode"] == "direct"


class TestWhatIsFilledIn:
    def test_numbers_go_on_from_those_that_are_there(self) -> None:
        ids = [record["id"] for record in full({}, {"id": "skerry/s07"}, {})]
        assert ids == ["skerry/s08", "skerry/s07", "skerry/s09"]

    def test_the_date_follows_from_the_words_and_the_day_of_the_text(self) -> None:
        (statement,) = full({})
        assert statement["when"] == "2025-09-03"

    def test_words_that_the_note_explains_have_no_date(self) -> None:
        (statement,) = full({"note": "Which Wednesday is not clear."})
        assert "when" not in statement

    def test_the_time_of_what_is_spoken_of_follows_on_either_side(self) -> None:
        ahead, back, none = full(
            {"about_when_as_reported": "by tomorrow"}, {"about_when_as_reported": "last week"},
            {"about_when_as_reported": "last week", "about_when": None},
        )  # fmt: skip
        assert (ahead["about_when"], back["about_when"]) == ("[2025-09-04..2025-09-05]", "[2025-08-25..2025-08-31]")
        assert "about_when" not in none
        said = refusal({"about_when_as_reported": "Friday"})
        assert "'Friday': 2025-08-29 or 2025-09-05; write about_when: with the one that is meant" in said

    def test_what_speakers_say_themselves_may_count_from_their_day(self) -> None:
        mine = {"passage": "“The … Oar said", "when": "2025-09-03", "about_when_as_reported": "today"}
        (whole,) = from_plain(expand(document({**mine, "mode": "verbatim", "when": "2025-09-04"}), TEXTS)).of_type(
            Statement
        )
        assert str(whole.about_when) == "2025-09-04"
        assert "'today': 2025-09-03 or 2025-09-04" in refusal({**mine, "mode": "verbatim"})

    def test_what_is_filled_in_is_what_check_accepts(self) -> None:
        times = ("by tomorrow", "last week", "since 2014", "from 1 August 2025", "in 2030", "the coming days")
        data = document(*({"about_when_as_reported": each} for each in times))
        dataset = from_plain(expand(data, TEXTS))
        assert [str(record.about_when) for record in dataset.of_type(Statement)][2:4] == ["2014/..", "2025-08-01/.."]
        assert list(time_word_problems(dataset, TEXTS)) == []

    def test_a_default_for_the_time_spoken_of_is_for_records_without_words_for_it(self) -> None:
        defaults = {"statements": {"about_when": "2014/.."}}
        one, other = full({}, {"about_when_as_reported": "last week"}, defaults=defaults)
        assert (one["about_when"], other["about_when"]) == ("2014/..", "[2025-08-25..2025-08-31]")

    def test_words_for_two_days_are_asked_about(self) -> None:
        meeting = {"passage": "Talks may …", "title": "Talks", "kind": "talks", "when_as_reported": "Friday"}
        data = document(meetings=[{**meeting, "status": "cancelled"}, {**meeting, "status": "held"}])
        assert [m.get("when") for m in expand(data, TEXTS)["meetings"]] == ["2025-09-05", "2025-08-29"]
        claim = {
            "passage": "Talks may …", "challenger": "norland", "asserted_by": ["lind"], "assertion": "sovereignty",
            "territory": "it", "summary": "It.", "when_as_reported": "Friday",
        }  # fmt: skip
        assert "'Friday': 2025-08-29 or 2025-09-05; write when: with the one that is meant" in refusal(
            territorial_claims=[claim]
        )

    def test_or_mean_the_day_of_the_evidence_with_the_same_words(self) -> None:
        claim = {
            "passage": "Norland’s … negotiate”", "challenger": "norland", "asserted_by": ["lind"],
            "assertion": "sovereignty", "territory": "it", "summary": "It.", "when_as_reported": "Wednesday",
        }  # fmt: skip
        data = document({"id": "skerry/s01"}, territorial_claims=[{**claim, "evidence": ["s01"]}])
        assert expand(data, TEXTS)["territorial_claims"][0]["when"] == "2025-09-03"
        assert "2025-09-03 or 2025-09-10" in refusal({"id": "skerry/s01"}, territorial_claims=[claim])

    def test_defaults_fill_what_a_record_lacks(self) -> None:
        defaults = {"events": {"when": "2025-09-04", "hedge": "reportedly"}, "statements": {"medium": "remarks"}}
        one, other = full({"when_as_reported": "Wednesday"}, {"medium": "interview", "hedge": None}, defaults=defaults)
        assert (one["when"], one["hedge"], one["medium"]) == ("2025-09-03", "reportedly", "remarks")
        assert (other.get("hedge"), other["medium"]) == (None, "interview")
        data = document({}, defaults=defaults)
        del data["statements"][0]["when_as_reported"]
        assert expand(data, TEXTS)["statements"][0]["when"] == "2025-09-04"

    @pytest.mark.parametrize("shared", ["statements", "events"])
    def test_time_words_among_the_defaults_are_resolved_too(self, shared: str) -> None:
        data = document({}, {"when": "2025-09-02"}, {}, defaults={shared: {"when_as_reported": "Wednesday"}})
        for statement in data["statements"][:2]:
            del statement["when_as_reported"]
        data["statements"][2]["when_as_reported"] = None
        written = expand(data, TEXTS)["statements"]
        assert [(each.get("when"), each.get("when_as_reported")) for each in written] == [
            ("2025-09-03", "Wednesday"),
            ("2025-09-02", None),
            (None, None),
        ]

    def test_wrong_defaults_are_refused(self) -> None:
        said = refusal({}, defaults={"statments": {}, "statements": {"id": "x", "mediun": "remarks"}, "events": 7})
        assert "did you mean 'statements'?" in said
        assert "defaults.statements.id: expected a field that records of statements can share" in said
        assert "did you mean 'medium'?" in said
        assert "defaults.events: expected a mapping of fields to values, found 7" in said

    def test_what_an_outlet_says_itself_is_in_its_article_and_of_its_day(self) -> None:
        data = document({"speakers": ["herald"]}, {}, {"speakers": ["herald"], "medium": None, "when": None})
        data["sources"][0]["publisher"] = "herald"
        data["actors"].append({"id": "herald", "name": "Herald", "kind": "media"})
        for each in data["statements"]:
            del each["when_as_reported"]
        own, other, none = expand(data, TEXTS)["statements"]
        assert (own["medium"], own["when"]) == ("article", "2025-09-04")
        assert not {"medium", "when"} & (other.keys() | none.keys())

    def test_a_repeat_shares_the_id_and_the_date_of_what_it_repeats(self) -> None:
        data = document({"restates": "s02"}, {"id": "skerry/s02"})
        del data["statements"][0]["when_as_reported"]
        one, other = expand(data, TEXTS)["statements"]
        assert one["restates"] == "skerry/s02"
        assert one["canonical_id"] == other["canonical_id"] == "utterance/skerry/s02"
        assert one["when"] == other["when"]

    def test_fields_that_are_not_coded_yet_stay_open(self) -> None:
        data = document({"open": ["acts", "mode"]})
        del data["statements"][0]["acts"]
        (statement,) = expand(data, TEXTS)["statements"]
        assert statement["open"] == ["acts", "mode"]
        assert not {"acts", "mode"} & statement.keys()


class TestStances:
    def test_become_positions_with_the_statement_as_evidence(self) -> None:
        data = document({"issues": ["talks"], "on_behalf_of": ["Norland"], "stance": "disagree"})
        (position,) = expand(data, TEXTS)["positions"]
        spans = expand(data, TEXTS)["statements"][0]["spans"]
        assert position == {
            "id": "skerry/p01", "source": "skerry", "spans": spans, "when": "2025-09-03",
            "when_as_reported": "Wednesday", "actor": "norland", "issue": "issue/talks", "stance": "disagree",
            "basis": "declared", "summary": "No.", "evidence": ["skerry/s01"],
        }  # fmt: skip

    def test_of_others_say_on_what_they_rest(self) -> None:
        stance = {
            "actor": "Norland",
            "issue": "Talks",
            "stance": "agree",
            "basis": "attributed",
            "attributed_by": "lind",
        }
        data = document({"stance": [stance, {**stance, "summary": "Yes."}]})
        one, other = expand(data, TEXTS)["positions"]
        assert (one["actor"], one["attributed_by"], one["summary"]) == ("norland", "lind", "No.")
        assert (other["id"], other["summary"]) == ("skerry/p02", "Yes.")

    def test_with_unknown_fields_are_refused(self) -> None:
        assert "did you mean 'issue'?" in refusal({"stance": {"isue": "talks"}})
        said = refusal({"stance": {"stance": "agree", "passages": ["x … y"], "evidence": ["s02"], "bases": "declared"}})
        for key in ("passages", "evidence"):
            assert f"stance.{key}: expected a field of a stance, found '{key}'; it is that of the statement" in said
        assert "did you mean 'basis'?" in said


class TestNames:
    def test_that_nobody_has_are_refused_with_the_likely_one(self) -> None:
        said = refusal({"speakers": ["Ada Lindt"]})
        assert "expected the id or a spelling of an actor, found 'Ada Lindt'; did you mean 'Ada Lind'?" in said

    def test_are_looked_up_in_the_other_parts_too(self) -> None:
        shared = Dataset(records=[Issue(id="issue/toll", label="Toll", proposition="A toll.")], complete=False)
        whole = expand(document({"issues": ["toll"]}), TEXTS, shared=shared)
        assert whole["statements"][0]["issues"] == ["issue/toll"]


class TestPlaces:
    def test_every_problem_has_the_line_of_the_file(self) -> None:
        data = yaml.parse_located(
            "format_version: '1.0'\ndefaults: {}\n"
            "sources:\n- {id: skerry, title: T, kind: news_article, text: skerry.txt}\n"
            "statements:\n- passage: zebra crossing\n  quotes: [talks]\n  stance: {stand: agree}\n",
            file="a.yaml",
        )
        with pytest.raises(NotReadableError) as caught:
            expand(data, TEXTS)
        places = [(problem.path, problem.location and problem.location.line) for problem in caught.value.problems]
        assert places == [
            ("statements[0].passage", 6),
            ("statements[0].quotes[0]", 7),
            ("statements[0].stance.stand", 8),
        ]

    def test_after_quotes_that_are_not_found_those_of_the_next_ones_are_at_theirs(self) -> None:
        quotes: list[Any] = ["zebra", "will not negotiate", {"text": "her", "span": {"start": 3, "end": 2}}]
        located = expanded(Located(document({"quotes": quotes})), TEXTS, Dataset(complete=False)).located
        with pytest.raises(NotReadableError) as caught:
            dataset_of(located)
        assert [problem.path for problem in caught.value.problems] == [
            "statements[0].quotes[0]",
            "statements[0].quotes[2].span",
        ]


@each_case(
    "junk",
    [None, 7, [], {"defaults": 7}, {"statements": 7, "defaults": {}}, {"statements": [7, {"passage": 7}]},
     {"sources": [{"uncoded": [{"passage": {}}]}], "statements": [{"quotes": [7], "passages": 7, "section": []}]},
     {"statements": [{"stance": 7}], "positions": 7}, {"statements": [{"stance": "agree"}], "positions": 7},
     {"defaults": {"events": {"speakers": ["x"]}}}, {"meetings": [{"section": "body", "status": [], "id": 7}]}],
)  # fmt: skip
def test_no_document_is_too_odd(junk: Any) -> None:
    before = copy.deepcopy(junk)
    expansion = expanded(Located(junk), TEXTS, Dataset(complete=False))
    assert junk == before
    with pytest.raises(NotReadableError):
        dataset_of(expansion.located)


def test_a_page_looks_up_in_linear_time() -> None:
    page = Page(Text("a", "no " * 5000))
    assert len(page.spots("no no").all) == 4999
