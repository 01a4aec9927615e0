"""Members of vocabularies that a newer minor version added: kept through every round trip, reported, never replaced."""

import copy
import json
import warnings
from collections.abc import Iterable, Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplo_events import Dataset, Medium, NewerFormatWarning, NotReadableError, SourceKind, UncodedReason
from diplo_events.formats import json as json_format
from diplo_events.formats import jsonl
from diplo_events.formats import yaml as yaml_format
from diplo_events.formats._newer import ASIDE, NEWER
from diplo_events.formats.plain import from_plain, to_plain
from diplo_events.model import FrozenMap
from diplo_events.schema import COLLECTIONS, ManyNode, Node, PartNode, Path, Record, VocabularyNode, fields, references
from each_case import each_case
from profiles import examples
from wider_records import EXAMPLE

WHOLE = to_plain(EXAMPLE)


def places_of(content: Any, node: Node, path: Path) -> Iterator[Path]:
    """List the places of members of vocabularies; the place after the last one of a list too."""
    match node, content:
        case PartNode(cls=cls), dict():
            for field in fields(cls):
                if field.name in content:
                    yield from places_of(content[field.name], field.node, (*path, field.name))
        case ManyNode(item=item), list():
            for index, value in enumerate(content):
                yield from places_of(value, item, (*path, index))
            if isinstance(item, VocabularyNode):
                yield (*path, len(content))
        case VocabularyNode(), str():
            yield path
        case _:
            pass


def kinds_of_places(document: dict[str, Any]) -> dict[str, Path]:
    """Return, for each kind of place, the first of it in a document."""
    kinds: dict[str, Path] = {}
    for name, cls in COLLECTIONS.items():
        for index, content in enumerate(document[name]):
            for path in places_of(content, PartNode(cls=cls), (name, index)):
                kinds.setdefault(".".join("#" if isinstance(part, int) else part for part in path), path)
    return kinds


def with_what_they_name(records: Iterable[Record]) -> Dataset:
    """Return a dataset of some records of the bundled one and of all that they lead to."""
    waiting, reached = [record.id for record in records], set[str]()
    while waiting:
        key = waiting.pop()
        if key not in reached:
            reached.add(key)
            waiting += [reference.target for reference in references(type(EXAMPLE[key]), EXAMPLE[key])]
    return EXAMPLE.without(*(EXAMPLE.keys() - reached))


FIRST = [EXAMPLE[WHOLE[name][index]["id"]] for name, index, *_ in kinds_of_places(WHOLE).values()]
DOCUMENT = to_plain(with_what_they_name(FIRST)) | {"format_version": "1.1"}
KINDS = kinds_of_places(DOCUMENT)


def with_word(document: dict[str, Any], path: Path, word: str = "brand_new") -> dict[str, Any]:
    """Return a document with another word at a place."""
    changed = copy.deepcopy(document)
    at: Any = changed
    for part in path[:-1]:
        at = at[part]
    if isinstance(at, list):
        at[path[-1] : path[-1] + 1] = [word]
    else:
        at[path[-1]] = word
    return changed


def read(document: dict[str, Any]) -> tuple[Dataset, list[str]]:
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        dataset = from_plain(document)
    return dataset, [str(warning.message) for warning in caught]


def check_kept(dataset: Dataset) -> None:
    """Check that a dataset comes back through every format."""
    for module in (json_format, jsonl, yaml_format):
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", NewerFormatWarning)
            again = module.loads(module.dumps(dataset))
        assert again == dataset
        assert module.dumps(again) == module.dumps(dataset)


@pytest.mark.parametrize("path", KINDS.values(), ids=list(KINDS))
class TestEachPlaceOfTheBundledDataset:
    def test_is_one_of_the_whole(self, path: Path) -> None:
        """What is drawn from the whole has every kind of place that the whole has."""
        assert len(KINDS) == len(kinds_of_places(WHOLE))
        assert with_word(DOCUMENT, path) != DOCUMENT

    def test_keeps_a_new_member_and_says_so(self, path: Path) -> None:
        document = with_word(DOCUMENT, path)
        dataset, (message,) = read(document)
        assert f"{path[0]}[{path[1]}]" in message
        assert to_plain(dataset) == document
        assert "brand_new" in jsonl.dumps(dataset)

    def test_refuses_it_in_a_version_that_is_known(self, path: Path) -> None:
        document = with_word(DOCUMENT, path) | {"format_version": "1.0"}
        with pytest.raises(NotReadableError, match="found 'brand_new'"):
            from_plain(document)

    def test_refuses_what_cannot_be_a_member(self, path: Path) -> None:
        with pytest.raises(NotReadableError):
            read(with_word(DOCUMENT, path, "Brand New"))


@pytest.mark.slow
@examples(8)
@given(st.lists(st.sampled_from(list(KINDS.values())), min_size=1, max_size=5, unique=True))
def test_several_at_once_are_kept_in_every_format(paths: list[Path]) -> None:
    document = DOCUMENT
    for path in paths:
        document = with_word(document, path)
    dataset, _ = read(document)
    assert to_plain(dataset) == document
    check_kept(dataset)


ACTORS = [{"id": "a", "name": "A", "kind": "state"}, {"id": "b", "name": "B", "kind": "court", "member_of": ["a"]}]
SOURCE = {"id": "s", "title": "T", "kind": "video"}
STATEMENT = {"id": "x", "source": "s", "speakers": ["a"], "acts": ["state"], "mode": "indirect", "summary": "S."}
NEW = {"format_version": "1.1", "sources": [SOURCE], "actors": ACTORS, "statements": [STATEMENT | {"medium": "smoke"}]}


class TestWhatStandsInARecord:
    def test_other_and_unknown_are_true_of_any_word(self) -> None:
        dataset, _ = read(NEW)
        assert (dataset["s"].kind, dataset["x"].medium) == (SourceKind.OTHER, Medium.UNKNOWN)
        assert dataset["s"].extra[NEWER] == FrozenMap({"/kind": "video"})

    def test_is_never_another_member(self) -> None:
        dataset, (kept, aside) = read(NEW)
        assert "b" not in dataset
        assert kept.endswith("kept in extra and written back: sources[0].kind, statements[0].medium")
        assert aside.endswith("refer to: actors[1]")
        assert dataset.extra[ASIDE] == FrozenMap({"actors": [ACTORS[1]]})

    def test_lists_of_a_source_lose_the_part_and_those_of_a_meeting_do_not(self) -> None:
        passages = [
            {"span": {"start": n, "end": n + 1}, "reason": reason}
            for n, reason in enumerate(["jest", next(iter(UncodedReason)).value])
        ]
        people = [{"actor": "a"}, {"actor": "a", "role": "ghost"}]
        meeting = {"id": "m", "source": "s", "kind": "talks", "status": "held", "participants": people, "summary": "S."}
        document = NEW | {"sources": [SOURCE | {"uncoded": passages}], "meetings": [meeting]}
        dataset, _ = read(document)
        assert [passage.span.start for passage in dataset["s"].uncoded] == [1]
        assert "m" not in dataset
        assert to_plain(dataset) == document


class TestWhatRefersToARecordThatIsSetAside:
    def test_is_set_aside_too(self) -> None:
        document = NEW | {"statements": [STATEMENT | {"speakers": ["b"]}, STATEMENT | {"id": "y"}]}
        dataset, messages = read(document)
        assert "actors[1], statements[0]" in messages[-1]
        assert [*dataset] == ["a", "s", "y"]
        assert to_plain(dataset) == document
        check_kept(dataset)

    def test_stays_in_a_part_of_a_larger_whole(self) -> None:
        document = NEW | {"complete": False, "statements": [STATEMENT | {"speakers": ["b"]}]}
        dataset, _ = read(document)
        assert "x" in dataset
        assert to_plain(dataset) == document


class TestAnExtraThatOnlyLooksLikeIt:
    @each_case(
        "value",
        [
            *(5, [], {}, {"actors": []}, {"actors": [5]}, {"actors": [{"id": 5}]}, {"things": [{"id": "b"}]}),
            {"actors": [{"id": "c", "name": "C", "kind": "state"}]},
            {"actors": [{"id": "a", "name": "C", "kind": "court"}]},
            {"actors": 7, "places": [{"id": "p"}]},
        ],
    )
    @each_case("version", ["1.0", "1.1"])
    def test_comes_back_as_it_was(self, value: object, version: str) -> None:
        actors = from_plain({"format_version": "1.0", "actors": [ACTORS[0]]}).records
        dataset = Dataset(records=actors, extra={ASIDE: value}, format_version=version)
        assert to_plain(dataset)["extra"] == {ASIDE: json.loads(json.dumps(value))}
        check_kept(dataset)

    def test_keeps_what_the_user_refers_to_now(self) -> None:
        dataset, _ = read(NEW | {"complete": False})
        actor = from_plain({"format_version": "1.0", "actors": [ACTORS[0] | {"id": "c"}]})["c"]
        check_kept(dataset.with_records(actor))

    def test_two_of_one_id_are_a_mistake(self) -> None:
        document = NEW | {"actors": [ACTORS[0], ACTORS[1], ACTORS[1]]}
        with pytest.raises(NotReadableError, match="an id of its own"):
            read(document)
