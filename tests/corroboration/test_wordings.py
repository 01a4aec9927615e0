"""Quotations compared: laws of the alignment, each rendering by hand, and the bundled dataset pair by pair."""

import itertools
import re
import unicodedata

import attrs
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from diplo_events import Dataset, Quote, Span, Statement, load_example
from diplo_events.corroboration.wordings import (
    Segment,
    WordChange,
    Wording,
    WordingComparison,
    WordingRelation,
    compare_wordings,
    contained,
    find_wordings,
    wording_of,
)
from diplo_events.referents import find_referents
from each_case import each_case

EXAMPLE = load_example()

WORDS = st.sampled_from(
    ["we", "We", "will", "not", "go", "there", "soon", "security-first", "security\u2011first", "47-48%"]
)
MARKS = st.sampled_from([" ", ", ", " … ", " ... ", " [...] ", "! “", " – "])
TEXTS = st.lists(st.tuples(WORDS, MARKS), max_size=9).map(lambda pairs: "".join(itertools.chain(*pairs)) or "?")
LANGUAGES = st.sampled_from([None, None, "en", "en-GB", "ru"])
WORDINGS = st.builds(Wording, text=TEXTS | st.text(max_size=20), language=LANGUAGES, translated_from=LANGUAGES)


def plain_words(text: str) -> list[str]:
    """Split a text of `TEXTS` into the words that are compared, in another way than the library does."""
    spread = re.sub(r"[^a-z0-9 ]", " ", text.lower())
    return spread.split()


def longest_common(one: list[str], other: list[str]) -> int:
    """Count the words of a longest common subsequence, by the textbook's table."""
    table = [[0] * (len(other) + 1) for _ in range(len(one) + 1)]
    for i, j in itertools.product(range(len(one)), range(len(other))):
        same = one[i] == other[j]
        table[i + 1][j + 1] = table[i][j] + 1 if same else max(table[i][j + 1], table[i + 1][j])
    return table[-1][-1]


def longest_stretch(one: list[str], other: list[str]) -> int:
    """Count the words of a longest stretch that both have."""
    stretches = {tuple(one[i:j]) for i, j in itertools.combinations(range(len(one) + 1), 2)}
    return max(
        (len(s) for s in stretches if any(tuple(other[i : i + len(s)]) == s for i in range(len(other)))), default=0
    )


def mirrored(found: WordingComparison) -> WordingComparison:
    sides = {WordChange.LEFT_ONLY: WordChange.RIGHT_ONLY, WordChange.RIGHT_ONLY: WordChange.LEFT_ONLY}
    return attrs.evolve(
        found,
        segments=tuple(
            Segment(change=sides.get(segment.change, segment.change), left=segment.right, right=segment.left)
            for segment in found.segments
        ),
        left=found.right,
        right=found.left,
    )


class TestLaws:
    @given(WORDINGS, WORDINGS)
    @example(Wording(text="a b a"), Wording(text="a a b"))
    def test_comparing_the_other_way_round_exchanges_the_sides(self, left: Wording, right: Wording) -> None:
        assert compare_wordings(right, left) == mirrored(compare_wordings(left, right))

    @given(WORDINGS)
    def test_a_wording_is_the_same_as_itself(self, wording: Wording) -> None:
        found = compare_wordings(wording, wording)
        assert found.relation is WordingRelation.SAME
        assert found.overlap == 1.0
        assert {segment.change for segment in found.segments} <= {WordChange.EQUAL}

    @given(
        st.one_of(TEXTS, st.text("ab (),.…“’- \u00ad\u0301", max_size=30)),
        st.one_of(TEXTS, st.text("ab (),.…“’- \u00ad\u0301", max_size=30)),
    )
    @example("a peace (accord) is signed.", "a peace deal")
    def test_the_pieces_are_the_quotation_letter_for_letter(self, left: str, right: str) -> None:
        found = compare_wordings(Wording(text=left), Wording(text=right))
        changed = [segment for segment in found.segments if segment.change is not WordChange.EQUAL]
        for text, pieces, words in (
            (left, found.left, [segment.left for segment in changed]),
            (right, found.right, [segment.right for segment in changed]),
        ):
            assert "".join(piece.text for piece in pieces) == text
            assert all(piece.text for piece in pieces)
            marked = [piece.text for piece in pieces if piece.differs]
            assert marked == ([word for word in words if word] if found.is_aligned else [])
        assert found.is_aligned == (found.relation is not WordingRelation.OTHER_WORDS)

    @given(TEXTS, TEXTS)
    def test_the_segments_hold_all_words_in_order(self, left: str, right: str) -> None:
        found = compare_wordings(Wording(text=left), Wording(text=right))
        assert [w for segment in found.segments for w in plain_words(segment.left)] == plain_words(left)
        assert [w for segment in found.segments for w in plain_words(segment.right)] == plain_words(right)
        for segment in found.segments:
            assert segment.left in left
            assert segment.right in right
            equal = plain_words(segment.left) == plain_words(segment.right)
            assert equal == (segment.change is WordChange.EQUAL)
            assert bool(segment.left) == (segment.change is not WordChange.RIGHT_ONLY)
            assert bool(segment.right) == (segment.change is not WordChange.LEFT_ONLY)

    @given(TEXTS, TEXTS)
    def test_the_shared_words_lie_between_two_bounds(self, left: str, right: str) -> None:
        found = compare_wordings(Wording(text=left), Wording(text=right))
        one, other = plain_words(left), plain_words(right)
        assert longest_stretch(one, other) <= found.shared <= longest_common(one, other)
        shorter = min(len(one), len(other))
        assert found.overlap == (found.shared / shorter if shorter else float(one == other))

    @given(st.lists(WORDS, min_size=1, max_size=8), st.data())
    def test_a_part_of_a_wording_is_a_cut_of_it(self, words: list[str], data: st.DataObject) -> None:
        keep = data.draw(st.lists(st.booleans(), min_size=len(words), max_size=len(words)))
        runs = itertools.groupby(zip(words, keep, strict=True), key=lambda pair: pair[1])
        part = " … ".join(" ".join(word for word, _ in run) for kept, run in runs if kept)
        found = compare_wordings(Wording(text=part), Wording(text=" ".join(words)))
        same = plain_words(part) == plain_words(" ".join(words))
        assert found.relation is (WordingRelation.SAME if same else WordingRelation.CUT)


class TestEachRendering:
    @each_case(
        ("left", "right", "rendering"),
        [
            ("Security‑first, always", "“security-first always”", WordingRelation.SAME),
            ("It’s so", "it's so", WordingRelation.SAME),
            ("1,000 men", "1000 men", WordingRelation.OTHER_WORDS),
            ("in any format", "no talks in any format, ever", WordingRelation.CUT),
            ("no talks … ever", "no talks in any format, ever", WordingRelation.CUT),
            ("no talks [...] ever", "no talks in any format, ever", WordingRelation.CUT),
            ("ever … no talks", "no talks in any format, ever", WordingRelation.OTHER_WORDS),
            ("no talks ever", "no talks in any format, ever", WordingRelation.OTHER_WORDS),
            ("a b c d e f x y z", "a b c d e f u v w", WordingRelation.OTHER_TRANSLATION),
            ("a b c d e x y z", "a b c d e u v w", WordingRelation.OTHER_WORDS),
            ("a b c d e f " + "x " * 12, "a b c d e f " + "y " * 12, WordingRelation.OTHER_TRANSLATION),
            ("a b c d e f " + "x " * 13, "a b c d e f " + "y " * 13, WordingRelation.OTHER_WORDS),
            ("!", "?", WordingRelation.SAME),
            ("!", "no", WordingRelation.CUT),
        ],
    )
    def test_of_words_in_one_language(self, left: str, right: str, rendering: WordingRelation) -> None:
        assert compare_wordings(Wording(text=left), Wording(text=right)).relation is rendering

    def test_words_in_two_languages_are_translations(self) -> None:
        assert compare_wordings(Wording(text="нет", language="ru"), Wording(text="no", language="en")).relation is (
            WordingRelation.OTHER_TRANSLATION
        )
        assert compare_wordings(
            Wording(text="no", language="en-GB"), Wording(text="never", language="en")
        ).relation is (WordingRelation.OTHER_WORDS)

    def test_of_what_is_known_to_be_translated_fewer_words_are_enough(self) -> None:
        left, right = Wording(text="a b c x x x x"), Wording(text="a b c y y y y")
        assert compare_wordings(left, right).relation is WordingRelation.OTHER_WORDS
        assert (
            compare_wordings(left, attrs.evolve(right, translated_from="ru")).relation
            is WordingRelation.OTHER_TRANSLATION
        )
        shorter = attrs.evolve(right, text="a b y y y y", translated_from="ru")
        assert compare_wordings(left, shorter).relation is WordingRelation.OTHER_WORDS

    def test_the_alignment_reads_like_this(self) -> None:
        found = compare_wordings(Wording(text="We will (soon) go there"), Wording(text="We shall go there, now"))
        assert [(segment.change, segment.left, segment.right) for segment in found.segments] == [
            (WordChange.EQUAL, "We", "We"),
            (WordChange.REPLACED, "will (soon", "shall"),
            (WordChange.EQUAL, "go there", "go there"),
            (WordChange.RIGHT_ONLY, "", "now"),
        ]


class TestOfStatements:
    def quoting(self, *quotes: Quote) -> Statement:
        record = EXAMPLE["zerohedge-guarantees/s11"]
        assert isinstance(record, Statement)
        return attrs.evolve(record, quotes=quotes)

    def quote(self, text: str, start: int, **more: str) -> Quote:
        return Quote(text=text, span=Span(start=start, end=start + len(text)), **more)

    def test_quotes_come_in_the_order_of_the_text_with_a_gap_between(self) -> None:
        record = self.quoting(self.quote("so be it", 40), self.quote("no", 10, translated_from="uk"))
        assert wording_of(EXAMPLE, record) == Wording(text="no … so be it", language="en", translated_from="uk")

    def test_a_quote_may_be_in_another_language_than_its_source(self) -> None:
        assert wording_of(EXAMPLE, self.quoting(self.quote("нет", 1, language="ru"))) == Wording(
            text="нет", language="ru"
        )
        both = self.quoting(self.quote("нет", 1, language="ru"), self.quote("no", 9))
        assert wording_of(EXAMPLE, both) == Wording(text="нет … no")

    def test_where_nothing_is_quoted_there_is_no_wording(self) -> None:
        assert wording_of(EXAMPLE, self.quoting()) is None

    def test_a_source_that_is_kept_elsewhere_has_no_language(self) -> None:
        record = self.quoting(self.quote("no", 1))
        assert wording_of(Dataset(), record) == Wording(text="no")


class TestTheBundledDataset:
    def test_only_renderings_of_one_sentence_are_found_to_be_such(self) -> None:
        quoting = [record for record in EXAMPLE.of_type(Statement) if record.quotes]
        pairs = list(itertools.combinations(quoting, 2))
        assert len(pairs) == 990
        for one, other in pairs:
            left, right = wording_of(EXAMPLE, one), wording_of(EXAMPLE, other)
            assert left
            assert right
            if compare_wordings(left, right).relation is WordingRelation.OTHER_TRANSLATION:
                assert one.canonical_id == other.canonical_id is not None

    def test_the_remarks_come_in_translations_and_cuts(self) -> None:
        (thing,) = [one for one in find_referents(EXAMPLE) if one.id == "utterance/zakharova-foreign-intervention"]
        found = {(pair.left, pair.right): pair.comparison.relation for pair in find_wordings(EXAMPLE, thing)}
        short, long = "digest-foreign-troops/s23", "zerohedge-guarantees/s06"
        assert found[short, long] is WordingRelation.CUT
        assert found["kurdistan24-intervention/s12", long] is WordingRelation.OTHER_TRANSLATION
        assert found["digest-foreign-troops/s04", "zerohedge-guarantees/s05"] is WordingRelation.SAME
        quoting = [record for record in thing.records if getattr(record, "quotes", ())]
        assert len(found) == len(quoting) * (len(quoting) - 1) / 2
        assert all(left < right for left, right in found)

    def test_what_is_no_statement_has_none(self) -> None:
        (thing,) = [one for one in find_referents(EXAMPLE) if one.id == "meeting/paris-summit"]
        assert find_wordings(EXAMPLE, thing) == ()


@each_case("form", ["NFC", "NFD", "NFKC", "NFKD"])
@each_case(
    "text", ["Die Änderung über Straßen", "Hòa bình là tất cả", "हिन्दी में किताब", "שָׁלוֹם עֲלֵיכֶם", "Wałęsa señor café"]
)
def test_the_unicode_form_makes_no_other_wording(form: str, text: str) -> None:
    other = Wording(text=unicodedata.normalize(form, text))
    assert compare_wordings(Wording(text=text), other).relation is WordingRelation.SAME


@each_case("unseen", ["\u00ad", "\u200b", "\u200f", "\u2060", "\ufeff"])
def test_what_cannot_be_seen_makes_no_other_wording(unseen: str) -> None:
    text = "We will not cooperate in any form with this plan"
    for place in range(0, len(text), 5):
        other = Wording(text=text[:place] + unseen + text[place:])
        assert compare_wordings(Wording(text=text), other).relation is WordingRelation.SAME


@pytest.mark.slow
def test_a_cut_of_many_equal_words_is_found_at_once() -> None:
    """The search is linear: a million steps, where trying each place would take a hundred thousand million."""
    whole = ["so"] * 300_000
    assert contained("so " * 200_000 + "… so", whole)
    assert not contained("so " * 200_000 + "no", whole)
