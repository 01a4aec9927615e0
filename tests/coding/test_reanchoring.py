"""Passages found again in changed texts: never at other words, and never at a look-alike without saying so."""

import random
import unicodedata
from pathlib import Path
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st
from known_passages import TEXT, dataset_of, record, text_of
from plain_records import article
from text_edits import EDITS, Edited, edited, is_singled_out, same_words

from diplo_events import (
    Dataset,
    Source,
    SourceKind,
    Span,
    Statement,
    Uncoded,
    UncodedReason,
)
from diplo_events.coding import check
from diplo_events.coding._passages import Digest, Folded, digest_of
from diplo_events.coding.reanchoring import Reanchoring, reanchor, with_digests
from diplo_events.errors import ArgumentError, Problem
from diplo_events.formats import json
from diplo_events.model import EventRecord
from diplo_events.schema import RECORD_TYPES, ManyNode, PartNode, fields
from each_case import each_case
from profiles import examples

EXAMPLES: Final = Path(__file__).resolve().parents[2] / "examples"
REAL: Final = [path.read_text(encoding="utf-8") for path in sorted(EXAMPLES.glob("*/texts/*.txt"))]
REPETITIVE: Final = [
    (
        "Talks end. The minister said “no way” on Monday. She left. The minister said “no way” on Tuesday. She left. "
        "He said that the café — once closed – is open. She said “no”. Nobody knows. She left. Nobody knows."
    ),
    "A a b. A a. B a b a. A a b. A b. A a. B b b a. A a b.",
    "Yes. No. Yes. No. Yes. No. “Yes.” He said yes. No.",
]
POOL: Final = [line.split() for text in [*REAL, *REPETITIVE] for line in text.replace("\n", " ").split(". ") if line]


def outcomes(result: Reanchoring) -> dict[str, str]:
    """Return what became of each passage of the only source."""
    (source,) = result.sources
    return {passage.path: passage.outcome for passage in source.passages}


def moved_to(new: str, *, old: str | None = TEXT, dataset: Dataset | None = None, **options: object) -> Reanchoring:
    """Reanchor the records of the text in another text."""
    texts = {text_of(new).sha256: text_of(new)}
    olds = None if old is None else {text_of(old).sha256: text_of(old)}
    return reanchor(dataset or dataset_of(), texts, old=olds, **options)


def problems_of(result: Reanchoring) -> tuple[Problem, ...]:
    """Compare the changed records with the new text as `check` does."""
    text = result.sources[0].text
    assert text is not None
    return check(result.dataset, texts={text.sha256: text}).problems


def edit_of(draw: random.Random) -> Edited:
    """Draw a text, its passages and its edits."""
    texts = REPETITIVE if draw.random() < 0.6 else REAL
    return edited(texts, POOL, draw, edits=draw.choice([0, 1, 1, 2, 3, 5, 8]))


class TestRandomEdits:
    @pytest.mark.parametrize("evidence", ["old_text", "digests", "quotes"])
    @given(draw=st.randoms(use_true_random=True))
    @examples(70)
    def test_what_is_settled_has_its_words_and_is_not_a_look_alike(self, draw: random.Random, evidence: str) -> None:
        case = edit_of(draw)
        texts = {case.new.sha256: case.new}
        olds = {case.old.sha256: case.old}
        dataset = with_digests(case.dataset, olds) if evidence == "digests" else case.dataset
        result = reanchor(dataset, texts, old=olds if evidence == "old_text" else None)
        if case.old == case.new:
            assert result.sources == ()
            return
        (source,) = result.sources
        for passage in source.passages:
            if not passage.settled:
                continue
            (place,) = passage.places
            before, after = case.old.content[slice(*passage.old)], case.new.content[slice(*place)]
            assert same_words(before, after)
            assert place in case.right[passage.old] or is_singled_out(
                case.old.content, passage.old, case.new.content, place
            )
            assert (passage.outcome == "in_place") == (place == passage.old and before == after)
            assert (passage.note is None) == (before == after)
        assert source.changed == source.settled
        if source.changed:
            new = result.dataset["a"]
            assert isinstance(new, Source)
            assert (new.sha256, new.length) == (case.new.sha256, len(case.new.content))
            quotes = [quote for each in result.dataset.of_type(Statement) for quote in each.quotes]
            assert all(case.new.content[quote.span.start : quote.span.end] == quote.text for quote in quotes)
        else:
            assert result.dataset == dataset

    def test_the_edits_are_of_every_kind_and_most_passages_that_remain_are_found(self) -> None:
        """Otherwise the law above could hold because nothing is ever settled."""
        counts = {True: 0, False: 0}
        for seed in range(24):
            case = edited(REAL, POOL, random.Random(seed), edits=seed % 4)
            olds = {case.old.sha256: case.old}
            for source in reanchor(case.dataset, {case.new.sha256: case.new}, old=olds).sources:
                for passage in source.passages:
                    if case.right[passage.old]:
                        counts[passage.settled] += 1
        assert set(EDITS) >= {"insert", "delete", "swap", "replace", "copy"}
        assert counts[True] > 20 * counts[False] > 0


class TestTypography:
    @each_case(
        "new",
        [
            TEXT.replace("\n", "\r\n"),
            unicodedata.normalize("NFD", TEXT),
            TEXT.translate(str.maketrans("“”", '""')),
            f"\ufeff{TEXT}",
            TEXT.rstrip("\n"),
        ],
        ids=["line ends", "NFD", "quotation marks", "BOM", "last line"],
    )
    def test_is_undone_and_proved_by_the_hash_without_the_old_text(self, new: str) -> None:
        result = moved_to(new, old=None)
        assert result.settled
        assert result.sources[0].evidence == "rebuilt_text"
        assert problems_of(result) == ()

    def test_other_typography_is_noted_and_copied_into_quotes(self) -> None:
        result = moved_to(
            unicodedata.normalize("NFD", TEXT).replace("“open”", "«\u202fopen\u202f»").replace("Mon", "Mo\u00adn")
        )
        notes = {passage.path for passage in result.sources[0].passages if passage.note}
        assert notes == {"a/s1.spans[0]", "a/s3.spans[0]"}
        first = result.dataset["a/s1"]
        assert isinstance(first, Statement)
        assert first.when_as_reported == "Mo\u00adnday"
        assert problems_of(result) == ()

    @each_case(
        ("one", "other"),
        [("Talks", "talks"), ("café", "cafe"), ("10²", "102"), ("no way", "noway"), ("5.000", "5,000"), ("ß", "ss")],
    )
    def test_letters_digits_and_stops_are_not_typography(self, one: str, other: str) -> None:
        assert Folded(one).form != Folded(other).form

    @given(st.text(alphabet="aé́ñ̃ö̈ệ̣̂가각각 й̆ and", max_size=20))
    def test_the_form_is_the_same_in_every_unicode_form(self, text: str) -> None:
        assert Folded(unicodedata.normalize("NFC", text)).form == Folded(unicodedata.normalize("NFD", text)).form

    @given(st.text(alphabet='ab -–—"“”«»…\r\n\u00a0\u00ade\u0301é', max_size=30))
    def test_each_character_of_the_form_has_its_place(self, text: str) -> None:
        folded = Folded(text)
        assert len(folded.form) == len(folded.starts) == len(folded.ends)
        assert folded.starts == sorted(folded.starts)
        assert all(0 <= start < end <= len(text) for start, end in zip(folded.starts, folded.ends, strict=True))


class TestChangedSentences:
    def test_around_an_inserted_one_all_passages_move(self) -> None:
        result = moved_to(TEXT.replace("Anna", "It rained. Anna"))
        assert result.settled
        assert set(outcomes(result).values()) == {"in_place", "moved"}
        assert outcomes(result)["a.uncoded[0]"] == "in_place"

    def test_a_corrected_one_is_ambiguous_at_its_place(self) -> None:
        new = TEXT.replace("knows why", "knows how")
        result = moved_to(new)
        assert {path for path, outcome in outcomes(result).items() if outcome == "ambiguous"} == {"a/s4.spans[0]"}
        (passage,) = [each for each in result.sources[0].passages if not each.settled]
        assert [new[slice(*place)] for place in passage.places] == ["Nobody in the house knows how."]
        assert result.dataset == dataset_of()

    def test_a_removed_one_is_lost(self) -> None:
        result = moved_to(TEXT.replace(" She left!", ""))
        assert outcomes(result)["a/s2.spans[0]"] == "lost"
        assert not result.sources[0].changed

    def test_a_quote_in_another_mouth_is_not_taken_for_the_one_that_was_removed(self) -> None:
        new = TEXT.replace("Anna said “no way” on Monday.", "Anna kept silent.").replace(
            "Nobody", "Ben said “no way”. Nobody"
        )
        assert outcomes(moved_to(new))["a/s1.quotes[0]"] == "ambiguous"
        assert outcomes(moved_to(new, old=None))["a/s1.quotes[0]"] == "ambiguous"

    def test_one_of_two_like_sentences_that_remains_is_not_taken_for_the_other(self) -> None:
        text = "He left. Anna came by train at noon. He left. Ben came on foot at night. He left."
        twice = Dataset(
            records=[
                Source(id="a", title="T", kind=SourceKind.NEWS_ARTICLE, sha256=text_of(text).sha256, length=len(text)),
                record(1, "He left.", text=text),
            ],
            complete=False,
        )
        new = text.removeprefix("He left. ")
        assert outcomes(moved_to(new, old=text, dataset=twice)) == {"a/s1.spans[0]": "ambiguous"}
        digested = with_digests(twice, {text_of(text).sha256: text_of(text)})
        assert outcomes(moved_to(new, old=None, dataset=digested)) == {"a/s1.spans[0]": "ambiguous"}

    def test_without_the_old_text_and_digests_places_are_guessed_from_quotes_and_nothing_is_settled(self) -> None:
        new = TEXT.replace("Anna", "It rained. Anna")
        result = moved_to(new, old=None)
        assert result.sources[0].evidence == "quotes"
        assert set(outcomes(result).values()) == {"ambiguous"}
        guessed = {each.path: [new[slice(*place)] for place in each.places] for each in result.sources[0].passages}
        assert guessed["a/s2.spans[0]"] == ["She left!"]
        assert guessed["a/s4.spans[0]"] == ["Nobody in the house knows why."]

    def test_a_corrected_one_is_guessed_between_those_that_digests_prove(self) -> None:
        new = TEXT.replace("Anna", "It rained. Anna").replace("The café is", "The old café was")
        digested = with_digests(dataset_of(), {text_of(TEXT).sha256: text_of(TEXT)})
        (passage,) = [
            each for each in moved_to(new, old=None, dataset=digested).sources[0].passages if not each.settled
        ]
        assert [new[slice(*place)] for place in passage.places] == ["The old café was “open”."]
        removed = TEXT.replace(" The café is “open”.", "")
        assert outcomes(moved_to(removed, old=None, dataset=digested))["a/s3.spans[0]"] == "lost"


class TestWhatAPersonDecides:
    NEW: Final = TEXT.replace("knows why", "knows how").replace(" She left!", "")

    @each_case("proof", ["old text", "digests"])
    def test_a_copy_is_not_taken_for_one_that_was_corrected_where_it_stood(self, proof: str) -> None:
        words = "Norland has returned the old ship to Vesten in the autumn."
        text = f"It rained for days. {words} It left. Nobody knows why.\n"
        dataset = Dataset(records=[article("a", text), record(1, words, text=text)], complete=False)
        known = text_of(text)
        if proof == "digests":
            dataset = with_digests(dataset, {known.sha256: known})
        old = text if proof == "old text" else None
        for new in (
            text.replace("has returned", "has not returned") + f"Earlier: {words} So it was.\n",
            f"Earlier: {words} So it was.\n" + text.replace("has returned", "has never returned"),
        ):
            result = moved_to(new, old=old, dataset=dataset)
            assert outcomes(result) == {"a/s1.spans[0]": "ambiguous"}
            assert "others, as many, stand between the neighbours" in str(result.sources[0].passages[0].note)
        moved = text.replace(f"{words} ", "") + f"Earlier: {words} So it was.\n"
        assert outcomes(moved_to(moved, old=old, dataset=dataset)) == {"a/s1.spans[0]": "moved"}
        around = text.replace(words, f"It rained on and on, and all the fields were wet. {words}")
        assert outcomes(moved_to(around, old=old, dataset=dataset)) == {"a/s1.spans[0]": "moved"}

    def test_a_few_words_before_what_many_stand_before_are_not_settled(self) -> None:
        text = "Points.\n\n1. The parties meet.\n\n2. The parties part.\n\nDone.\n"
        numbers = (Uncoded(span=Span(start=31, end=33), reason=UncodedReason.TITLE),)
        assert text[31:33] == "2."
        dataset = Dataset(records=[article("a", text, uncoded=numbers)], complete=False)
        renumbered = text.replace("2.", "3.").replace("1.", "2.")
        assert outcomes(moved_to(renumbered, old=text, dataset=dataset)) == {"a.uncoded[0]": "ambiguous"}
        assert outcomes(moved_to(f"News. {text}", old=text, dataset=dataset)) == {"a.uncoded[0]": "moved"}

    def test_an_accepted_place_settles(self) -> None:
        start = self.NEW.index("Nobody")
        taken = {"a/s4.spans[0]": None, "a/s2.spans[0]": (start, start + 6)}
        result = moved_to(self.NEW, accepted=taken)
        assert result.settled
        assert problems_of(result) == ()
        assert result.dataset["a/s2"].spans == (Span(start=start, end=start + 6),)

    @each_case(
        ("accepted", "message"),
        [
            ({"a/s9.spans[0]": None}, "expected a passage of a source whose text changed, found a/s9.spans"),
            ({"a/s2.spans[0]": None}, "a/s2.spans[0]: expected one likely place, found 0"),
            ({"a/s2.spans[0]": (0, 999)}, "a/s2.spans[0]: expected a passage of a.txt without white space around it"),
            ({"a/s2.spans[0]": (9, 12)}, "a/s2.spans[0]: expected a passage of a.txt without white space around it"),
        ],
    )
    def test_a_wrong_place_is_refused(self, accepted: dict[str, tuple[int, int] | None], message: str) -> None:
        with pytest.raises(ArgumentError) as caught:
            moved_to(self.NEW, accepted=accepted)
        assert message in str(caught.value)

    def test_partial_keeps_what_is_taken_out(self) -> None:
        new = TEXT.replace("Anna said “no way” on Monday.", "Anna kept silent.")
        result = moved_to(new, partial=True)
        first = result.dataset["a/s1"]
        assert isinstance(first, Statement)
        assert (first.spans, first.quotes) == ((), ())
        kept = first.extra["unanchored"]
        assert [(each["field"], each["start"], each["end"]) for each in kept] == [
            ("spans[0]", 12, 41),
            ("quotes[0]", 23, 29),
        ]
        assert kept[1]["text"] == "no way"
        assert {each["sha256"] for each in kept} == {text_of(TEXT).sha256}
        assert json.loads(json.dumps(result.dataset)) == result.dataset


class TestDigests:
    def test_find_what_the_old_text_finds(self) -> None:
        new = TEXT.replace("Anna", "It rained. Anna").replace("“open”", '"open"')
        digested = with_digests(dataset_of(), {text_of(TEXT).sha256: text_of(TEXT)})
        by_text, by_digests = moved_to(new), moved_to(new, old=None, dataset=digested)
        assert by_digests.sources[0].evidence == "digests"
        assert by_digests.settled
        assert outcomes(by_text) == outcomes(by_digests)
        renewed = by_digests.dataset["a"]
        assert isinstance(renewed, Source)
        assert {problem.path for problem in problems_of(by_digests)} == {"a"}  # the sentence that was inserted
        assert renewed.digests == with_digests(by_text.dataset, {text_of(new).sha256: text_of(new)})["a"].digests

    def test_contain_no_word_of_the_text(self) -> None:
        digested = with_digests(dataset_of(), {text_of(TEXT).sha256: text_of(TEXT)})["a"]
        assert isinstance(digested, Source)
        assert len(digested.digests) == 7
        for place, written in digested.digests.items():
            start, end = map(int, place.split("-"))
            digest = Digest.parse(written)
            assert digest == digest_of(Folded(TEXT), (start, end))
            assert str(digest) == written
            assert not set("ghijklmnopqrstuvwxyz ") & set(written)

    @each_case("written", ["", "x", "0123456789abcdef-01234567-0-1", "0123456789abcdef-01234567-5"])
    def test_what_is_not_one_proves_nothing(self, written: str) -> None:
        assert Digest.parse(written) is None

    def test_of_a_repeated_passage_with_like_neighbours_settles_nothing(self) -> None:
        text = "Yes, he said. " * 9
        digest = digest_of(Folded(text), (70, 83))
        assert digest is not None
        assert (digest.times, digest.before) == (9, None)


def test_no_other_field_holds_a_passage() -> None:
    """A field with passages that is not reanchored would point to wrong words."""
    todo, holders, seen = [*RECORD_TYPES.values()], set[tuple[str, str]](), set[type]()
    while todo:
        cls = todo.pop()
        for field in fields(cls) if cls not in seen else ():
            part = field.node.item if isinstance(field.node, ManyNode) else field.node
            if isinstance(part, PartNode) and part.cls is Span:
                holders.add((cls.__name__, field.name))
            elif isinstance(part, PartNode):
                todo.append(part.cls)
        seen.add(cls)
    shared = {cls.__name__ for cls in RECORD_TYPES.values() if issubclass(cls, EventRecord)}
    assert holders == {(name, "spans") for name in shared} | {("Quote", "span"), ("Uncoded", "span")}


class TestWhichText:
    def test_is_the_one_named_after_the_source(self) -> None:
        new = TEXT.replace("Anna", "It rained. Anna")
        texts = [text_of(new, "a.txt"), text_of(f"{new} More.", "b.txt")]
        olds = {text_of(TEXT).sha256: text_of(TEXT)}
        result = reanchor(dataset_of(), {text.sha256: text for text in texts}, old=olds)
        assert result.sources[0].text == texts[0]

    def test_is_otherwise_the_only_one_with_most_of_the_passages(self) -> None:
        new = TEXT.replace("Anna", "It rained. Anna")
        texts = [text_of("Nothing like it.", "x.txt"), text_of(new, "y.txt")]
        olds = {text_of(TEXT).sha256: text_of(TEXT)}
        result = reanchor(dataset_of(), {text.sha256: text for text in texts}, old=olds)
        assert result.sources[0].text == texts[1]
        twins = [text_of(new, "y.txt"), text_of(f"{new} More.", "z.txt")]
        assert reanchor(dataset_of(), {text.sha256: text for text in twins}, old=olds).sources[0].text is None

    def test_an_unchanged_text_is_not_listed(self) -> None:
        assert moved_to(TEXT).sources == ()
