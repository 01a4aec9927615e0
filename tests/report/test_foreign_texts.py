"""Texts that can deceive a reader, on the page and in the terminal: marks and isolates."""

import html
import itertools
import json as plain_json
import re
import unicodedata
from pathlib import Path

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplo_events import Dataset, NotReadableError, load_example, write
from diplo_events._internal.texts.display import (
    escaped_json,
    isolate,
    isolated,
    legible,
    legible_message,
    one_line,
    printable,
    quoted,
)
from diplo_events._internal.texts.folding import visible
from diplo_events.cli import main
from diplo_events.errors import Location, Problem, shown, suggestion
from diplo_events.formats import json
from diplo_events.model import Name, Quote, Span
from diplo_events.report import brief, describe
from diplo_events.report.html import html_report
from diplo_events.report.terminal import PLAIN, wrapped
from foreign_texts import dataset_with
from shared_datasets import DATASETS

EXAMPLE = load_example()
HEBREW, ARABIC = "שלום עולם", "وزارة الخارجية"
ISOLATES = re.compile("\u2068([^\u2068\u2069]*)\u2069")
JOINERS = "\u200c\u200d"
DECEIVING = (
    *("\u202a", "\u202b", "\u202c", "\u202d", "\u202e", "\u2066", "\u2067", "\u2068", "\u2069", "\u200e", "\u200f"),
    *("\u061c", "\u200b", "\u2060", "\ufeff", "\u00ad", "\ue000", "\U000e0041", "\u2028", "\u3164", "\u034f"),
)
"""Marks of direction, what cannot be seen, what is private, what breaks a line."""


def is_hidden(character: str) -> bool:
    """Whether no reader can see a character, or it turns the direction of others."""
    category = unicodedata.category(character)
    if character in "\n\t" or category == "Zs" or character in JOINERS:
        return False
    return category in {"Cc", "Cf", "Co", "Cs", "Cn", "Zl", "Zp"} or character in "\u3164\u034f"


def hidden_in(output: str) -> list[str]:
    """List what a reader cannot see of an output, apart from isolates around what runs from right to left."""
    rest = ISOLATES.sub(lambda isolated: isolated[1] if runs_left(isolated[1]) else isolated[0], output)
    return sorted({c for c in rest if is_hidden(c)})


def runs_left(text: str) -> bool:
    return any(unicodedata.bidirectional(c) in {"R", "AL", "AN"} for c in text)


def terminal(dataset: Dataset) -> str:
    return "\n".join(itertools.chain(brief(dataset), *(describe(dataset, key) for key in dataset)))


@pytest.fixture(scope="module")
def hostile() -> Dataset:
    turn = itertools.cycle(DECEIVING)
    return dataset_with(lambda text: f"{next(turn)}{text[:9]}{next(turn)}{text[9:]}\u2068a\u2069{next(turn)}")


class TestOutputs:
    @pytest.mark.slow
    def test_nothing_hidden_reaches_the_page(self, hostile: Dataset) -> None:
        text = html.unescape(html_report(hostile))
        assert hidden_in(text) == []
        assert all(c.encode("unicode_escape").decode() in text for c in DECEIVING)

    @pytest.mark.slow
    def test_nothing_hidden_reaches_the_terminal(self, hostile: Dataset) -> None:
        text = terminal(hostile)
        assert hidden_in(text) == []
        assert all(c.encode("unicode_escape").decode() in text for c in DECEIVING)

    @pytest.mark.parametrize(
        "words",
        [
            "brief FILE",
            "show macron FILE",
            "show --type statement --possibly FILE",
            "show --type meeting FILE",
            "show --type position --json FILE",
            "stances --evidence FILE",
            "check FILE",
            "check --json FILE",
            pytest.param("agree FILE OTHER", marks=pytest.mark.slow),
            pytest.param("agree --markdown FILE OTHER", marks=pytest.mark.slow),
        ],
    )
    def test_nothing_hidden_leaves_a_command(
        self, hostile: Dataset, words: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        write(hostile, tmp_path / "a.json")
        write(EXAMPLE, tmp_path / "b.json")
        files = {"FILE": str(tmp_path / "a.json"), "OTHER": str(tmp_path / "b.json")}
        main([files.get(word, word) for word in words.split()])
        out, err = capsys.readouterr()
        assert out
        assert hidden_in(out + err) == []

    @given(dataset=DATASETS)
    def test_of_any_dataset(self, dataset: Dataset) -> None:
        assert hidden_in(html.unescape(html_report(dataset))) == []
        assert hidden_in(terminal(dataset)) == []

    def test_what_runs_from_right_to_left_is_isolated(self) -> None:
        count = itertools.count()
        dataset = dataset_with(lambda text: f"{HEBREW} {next(count)} {text[:9]}")
        lines = terminal(dataset).split("\n")
        outside = [line for line in lines if runs_left(ISOLATES.sub("", line))]
        assert outside == []
        text = html_report(dataset)
        for match in re.finditer(HEBREW, text):
            before = text[: match.start()]
            tag = before[before.rindex("<") :]
            attribute = before.rfind('"') > before.rfind(">")
            assert (
                re.search("<(bdi|option|title|text|del|ins)", tag)
                or 'dir="auto"' in tag
                or attribute
                or "\u2068" in tag
            ), tag

    def test_of_left_to_right_texts_nothing_changes(self) -> None:
        assert "\u2068" not in html_report(EXAMPLE) + terminal(EXAMPLE)

    def test_the_page_names_the_languages(self) -> None:
        text = html_report(EXAMPLE)
        assert 'lang="en">“' in text


class TestLegible:
    @given(st.text())
    def test_is_legible_and_stays_so(self, text: str) -> None:
        assert hidden_in(legible(text)) == []
        assert legible(legible(text)) == legible(text)
        assert not unicodedata.category((legible(text) or "a")[0]).startswith("M")

    @given(st.text(st.characters(categories=["L", "N", "P", "S", "Zs"])).map(visible))
    def test_what_can_be_seen_stays_as_it_is(self, text: str) -> None:
        assert legible(text) == text

    @given(st.text())
    def test_json_says_the_same(self, text: str) -> None:
        written = plain_json.dumps([text], ensure_ascii=False)
        assert plain_json.loads(escaped_json(written)) == [text]
        assert [c for c in hidden_in(escaped_json(written)) if c not in "\u2068\u2069"] == []

    @pytest.mark.parametrize(
        "text",
        [
            "می\u200cشود",  # a joiner that Persian is written with
            "क\u094d\u200dष",
            "👩\u200d🚀 🕊\ufe0f",
            "e\u0301 n\u0303",
            "葛\U000e0100",
            "a\u00a0b\u3000c\nd\te",
        ],
    )
    def test_what_scripts_and_emoji_need_stays(self, text: str) -> None:
        assert legible(text) == text

    @pytest.mark.parametrize(("mark", "escaped"), [("\u0301", "\\u0301"), ("\u20dd", "\\u20dd"), ("\u0591", "\\u0591")])
    def test_a_stack_of_marks_is_no_higher_than_eight(self, mark: str, escaped: str) -> None:
        assert legible(f"Z{mark * 30}o") == f"Z{mark * 8}{escaped * 22}o"
        assert legible(f"Z{mark * 8}o") == f"Z{mark * 8}o"

    @pytest.mark.parametrize(
        ("text", "marks"),
        [
            ("pay\u200cpal", "pay\\u200cpal"),
            ("a\ufe0f", "a\\ufe0f"),
            ("🕊\ufe0f\ufe0f", "🕊\ufe0f\\ufe0f"),
            ("\u0301a", "\\u0301a"),
            ("“\u0301a", "“\\u0301a"),
            ("\u202e\u0301a", "\\u202e\\u0301a"),
        ],
    )
    def test_where_they_deceive_they_are_marks(self, text: str, marks: str) -> None:
        assert legible(text) == marks


class TestMessages:
    def test_what_runs_from_right_to_left_is_isolated(self) -> None:
        assert shown(HEBREW) == f"\u2068'{HEBREW}'\u2069"
        problem = Problem(expected="a", found=shown(ARABIC), location=Location(f"{HEBREW}.yaml", 4, 1))
        assert str(problem) == f"\u2068{HEBREW}.yaml\u2069:4:1: expected a, found \u2068'{ARABIC}'\u2069"

    def test_a_suggestion_is_isolated(self) -> None:
        assert suggestion("שלוס", ["שלום"]) == "did you mean \u2068'שלום'\u2069?"

    def test_a_file_says_what_is_wrong_with_marks(self) -> None:
        with pytest.raises(NotReadableError) as caught:
            json.loads('{"format_version": "1.0", "statements": [{"id": "\u202e", "\u2067x": "\u202e"}]}')
        assert hidden_in(str(caught.value)) == []

    @given(st.text())
    def test_messages_keep_their_isolates_alone(self, text: str) -> None:
        message = f"{one_line(text)}: {quoted(text)}"
        assert legible_message(message) == message
        assert hidden_in(legible_message(text)) == []
        assert "\n" not in message

    def test_names_of_files_are_isolated(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["brief", f"\u202e{HEBREW}.json"]) == 2
        assert capsys.readouterr().err == f"diplo-events: \u2068\\u202e{HEBREW}.json\u2069: no such file or folder\n"


class TestLines:
    @given(st.lists(st.sampled_from([HEBREW, ARABIC, "words in English"]), min_size=1, max_size=30))
    def test_each_line_closes_what_it_opens(self, texts: list[str]) -> None:
        lines = wrapped(" ".join(map(isolated, texts)), PLAIN, first="a: ", rest="   ")
        assert all(ISOLATES.sub("", line).isascii() for line in lines)
        bare = re.sub("[\u2068\u2069]", "", " ".join(lines))
        assert bare.split() == ["a:", *" ".join(texts).split()]

    def test_isolates_are_for_right_to_left_alone(self) -> None:
        assert isolate("Київ, 北京, Ελλάδα") == "Київ, 北京, Ελλάδα"
        assert printable(isolate("א")) == "\\u2068א\\u2069"


def test_a_name_and_a_quote_bear_their_language() -> None:
    statement = next(r for r in EXAMPLE.records if getattr(r, "quotes", ()))
    quote = Quote(text=HEBREW, language="he", span=Span(start=0, end=len(HEBREW)))
    actor = next(r for r in EXAMPLE.records if r.id == "macron")
    records = [
        attrs.evolve(statement, quotes=(quote,)),
        attrs.evolve(actor, name=ARABIC, names=(Name(text=ARABIC, language="ar"),)),
    ]
    dataset = EXAMPLE.with_records(*records)
    text = html_report(dataset)
    assert f'<blockquote dir="auto" lang="he">“{HEBREW}”</blockquote>' in text
    assert f'<bdi lang="ar">{ARABIC}</bdi></span>' in text
