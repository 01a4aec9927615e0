"""The page as a file: what is in it, and that nothing of a text or a dataset gets out of its place."""

import json
import re
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import profiles
from diplo_events import Actor, ActorKind, Dataset, Source, SourceKind, load_example
from diplo_events.coding.anchoring import cuts_word, sentences
from diplo_events.coding_page import build
from diplo_events.coding_page._schema_data import schema_data
from diplo_events.coding_page._settling import settling_data
from diplo_events.coding_page._text_data import text_data, time_words
from diplo_events.dates import EventDate
from diplo_events.errors import ArgumentError, NotReadableError
from diplo_events.formats.plain import from_plain
from diplo_events.model import Statement
from diplo_events.schema import COLLECTIONS, PartNode, VocabularyNode, fields

TEXT = "Norland’s minister said “no” last Tuesday. </script><script>alert(1)</script>\r\n🕊️ Talks end."


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "Two Words.txt"
    path.write_bytes(TEXT.encode())
    return path


def data_of(page: bytes) -> dict[str, Any]:
    found = re.search('<script type="application/json" id="data">(.*?)</script>', page.decode(), re.DOTALL)
    assert found
    data: dict[str, Any] = json.loads(found[1])
    return data


def test_the_text_is_in_the_page_letter_for_letter_and_never_markup(file: Path) -> None:
    page = build(file)
    assert data_of(page)["text"]["content"] == TEXT
    assert page.count(b"<script") == 2
    assert b"alert(1)</script>" not in page


def test_the_same_input_is_the_same_page(file: Path) -> None:
    assert build(file, dataset=load_example()) == build(file, dataset=load_example())


def test_the_page_may_neither_connect_nor_load_anything(file: Path) -> None:
    policy = re.search(b'Content-Security-Policy" content="([^"]*)"', build(file))
    assert policy
    assert b"default-src 'none'" in policy[1]
    assert b"connect-src 'none'" in policy[1]
    assert b"unsafe" not in policy[1]


def test_a_new_source_has_what_is_known_of_the_text_and_no_more(file: Path) -> None:
    data = data_of(build(file))
    (source,) = data["document"]["sources"]
    assert source["title"] == TEXT.partition("\r\n")[0]
    assert source["id"] == data["source"] == "two-words"
    assert source["length"] == len(TEXT)
    assert set(source) == {"id", "title", "sha256", "length"}


def test_a_known_source_is_found_by_its_hash(file: Path) -> None:
    sha256 = text_data("a", TEXT)["sha256"]
    known = Source(id="veld/1", title="No", kind=SourceKind.NEWS_ARTICLE, sha256=sha256, length=len(TEXT))
    data = data_of(build(file, dataset=Dataset(records=[known])))
    assert data["source"] == "veld/1"
    assert len(data["document"]["sources"]) == 1


def test_a_text_without_words_is_refused(tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_bytes(b" \n")
    with pytest.raises(ArgumentError, match=r"expected a text with words, found an empty one in 'empty\.txt'"):
        build(empty)
    empty.write_bytes(b"\xff")
    with pytest.raises(NotReadableError):
        build(empty)


def test_a_draft_and_a_second_coding_are_of_this_text(file: Path) -> None:
    with pytest.raises(ArgumentError, match=r"expected a source in the draft with the hash of 'Two Words\.txt'"):
        build(file, draft=load_example())
    with pytest.raises(ArgumentError, match="expected a source in the second coding with the hash"):
        build(file, second=load_example())


def test_a_newer_format_is_refused(file: Path) -> None:
    with pytest.raises(ArgumentError, match=r"expected a dataset of the format 1\.0, found one of 1\.7"):
        build(file, dataset=Dataset(format_version="1.7"))


def test_every_field_and_every_term_is_in_the_schema_of_the_page() -> None:
    """A field that is new in the model has its place in a form without a line of code."""
    data = schema_data()
    waiting: list[type[attrs.AttrsInstance]] = list(COLLECTIONS.values())
    seen: set[type] = set()
    while waiting:
        cls = waiting.pop()
        seen.add(cls)
        listed = data["classes"][cls.__name__]["fields"]
        assert [(f["name"], f["doc"], f["required"]) for f in listed] == [
            (f.name, f.doc, f.required) for f in fields(cls)
        ]
        for field in fields(cls):
            node = getattr(field.node, "item", field.node)
            if isinstance(node, PartNode) and node.cls not in seen:
                waiting.append(node.cls)
            if isinstance(node, VocabularyNode):
                terms = data["vocabularies"][node.vocabulary.__name__]
                assert [term["value"] for term in terms] == [member.value for member in node.vocabulary]
                assert all(term["meaning"] for term in terms)
    assert len(seen) > 20


@profiles.examples(50)
@given(st.text(st.sampled_from("aé́ 🕊️.“”\r\n\u00a0三²\u200d"), min_size=1, max_size=40))
def test_each_code_point_is_marked_as_the_checks_see_it(text: str) -> None:
    data = text_data("a", text)
    assert len(data["marks"]) == len(text) + 1
    for place, mark in enumerate(map(int, data["marks"][:-1])):
        assert bool(mark & 1) is text[place].isspace()
        assert bool(mark & 2) is text[place].isalnum()
        assert bool(mark & 4) is cuts_word(text, place)
    assert [tuple(piece) for piece in data["sentences"]] == list(sentences(text))


def test_time_words_are_offered_with_their_dates() -> None:
    text = "It was said on Tuesday. In 2014, last week and by May."
    words = time_words(text, EventDate.parse("2025-09-06"))
    assert ("Tuesday", "2025-09-02") in [(word["words"], word["date"]) for word in words]
    assert all(text[word["start"] : word["end"]] == word["words"] for word in words)


def test_a_coding_has_nothing_to_settle_with_itself() -> None:
    dataset = load_example()
    source = dataset.of_type(Source)[0]
    assert source.sha256
    assert settling_data(dataset, dataset, source.id, source.sha256) == []


def test_what_differs_is_listed_with_the_ids_of_the_first_coding() -> None:
    first = load_example()
    source = first.of_type(Source)[0]
    assert source.sha256
    statements = [r for r in first.reported_in(source.id) if isinstance(r, Statement)]
    changed, gone = statements[0], next(s for s in reversed(statements) if not first.referring_to(s.id))
    other = attrs.evolve(changed, summary="Otherwise.")
    second = first.without(gone.id).with_records(other)
    items = settling_data(first, second, source.id, source.sha256)
    assert [(item["first"], item["second"] and item["second"]["summary"]) for item in items] == [
        (changed.id, "Otherwise."),
        (gone.id, None),
    ]


def coding(source: str, *statements: tuple[str, int, str]) -> Dataset:
    needed = {"source": source, "speakers": ["norland"], "acts": ["reject"], "mode": "indirect"}
    return from_plain(
        {
            "format_version": "1.0",
            "sources": [{"id": source, "title": "T", "kind": "news_article", "sha256": text_data("a", TEXT)["sha256"]}],
            "actors": [{"id": "norland", "name": "Norland", "kind": "state"}],
            "statements": [
                needed | {"id": key, "spans": [{"start": at, "end": at + 7}], "summary": words}
                for key, at, words in statements
            ],
        }
    )


def test_what_the_second_coder_has_alone_gets_a_free_id_and_brings_its_actors() -> None:
    first = coding("mine", ("t/s1", 0, "One."))
    second = coding("theirs", ("t/s1", 30, "Two."))
    friend = Actor(id="friend", name="Friend", kind=ActorKind.GROUP, member_of=("bloc",))
    bloc = Actor(id="bloc", name="Bloc", kind=ActorKind.GROUP)
    said = second.of_type(Statement)[0]
    second = second.with_records(friend, bloc, attrs.evolve(said, speakers=("norland", "friend")))
    theirs, ours = settling_data(first, second, "mine", text_data("a", TEXT)["sha256"])
    assert (ours["first"], ours["second"], ours["brings"]) == ("t/s1", None, [])
    assert (theirs["first"], theirs["second"]["id"], theirs["second"]["source"]) == (None, "t/s1-2", "mine")
    assert [(each["type"], each["record"]["id"]) for each in theirs["brings"]] == [
        ("actors", "friend"),
        ("actors", "bloc"),
    ]


def test_a_draft_is_judged_once_and_never_takes_the_place_of_a_record(file: Path) -> None:
    mine = coding("mine", ("t/s1", 0, "Mine."), ("t/s2", 10, "Mine."))
    draft = coding("theirs", ("t/s1", 0, "Judged before."), ("t/s2", 20, "Another."), ("t/s3", 30, "A third."))
    data = data_of(build(file, dataset=mine, draft=draft))
    assert data["drafts"] == ["t/s2-2", "t/s3"]
    statements = {record["id"]: record for record in data["document"]["statements"]}
    assert {key: record["summary"] for key, record in statements.items()} == {
        "t/s1": "Mine.",
        "t/s2": "Mine.",
        "t/s2-2": "Another.",
        "t/s3": "A third.",
    }
    assert {record["source"] for record in statements.values()} == {"mine"}
    assert "complete" not in data["header"]
    assert [source["id"] for source in data["document"]["sources"]] == ["mine"]


def test_a_draft_alone_is_the_dataset_to_judge(file: Path) -> None:
    data = data_of(build(file, draft=coding("theirs", ("t/s1", 0, "One."))))
    assert data["source"] == "theirs"
    assert data["drafts"] == ["t/s1"]
    assert "complete" not in data["header"]
