"""`DiploDataSource`: JSON Lines as a data source of Spark, one type of records at a time, both ways."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, ClassVar, Final, cast

import attrs

from diplo_events.converter import make_converter, problems_of
from diplo_events.dataset import Header
from diplo_events.errors import ArgumentError, DiploEventsError, NotReadableError, check_choice
from diplo_events.formats import jsonl
from diplo_events.formats.columns import plain_of
from diplo_events.formats.line_ranges import LineRange, line_ranges, read_range, selection_of
from diplo_events.schema import RECORD_TYPES, Record
from diplo_events.spark._bases import (
    DataSource,
    DataSourceArrowWriter,
    DataSourceReader,
    InputPartition,
    WriterCommitMessage,
)
from diplo_events.spark._columns import FINGERPRINT, MODES, PROBLEMS, engine_columns

__all__ = ["FINGERPRINT", "PROBLEMS", "DiploDataSource"]

COMPRESSIONS: Final = {"none": "", "gzip": ".gz", "zstd": ".zst"}
"""How the names of written files end."""

PART: Final = "part-"


class DiploDataSource(DataSource):  # type: ignore[misc]  # Spark need not be there
    """A data source of Spark, registered by `spark.dataSource.register(DiploDataSource)`.

    `spark.read.format("diplo").option("type", "statement").load(path)` reads a file or all files of a folder, by byte
    ranges. Each line is checked as `jsonl.load` checks it; what only several lines show is not: see `jsonl.check`.
    The columns are those of the format Parquet, with `_fingerprint` and `_problems`.

    Options to read: `type`, the one that must be given; `mode`, `PERMISSIVE` (by default), `DROPMALFORMED` or
    `FAILFAST`; `source` and `actor`, ids with commas between them, and `period`, a date, which select as in
    `jsonl.iter_records`; `rangeBytes`, how much one task reads. Equality with an id or a source in a `where` is
    looked for in the bytes of a line before it is read, if `spark.sql.python.filterPushdown.enabled` is true.

    To write, `frame.write.format("diplo").option("type", "statement").mode("append").save(folder)`: one file for each
    task, each whole or not at all; `compression` may be `gzip` or `zstd`.

    Examples:
        >>> DiploDataSource.name()
        'diplo'
    """

    options: dict[str, str]

    @classmethod
    def name(cls) -> str:
        """Return the name of the format in Spark."""
        return "diplo"

    def schema(self) -> Any:  # noqa: ANN401  (a type of Spark)
        """Return the columns as a schema of Spark."""
        from pyspark.sql.pandas.types import from_arrow_schema  # noqa: PLC0415  # pyright: ignore[reportMissingImports]  (only who has Spark)

        from diplo_events.formats.arrow_tables import arrow_schema  # noqa: PLC0415  (needs an extra, at hand in Spark)

        return from_arrow_schema(arrow_schema(engine_columns(self.record_type)))

    @property
    def record_type(self) -> type[Record]:
        """The type of records that is asked for.

        Raises:
            ArgumentError: the option `type` is missing, or there is no such type.
        """
        check_choice("the option type", self.options.get("type"), tuple(RECORD_TYPES))
        return RECORD_TYPES[self.options["type"]]

    @property
    def path(self) -> str:
        """The file or the folder.

        Raises:
            ArgumentError: there is none, or several.
        """
        if not self.options.get("path"):
            raise ArgumentError("expected one path, found none or several; put the files into one folder")
        return self.options["path"].removeprefix("file:")

    def reader(self, schema: Any) -> "RangeReader":  # noqa: ANN401, ARG002  (a type of Spark)
        """Return what reads."""
        return RangeReader(self.path, self.record_type, dict(self.options))

    def writer(self, schema: Any, overwrite: bool) -> "PartWriter":  # noqa: ANN401, ARG002  (Spark's call)
        """Return what writes."""
        return PartWriter(self.path, self.record_type, dict(self.options), overwrite=overwrite)


class RangePartition(InputPartition):  # type: ignore[misc]  # the same
    """What one task reads."""

    def __init__(self, piece: LineRange) -> None:
        self.piece = self.value = piece  # Spark shows the value


class RangeReader(DataSourceReader):  # type: ignore[misc]  # the same
    """Reads the ranges of files as batches of Arrow."""

    SOUGHT: ClassVar = {"EqualTo", "EqualNullSafe", "In"}

    def __init__(self, path: str, cls: type[Record], options: dict[str, str]) -> None:
        self.path = path
        self.cls = cls
        self.mode = options.get("mode", MODES[0]).upper()
        check_choice("the option mode", self.mode, MODES)
        self.options = options
        self.sought: list[tuple[bytes, ...]] = []
        selection_of((cls,), options)  # what is wrong with the options is said at once

    def pushFilters(self, filters: "list[Any]") -> "Iterator[Any]":  # noqa: N802  (Spark's name)
        """Look for ids in the bytes of lines; Spark asks the rows again."""
        for asked in filters:
            values: Any = getattr(asked, "value", None)
            texts: tuple[Any, ...] = values if type(asked).__name__ == "In" else (values,)
            named = getattr(asked, "attribute", None) in {("id",), ("source",), ("canonical_id",)}
            if named and type(asked).__name__ in self.SOUGHT and all(isinstance(text, str) for text in texts):
                self.sought.append(tuple(b'"%s"' % text.encode() for text in texts))
            yield asked

    def partitions(self) -> "list[RangePartition]":
        """Divide the files into ranges."""
        size = self.options.get("rangeBytes") or self.options.get("rangebytes")
        pieces = line_ranges(self.path, size=int(size)) if size else line_ranges(self.path)
        return [RangePartition(piece) for piece in pieces]

    def read(self, partition: "RangePartition") -> "Iterator[Any]":
        """Read a range.

        Raises:
            NotReadableError: the mode is `FAILFAST`, and a line is not a record.
        """
        from diplo_events.spark._batches import line_batches  # noqa: PLC0415  (needs an extra, at hand in Spark)

        selection = selection_of((self.cls,), self.options)
        selection.of_lines.extend(map(has_any, self.sought))
        yield from line_batches(self.cls, read_range(partition.piece, selection), self.mode)


def has_any(words: tuple[bytes, ...]) -> Callable[[bytes], bool]:
    """Return the test whether a line may have one of some words: has it, or writes letters in another way."""
    return lambda text: b"\\" in text or any(word in text for word in words)


@attrs.frozen
class Written(WriterCommitMessage):  # type: ignore[misc]  # the same
    """What a task has written."""

    name: str
    """The name of its file while it is not finished."""
    records: int
    """How many records are in it."""


class PartWriter(DataSourceArrowWriter):  # type: ignore[misc]  # the same
    """Writes a file for each task, which counts once all tasks are done."""

    def __init__(self, path: str, cls: type[Record], options: dict[str, str], *, overwrite: bool) -> None:
        self.path = path
        self.cls = cls
        self.overwrite = overwrite
        compression = options.get("compression", "none")
        check_choice("the option compression", compression, tuple(COMPRESSIONS))
        self.suffix = f".jsonl{COMPRESSIONS[compression]}"

    def write(self, iterator: "Iterator[Any]") -> Written:
        """Write the rows of a task.

        Raises:
            NotReadableError: a row is not a record.
        """
        folder = Path(self.path)
        folder.mkdir(parents=True, exist_ok=True)
        name = f"_{PART}{os.urandom(8).hex()}{self.suffix}"
        structure = make_converter().structure
        with jsonl.writer(folder / name, header=Header(complete=False)) as out:
            for batch in iterator:
                for row in batch.to_pylist():
                    out.write(self.record_of(row, structure))
        return Written(name, out.count)

    def record_of(self, row: dict[str, Any], structure: Any) -> Record:  # noqa: ANN401  (a function of cattrs)
        """Return a row as a record.

        Raises:
            NotReadableError: it is not one.
        """
        cells = {name: value for name, value in row.items() if name not in {FINGERPRINT, PROBLEMS}}
        try:
            return cast("Record", structure(plain_of(self.cls, cells), self.cls))
        except (DiploEventsError, ExceptionGroup) as error:
            raise NotReadableError(problems_of(error, (str(row.get("id")),))) from None

    def commit(self, messages: "list[Written | None]") -> None:
        """Rename the files of all tasks, so that they count."""
        folder = Path(self.path)
        old = list(folder.glob(f"{PART}*.jsonl*")) if self.overwrite and folder.is_dir() else []
        for written in filter(None, messages):
            (folder / written.name).rename(folder / written.name.removeprefix("_"))
        for file in old:
            file.unlink()

    def abort(self, messages: "list[Written | None]") -> None:
        """Remove the files of tasks that were done before another one failed."""
        for written in filter(None, messages):
            (Path(self.path) / written.name).unlink(missing_ok=True)
