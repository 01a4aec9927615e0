"""Every name, title and quote on the page stands in an element of its own language and direction."""

import itertools
import re
from collections import defaultdict
from collections.abc import Iterator
from html.parser import HTMLParser

import attrs
import pytest
from hypothesis import given

from diplo_events import Actor, Dataset, Document, Issue, Meeting, Place, Source, Statement, load_example
from diplo_events.model import EventRecord, Name
from diplo_events.model.nodes import fields
from diplo_events.open_records import coded
from diplo_events.report.html import html_report
from diplo_events.report.in_words import words_of
from diplo_events.report.lines import DataText, line_text
from foreign_texts import with_texts
from profiles import examples
from shared_datasets import DATASETS

VOID = {"meta", "input", "br", "img", "link", "hr"}
NAMING = {"name", "title", "names"}
LETTERS = "אבגדהוזחטיכלמנסעפצקרשת"
WORDS = re.compile(f"[{LETTERS}]{{4}}")


class Texts(HTMLParser):
    """The texts of a page, each with the language and the direction of where it stands."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[tuple[str, dict[str, str | None]]] = []
        self.found: list[tuple[str, str | None, bool]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in VOID:
            self.open.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            assert self.open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        tags = [tag for tag, _ in self.open]
        if not tags or tags[-1] in {"style", "script", "title"}:
            return  # a title cannot have elements in it
        own = [attributes for tag, attributes in self.open if tag != "html"]
        language = next((found["lang"] for found in reversed(own) if "lang" in found), None)
        directed = tags[-1] in {"bdi", "text"} or any(found.get("dir") == "auto" for found in own)
        self.found.append((data, language, directed))


def numbered() -> Iterator[str]:
    """List words of one script that no other text contains, all of one length."""
    for letters in itertools.product(LETTERS, repeat=4):
        yield "".join(letters)


def with_words(dataset: Dataset) -> Dataset:
    """Return a dataset in which each text is a word of its own; a name stays equal to its spelling."""
    words = numbered()
    records = []
    for record in dataset.records:
        names: dict[str, str] = defaultdict(words.__next__)
        values = {}
        for field in fields(type(record)):
            texts = names if field.name in NAMING else defaultdict(words.__next__)
            values[field.name] = with_texts(getattr(record, field.name), field.node, texts.__getitem__)
        if isinstance(record, Source):
            values["length"] = None  # quotes of other lengths may end later
        records.append(attrs.evolve(record, **values))
    return attrs.evolve(dataset, records=records, title=next(words), description=next(words))


def of_language(dataset: Dataset) -> dict[str, set[str | None]]:
    """Return the names, titles, quotes and time words of a dataset, with the languages that each may have."""
    found: dict[str, set[str | None]] = defaultdict(set)
    for record in dataset.records:
        names: tuple[Name, ...] = getattr(record, "names", ())
        for name in names:
            found[name.text].add(name.language)
        match record:
            case Source():
                found[record.title].add(record.language)
            case Actor(name=called) | Place(name=called) | Document(title=called):
                found[called].add(next((name.language for name in names if name.text == called), None))
            case Issue(label=called) | Meeting(title=called):
                found[called].add(None)
            case _:
                pass
        if isinstance(record, EventRecord):
            source = dataset.get(record.source)
            usual = source.language if isinstance(source, Source) else None
            if record.when_as_reported:
                found[record.when_as_reported].add(usual)
            for quote in getattr(record, "quotes", ()):
                found[quote.text].add(quote.language or usual)
    return found


def wrong_in(dataset: Dataset) -> list[tuple[str, str | None, bool]]:
    """List the words on the page that stand in another language, or without a direction.

    Words that sources of two languages share may stand in neither.
    """
    known = of_language(dataset)
    reader = Texts()
    reader.feed(html_report(dataset))
    reader.close()
    wrong = []
    for data, language, directed in reader.found:
        for word in WORDS.findall(data):
            languages = known.get(word, {language})
            if not (directed and (language in languages or (language is None and len(languages) > 1))):
                wrong.append((data, language, directed))
    return wrong


@examples(25)
@given(DATASETS)
def test_of_any_dataset(dataset: Dataset) -> None:
    assert wrong_in(with_words(coded(dataset))) == []


@pytest.mark.slow
def test_of_the_bundled_dataset_in_several_languages() -> None:
    tags = itertools.cycle(["he", "yi", "lad", None])
    records = [
        attrs.evolve(record, language=next(tags))
        if isinstance(record, Source)
        else attrs.evolve(record, names=tuple(attrs.evolve(name, language=next(tags)) for name in record.names))
        if isinstance(record, Actor | Place)
        else record
        for record in load_example().records
    ]
    dataset = with_words(attrs.evolve(load_example(), records=records))
    assert {language for languages in of_language(dataset).values() for language in languages} >= {"he", "yi", "lad"}
    assert wrong_in(dataset) == []


def test_a_line_has_the_language_of_each_name_in_it() -> None:
    dataset = load_example()
    minister = attrs.evolve(dataset["lavrov"], name="Лавров", names=(Name(text="Лавров", language="ru"),))
    statement = next(record for record in dataset.of_type(Statement) if record.targets and record.conditions is None)
    said = attrs.evolve(statement, targets=("lavrov",))
    changed_dataset = dataset.with_records(minister, said)
    predicate = words_of(changed_dataset, said).predicate
    assert predicate[:2] == (" → ", DataText("Лавров", "ru"))
    assert line_text(predicate).startswith(" → Лавров: ")
    assert ' → <bdi lang="ru">Лавров</bdi>: ' in html_report(changed_dataset)
