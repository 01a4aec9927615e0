"""Records against their texts: places found as a search by hand finds them, and every kind of damage noticed."""

import hashlib
import unicodedata
from pathlib import Path

import attrs
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from plain_records import article, plain_statement

from diplo_events import (
    Actor,
    ActorKind,
    Dataset,
    Name,
    NotReadableError,
    QuotationMode,
    Quote,
    Source,
    Span,
    Statement,
    Uncoded,
    UncodedReason,
)
from diplo_events.coding.anchoring import (
    Text,
    anchor_problems,
    coverage,
    locate,
    near_miss,
    read_texts,
    sentences,
    words,
)
from diplo_events.errors import ArgumentError
from each_case import each_case

TEXT = "Talks end.\n\nAnna said “no way” on Monday. She left! Nobody knows why.\n* * *\n"
SHA = hashlib.sha256(TEXT.encode()).hexdigest()
QUOTED = Span(start=TEXT.index("no way"), end=TEXT.index("no way") + 6)
SAID = Span(start=12, end=TEXT.index(" She"))
LEFT = Span(start=TEXT.index("She"), end=TEXT.index(" Nobody"))
REST = Span(start=TEXT.index("Nobody"), end=TEXT.index("\n*"))
SOURCE = article("x", TEXT, uncoded=(Uncoded(span=Span(start=0, end=10), reason=UncodedReason.SECTION_HEADING),))
ANNA = Actor(id="anna", name="Anna", kind=ActorKind.PERSON)
S1 = plain_statement("s1", "x", SAID, speakers=("anna",), quotes=(Quote(text="no way", span=QUOTED),))
S2 = attrs.evolve(S1, id="s2", spans=(LEFT, REST), quotes=())
WHOLE = Dataset(records=[SOURCE, ANNA, S1, S2])
TEXTS = {SHA: Text("x.txt", TEXT)}

letters = st.text(st.sampled_from("ab .\n"), max_size=12)


class TestLocate:
    @given(letters, letters)
    @example("aaaa", "aa")
    def test_finds_every_place(self, text: str, words: str) -> None:
        places = [(i, i + len(words)) for i in range(len(text)) if words and text[i : i + len(words)] == words]
        assert list(locate(text, words)) == places

    @given(letters, letters, letters)
    @example("a b c", "", "c")
    @example("a b c", "a", "")
    def test_finds_every_passage_up_to_its_nearest_end(self, text: str, first: str, last: str) -> None:
        expected = []
        for start in range(len(text)):
            ends = [e for e in range(start + len(first), len(text)) if text.startswith(last, e)]
            if first and last and text.startswith(first, start) and ends:
                expected.append((start, ends[0] + len(last)))
        assert list(locate(text, f"{first} … {last}")) == expected

    def test_an_ellipsis_of_the_text_itself_is_found_first(self) -> None:
        assert locate("a … b c", "a … b") == ((0, 5),)

    def test_counts_code_points(self) -> None:
        assert locate("\U0001f600é e\u0301x", "x") == ((5, 6),)


class TestNearMiss:
    @each_case(
        ("text", "words", "found"),
        [
            ("He said “No Way” then", 'said "no way"', "said “No Way”"),
            ("a security\u2011undermining plan", "security-undermining", "security\u2011undermining"),
            ("a long\u00a0 way\nhome", "long way home", "long\u00a0 way\nhome"),
            ("the cafe\u0301 there", "caf\u00e9 there", "cafe\u0301 there"),
            ("the caf\u00e9 there", "cafe\u0301 there", "caf\u00e9 there"),
            ("o\ufb03ce", "office", "o\ufb03ce"),
            ("STRASSE", "straße", "STRASSE"),
            ("die Straße hier", "STRASSE HIER", "Straße hier"),
            ("İstanbul now", "İSTANBUL", "İstanbul"),
            ("nothing here", "something", None),
            ("nothing here", "  ", None),
            ("nothing here", "", None),
            ("a.c", "a?c", None),
        ],
    )
    def test_finds_what_only_looks_different(self, text: str, words: str, found: str | None) -> None:
        assert near_miss(text, words) == found

    @given(st.text(max_size=15), st.data())
    def test_finds_any_words_that_are_there(self, text: str, data: st.DataObject) -> None:
        start = data.draw(st.integers(0, len(text)))
        words = text[start : data.draw(st.integers(start, len(text)))]
        found = near_miss(text, words)

        def bare(part: str) -> str:
            folded = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", part).casefold())
            return "".join(folded.split())

        if bare(words):
            assert found is not None
            assert found in text
            assert near_miss(found, words) == found

    @given(st.text(max_size=15), st.text(max_size=5))
    def test_gives_words_of_the_text_or_nothing(self, text: str, words: str) -> None:
        found = near_miss(text, words)
        assert found is None or (found and found in text)


class TestSentences:
    @given(st.text(st.sampled_from("aB1.!?…”) \n\t\u2028\xa0"), max_size=40) | st.text(max_size=40))
    def test_are_disjoint_in_order_bare_and_cover_all_that_is_no_space(self, text: str) -> None:
        found = list(sentences(text))
        for start, end in found:
            assert text[start:end] == text[start:end].strip() != ""
        assert [p for piece in found for p in piece] == sorted(p for piece in found for p in piece)
        inside = {i for piece in found for i in range(*piece)}
        assert {i for i, c in enumerate(text) if not c.isspace()} <= inside

    @each_case(
        ("text", "pieces"),
        [
            ("One. Two? Three!", ["One.", "Two?", "Three!"]),
            ("He said “no.” She left.", ["He said “no.”", "She left."]),
            ("a 3.5 % rise… and more", ["a 3.5 % rise… and more"]),
            ("Title\n\nBody\r\nmore", ["Title", "Body", "more"]),
            ("", []),
            (" \n ", []),
        ],
    )
    def test_end_where_a_reader_ends_them(self, text: str, pieces: list[str]) -> None:
        assert [text[start:end] for start, end in sentences(text)] == pieces


class TestCoverage:
    def test_counts_what_is_recorded_uncoded_and_left(self) -> None:
        found = coverage(WHOLE, SOURCE, TEXT)
        assert (found.sentences, found.recorded, found.uncoded, found.uncovered) == (4, 3, 1, ())
        less = coverage(WHOLE.without("s2"), SOURCE, TEXT)
        assert (less.recorded, less.uncoded) == (1, 1)
        assert [TEXT[slice(*piece)] for piece in less.uncovered] == ["She left!", "Nobody knows why."]

    @given(
        st.text(st.sampled_from("aB1. \n!"), min_size=1, max_size=25),
        st.lists(st.tuples(st.integers(0, 30), st.integers(1, 9)), max_size=4),
        st.lists(st.tuples(st.integers(0, 30), st.integers(1, 9)), max_size=3),
    )
    def test_is_what_counting_each_letter_gives(
        self, text: str, recorded: list[tuple[int, int]], uncoded: list[tuple[int, int]]
    ) -> None:
        spans = tuple(dict.fromkeys(Span(start=start, end=start + size) for start, size in recorded))
        gaps = tuple(
            dict.fromkeys(
                Uncoded(span=Span(start=start, end=start + size), reason=UncodedReason.BYLINE)
                for start, size in uncoded
            )
        )
        source = attrs.evolve(SOURCE, sha256=None, length=None, uncoded=gaps)
        dataset = Dataset(records=[source, ANNA, attrs.evolve(S1, spans=spans, quotes=())])
        inside = {i for span in spans for i in range(span.start, span.end)}
        either = inside | {i for gap in gaps for i in range(gap.span.start, gap.span.end)}
        pieces = [[i for i in range(*piece) if text[i].isalnum()] for piece in sentences(text)]
        pieces = [piece for piece in pieces if piece]
        found = coverage(dataset, source, text)
        assert found.sentences == len(pieces)
        assert found.recorded == sum(set(piece) <= inside for piece in pieces)
        assert found.uncoded == sum(set(piece) <= either and not set(piece) <= inside for piece in pieces)
        assert len(found.uncovered) == sum(not set(piece) <= either for piece in pieces)


class TestAnchorProblems:
    def problems(self, *records: Source | Statement) -> list[str]:
        return [str(problem) for problem in anchor_problems(WHOLE.with_records(*records), TEXTS)]

    def test_none_where_all_is_right(self) -> None:
        assert self.problems() == []

    def test_a_source_without_a_hash_is_left_alone_only_where_nothing_counts_in_it(self) -> None:
        (message,) = self.problems(attrs.evolve(SOURCE, sha256=None))
        assert message == "x.sha256: expected the hash of the text that the spans count in, found none"
        bare = attrs.evolve(SOURCE, sha256=None, length=None, uncoded=())
        assert self.problems(bare, attrs.evolve(S1, spans=(), quotes=()), attrs.evolve(S2, spans=())) == []

    def test_a_text_that_is_not_there(self) -> None:
        (message,) = self.problems(attrs.evolve(SOURCE, sha256="0" * 64))
        assert message.startswith("x.sha256: expected the hash of a text at hand, found '000")

    @pytest.mark.parametrize("length", [len(TEXT) + 1, None])
    def test_a_length_that_is_not_the_texts(self, length: int | None) -> None:
        assert self.problems(attrs.evolve(SOURCE, length=length)) == [f"x.length: expected {len(TEXT)}, found {length}"]

    def test_a_record_without_a_span(self) -> None:
        messages = self.problems(attrs.evolve(S2, spans=()))
        assert messages[0] == "s2.spans: expected at least one passage, found none"
        assert len(messages) == 3

    def test_a_span_beyond_the_end(self) -> None:
        long = Span(start=LEFT.start, end=len(TEXT) + 5)
        messages = self.problems(attrs.evolve(SOURCE, length=len(TEXT) + 5), attrs.evolve(S2, spans=(long,)))
        assert f"s2.spans[0]: expected an end of at most {len(TEXT)}, found {len(TEXT) + 5}" in messages

    def test_words_that_stand_elsewhere(self) -> None:
        moved = Quote(text="no way", span=Span(start=QUOTED.start + 1, end=QUOTED.end + 1))
        messages = self.problems(attrs.evolve(S1, quotes=(moved,)))
        assert messages[0] == (
            f"s1.quotes[0]: expected the words of the text at {QUOTED.start + 1} to {QUOTED.end + 1}, 'o way”', "
            f"found 'no way'; they stand at {QUOTED.start} to {QUOTED.end}"
        )

    def test_quotation_marks_in_the_words(self) -> None:
        around = Quote(text="“no way”", span=Span(start=QUOTED.start - 1, end=QUOTED.end + 1))
        (message,) = self.problems(attrs.evolve(S1, quotes=(around,)))
        assert message == (
            "s1.quotes[0].text: expected the words of a quotation without its marks, found '“no way”'; leave the marks "
            "out of the text and of the span"
        )

    @pytest.mark.parametrize(
        ("words", "hint"), [("No\u00a0way", "the text has 'no way'"), ("no why", "they stand nowhere in the text")]
    )
    def test_words_that_are_not_quite_those_of_the_text(self, words: str, hint: str) -> None:
        (message,) = self.problems(attrs.evolve(S1, quotes=(Quote(text=words, span=QUOTED),)))
        assert message.endswith(f"; {hint}")

    def test_a_quote_outside_the_spans_of_its_record(self) -> None:
        (message,) = self.problems(S1, attrs.evolve(S2, quotes=S1.quotes))
        assert message == (
            f"s2.quotes[0].span: expected a place inside a span of its record, found {QUOTED.start} to {QUOTED.end}"
        )

    def test_a_sentence_that_nothing_accounts_for(self) -> None:
        (message,) = self.problems(attrs.evolve(S2, spans=(REST,)))
        assert message == (
            f"x: expected a record or an uncoded entry for {LEFT.start} to {LEFT.end}, found none: 'She left!'; "
            "code it, or list it under uncoded with its reason"
        )

    def test_a_span_that_cuts_a_word_or_has_white_space_around(self) -> None:
        cut = Span(start=LEFT.start + 1, end=LEFT.end)
        wide = Span(start=LEFT.start - 1, end=LEFT.end)
        for span, expected in ((cut, "whole words"), (wide, "a passage without white space around it")):
            messages = self.problems(attrs.evolve(S2, spans=(span, REST)))
            assert messages[0].startswith(f"s2.spans[0]: expected {expected}, found '")

    def test_time_words_that_the_text_does_not_have(self) -> None:
        assert self.problems(attrs.evolve(S1, when_as_reported="on Monday")) == []
        assert self.problems(attrs.evolve(S1, when_as_reported="On monday")) == [
            "s1.when_as_reported: expected words of the text, found 'On monday'; the text has 'on Monday'"
        ]

    def test_a_spelling_that_the_text_does_not_have(self) -> None:
        anna = attrs.evolve(ANNA, names=(Name(text="Anna", sources=("x",)), Name(text="Hanna", sources=("x",))))
        dataset = WHOLE.with_records(anna)
        assert [str(problem) for problem in anchor_problems(dataset, TEXTS)] == [
            "anna.names[1]: expected a spelling of x, as whole words, found 'Hanna'; they stand nowhere in the text"
        ]

    def test_a_person_whom_the_text_does_not_name(self) -> None:
        other = article("y")
        bob = Actor(id="bob", name="Bob", kind=ActorKind.PERSON, names=(Name(text="Bob", sources=("y",)),))
        dataset = WHOLE.with_records(other, bob, attrs.evolve(S2, speakers=("bob",)))
        assert [str(problem) for problem in anchor_problems(dataset, TEXTS)] == [
            "s2.speakers[0]: expected somebody whom x names, found 'bob'; list its spelling here among its names"
        ]

    def test_texts_are_read_by_their_hash(self, tmp_path: Path) -> None:
        (tmp_path / "b.txt").write_bytes(TEXT.encode())
        (tmp_path / "a.txt").write_bytes(b"\xef\xbb\xbfA\r\n")
        (tmp_path / "c.md").write_bytes(b"\xff")
        texts = read_texts(tmp_path)
        assert {Path(text.name).name for text in texts.values()} == {"a.txt", "b.txt"}
        assert texts[SHA].content == TEXT
        assert texts[hashlib.sha256(b"\xef\xbb\xbfA\r\n").hexdigest()].content == "\ufeffA\r\n"
        assert not list(anchor_problems(WHOLE, texts))

    def test_texts_that_are_not_utf_8_are_all_named(self, tmp_path: Path) -> None:
        for name in ("a.txt", "b.txt"):
            (tmp_path / name).write_bytes(b"\n\xff")
        with pytest.raises(NotReadableError) as caught:
            read_texts(tmp_path)
        assert [str(p.location) for p in caught.value.problems] == [
            f"{tmp_path / 'a.txt'}:2:1",
            f"{tmp_path / 'b.txt'}:2:1",
        ]


class TestWords:
    """What `words` returns: passages of a verbatim statement, quotes of any other."""

    STATEMENT = plain_statement("s", "x", Span(start=0, end=7), Span(start=12, end=18), mode=QuotationMode.VERBATIM)

    def test_of_a_text_that_is_the_speakers_own(self) -> None:
        assert words(self.STATEMENT, "We come and we stay.") == ("We come", "we sta")

    def test_of_a_report_are_its_quotes(self) -> None:
        quoted = attrs.evolve(
            self.STATEMENT, mode=QuotationMode.MIXED, quotes=(Quote(text="come", span=Span(start=3, end=7)),)
        )
        assert words(quoted, "") == ("come",)

    def test_of_another_text_are_none(self) -> None:
        with pytest.raises(ArgumentError, match="expected a text of at least 18 characters, found one of 7"):
            words(self.STATEMENT, "We come")
