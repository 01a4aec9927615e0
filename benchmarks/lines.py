"""What a record costs as a line of JSON, read and written, side by side with other libraries, in one run.

Run it with `python benchmarks/lines.py`; it needs `msgspec`, `orjson` and `pydantic`. The lines are the bundled
records, multiplied under new ids. Everything is run in turn, round after round, so that a busy machine slows all alike;
processor time. Printed is how many times as long as the first of its table each takes: the median of the ratios within
a round, and their span. orjson looks at no rule at all.

Where what was read is kept, it is kept until the clock stops, on both sides, and each begins with new bytes of the same
file; `run.py` measures so too. To give up dicts takes longer than to give up records, so that a clock that stops later
has a smaller ratio. Of a file with mistakes nothing is left, so that what is compared with it is given up within the
measured time too. Python's collector of cycles runs as it does for any user: while orjson reads, and a few times while
this library does, which pauses it in between.
What the works of one table need is made when its turn comes, so that no other table's objects are in memory.
"""

import functools
import gc
import json
import random
import re
import statistics
import sys
import time
import tracemalloc
from collections.abc import Callable, Mapping
from typing import Annotated, Any, Literal, Union

import attrs
import orjson
import pydantic
from cattrs.preconf.orjson import make_converter
from growth import repeated

import diplo_events
from diplo_events import EventDate, FrozenMap, NotReadableError
from diplo_events.formats import jsonl
from diplo_events.formats._document import plain_record
from diplo_events.formats._record_code import has_relations
from diplo_events.formats._record_lines import read_slowly, record_reader, record_writer
from diplo_events.model.field_rules import Checked
from diplo_events.schema import (
    RECORD_TYPES,
    CodeNode,
    DateNode,
    FlagNode,
    IdNode,
    ManyNode,
    MapNode,
    Node,
    NumberNode,
    PartNode,
    TextNode,
    VocabularyNode,
    WholeNode,
    fields,
    type_name,
)

ROUNDS = 9
RECORDS = 10_000
BAD = 100
"""One line in so many is bad."""

Work = Callable[[], object]
Reader = Callable[[bytes], object]
Taken = dict[str, list[float]]
"""The seconds of each round."""
PLAIN = r"[^\x00-\x08\x0b-\x1f\x7f-\x9f]"


def distinct(items: Any) -> Any:  # noqa: ANN401  (a tuple or a set of anything)
    """Return items if each is there once."""
    if len(set(items)) != len(items):
        raise ValueError(items)
    return items


def pydantic_type(node: Node) -> Any:  # noqa: ANN401, C901  (a type is any object; one case for each kind of node)
    """Return the type of a field for pydantic, with the same rules for its value."""
    type_: Any
    match node:
        case TextNode():
            type_ = Annotated[str, pydantic.StringConstraints(pattern=rf"^{PLAIN}*\S{PLAIN}*$")]
        case IdNode(pattern=pattern) | CodeNode(pattern=pattern):
            regex = pattern.regex.replace(r"\ud800-\udfff", "")  # of which it has none
            type_ = Annotated[str, pydantic.StringConstraints(pattern=f"^(?:{regex})$")]
        case WholeNode():
            type_ = int
        case NumberNode():
            type_ = Annotated[float, pydantic.AllowInfNan(False)]
        case FlagNode():
            type_ = bool
        case DateNode():
            type_ = Annotated[
                EventDate, pydantic.PlainValidator(EventDate.parse), pydantic.PlainSerializer(str, return_type=str)
            ]
        case VocabularyNode(vocabulary=vocabulary):
            type_ = vocabulary
        case MapNode(of_text=of_text):
            type_ = dict[str, str if of_text else Any]
        case ManyNode(item=item):
            type_ = Annotated[tuple[pydantic_type(item), ...], pydantic.AfterValidator(distinct)]  # type: ignore[misc]  # made at run time
        case PartNode(cls=cls):
            type_ = pydantic_model(cls)
    return type_ | None if node.optional else type_


def pydantic_model(cls: type[attrs.AttrsInstance], name: str = "") -> type[pydantic.BaseModel]:
    """Return a class of the model in pydantic: the same fields and rules, unknown fields forbidden."""
    own: dict[str, Any] = {"type": (Literal[name], name)} if name else {}  # type: ignore[valid-type]  # made at run time
    for field in sorted(fields(cls), key=lambda field: not field.required):
        default = ... if field.required else {} if isinstance(field.node, MapNode) else field.default
        default = () if default == frozenset() else default
        own[field.name] = (pydantic_type(field.node), default)
    config = pydantic.ConfigDict(extra="forbid", frozen=True)
    between = {"_fits": pydantic.model_validator(mode="after")(between_fields(cls))} if has_relations(cls) else {}
    return pydantic.create_model(cls.__name__, __config__=config, __validators__=between, **own)


def between_fields(cls: Any) -> Callable[[Any], Any]:  # noqa: ANN401  (a class of the model)
    """Return the rules between the fields of a class, as pydantic asks for them."""

    def check(model: Any) -> Any:  # noqa: ANN401  (of the same fields)
        of_base = cls._fits is Checked._fits  # noqa: SLF001  (declared for readers)
        if any(cls._relations(model)) if of_base else not cls._fits(model):
            raise ValueError(model)
        return model

    return check


def pydantic_adapter() -> Any:  # noqa: ANN401  (of a union made here)
    """Return what reads and writes any record with pydantic."""
    models = tuple(pydantic_model(cls, name) for name, cls in RECORD_TYPES.items())
    return pydantic.TypeAdapter(Annotated[Union[models], pydantic.Discriminator("type")])  # noqa: UP007  (a tuple of classes)


def stock_cattrs() -> Callable[[bytes], object]:
    """Return what reads a line with cattrs as it comes, on the same classes."""
    converter = make_converter(forbid_extra_keys=True)
    converter.register_structure_hook(EventDate, lambda text, _type: EventDate.parse(text))
    converter.register_structure_hook_func(
        lambda type_: getattr(type_, "__origin__", type_) is FrozenMap, lambda items, _type: FrozenMap(items)
    )

    def read(line: bytes) -> object:
        content = orjson.loads(line)
        return converter.structure(content, RECORD_TYPES[content.pop("type")])

    return read


def each(work: Callable[[Any], object], items: list[Any]) -> Work:
    """Return the work on each of some items; what it returns is not kept."""

    def run() -> None:
        for item in items:
            work(item)

    return run


def given_up(work: Work) -> Work:
    """Return the work without its result, which is given up when it is done."""

    def run() -> None:
        work()

    return run


def spoilt(lines: list[bytes]) -> bytes:
    """Return a file in which one line in a hundred has a mistake: an unknown member or an unknown field."""
    header = b'{"type":"dataset","format_version":"1.0"}'
    draw = random.Random(7)  # noqa: S311  (seeded, so that each run has the same mistakes)
    bad = list(lines)
    for index in range(0, len(lines), BAD):
        old, new = draw.choice(
            ((rb'"(acts|kind|stance)":\[?"', rb"\g<0>un"), (rb'"(summary|name|label)":"', rb'\g<0>","extra2":"'))
        )
        bad[index] = re.sub(old, new, bad[index], count=1)
    return b"\n".join([header, *bad])


def refused(data: bytes) -> int:
    """Read a file with mistakes, and count them."""
    try:
        jsonl.loads(data)
    except NotReadableError as error:
        return len(error.problems)
    raise SystemExit("the file has mistakes")


def reading_lines(lines: list[bytes], _data: bytes) -> Taken:
    """Measure what reads one line after the other, the yardstick first."""
    works: dict[str, Work] = {
        "orjson.loads (no rules)": each(orjson.loads, lines),
        "this library": lambda: each(record_reader(), lines)(),  # noqa: PLW0108  (each round with a new reader)
        "this library without msgspec": each(read_slowly, lines),
        "json.loads (no rules)": each(json.loads, lines),
        "pydantic, unknown fields forbidden": each(pydantic_adapter().validate_json, lines),
        "cattrs as it comes, same classes": each(stock_cattrs(), lines),
    }
    return compared(works)


def dicts_of(data: bytes) -> list[object]:
    """Read the lines of a file by orjson in the fastest way, but for the first and the last one, and keep them."""
    return list(map(orjson.loads, data.split(b"\n")[1:-2]))


FILE_READERS: Mapping[str, Reader] = {
    "orjson.loads of each line (no rules)": dicts_of,
    "this library, references checked": jsonl.loads,
}
"""What reads a file and keeps its records, the yardstick first."""


def reading_files(_lines: list[bytes], data: bytes) -> Taken:
    """Measure what reads a file and keeps its records."""
    return compared_files(FILE_READERS, data)


def reading_mistakes(lines: list[bytes], data: bytes) -> Taken:
    """Measure what reads a file with mistakes, and the same file without them as the yardstick."""
    bad = spoilt(lines)
    works: dict[str, Work] = {
        "this library, a file without mistakes": given_up(lambda: jsonl.loads(data)),
        "the same with 1 % bad lines, all explained": lambda: refused(bad),
    }
    return compared(works)


def writing_lines(lines: list[bytes], _data: bytes) -> Taken:
    """Measure what writes one line after the other, the yardstick first."""
    records = list(map(read_slowly, lines))
    adapter = pydantic_adapter()
    models = list(map(adapter.validate_json, lines))
    plain = list(map(orjson.loads, lines))
    contents = [{"type": type_name(type(record)), **plain_record(record)} for record in records]
    if [record_writer()(record)[:-1] for record in records] != lines:
        raise SystemExit("the lines are written otherwise")
    works: dict[str, Work] = {
        "orjson.dumps (of dicts)": each(orjson.dumps, plain),
        "this library": each(record_writer(), records),
        "json.dumps (of dicts)": each(json.dumps, contents),
        "pydantic": each(lambda model: adapter.dump_json(model, exclude_defaults=True), models),
    }
    return compared(works)


TABLES: Mapping[str, Callable[[list[bytes], bytes], Taken]] = {
    "reading line by line": reading_lines,
    "reading a file, all records kept": reading_files,
    "reading a file with mistakes": reading_mistakes,
    "writing line by line": writing_lines,
}


def seconds(work: Work) -> float:
    """Measure the processor time of one run; what it returns is kept until then."""
    gc.collect()
    start = time.process_time()
    result = work()
    taken = time.process_time() - start
    del result
    return taken


def compared(runs: Mapping[str, Work]) -> Taken:
    """Run everything in turn, round after round."""
    taken: Taken = {name: [] for name in runs}
    for _ in range(ROUNDS):
        for name, run in runs.items():
            taken[name].append(seconds(run))
    return taken


def compared_files(readers: Mapping[str, Reader], data: bytes) -> Taken:
    """Read a file by each in turn, round after round, each time from new bytes; what is read is kept."""
    taken: Taken = {name: [] for name in readers}
    for _ in range(ROUNDS):
        for name, read in readers.items():
            taken[name].append(seconds(functools.partial(read, bytes(bytearray(data)))))
    return taken


def memory(read: Reader, data: bytes) -> int:
    """Measure how many bytes that takes which is read of a file."""
    gc.collect()
    tracemalloc.start()
    result = read(data)
    gc.collect()
    size, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    del result
    return size


def main() -> None:
    """Print a table for each comparison."""
    data = jsonl.dumps(repeated(diplo_events.load_example(), RECORDS)).encode()
    lines = data.split(b"\n")[1:-2]
    versions = f"orjson {orjson.__version__}, pydantic {pydantic.VERSION}"
    print(f"Python {sys.version.split()[0]}, {versions}; {len(lines):,} records of {len(data) // len(lines)} bytes")
    for title, works in TABLES.items():
        taken = works(lines, data)
        yardstick, *_ = taken.values()
        print(f"{title}: times as long, and microseconds a record")
        for name, times in taken.items():
            ratios = sorted(one / base for one, base in zip(times, yardstick, strict=True))
            micro = statistics.median(times) / len(lines) * 1e6
            print(f"  {name:44}{statistics.median(ratios):8.2f}  ({ratios[0]:.2f} to {ratios[-1]:.2f}){micro:10.2f}")
    sizes = {name: memory(read, data) / len(lines) for name, read in FILE_READERS.items()}
    print("memory of what is kept: bytes a record, and as a part of the first")
    for name, size in sizes.items():
        print(f"  {name:44}{size:8,.0f}{size / next(iter(sizes.values())):8.2f}")


if __name__ == "__main__":
    main()
