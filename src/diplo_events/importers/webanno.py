"""WebAnno TSV 3, the table of tokens that WebAnno and INCEpTION export: layers of passages, relations and chains.

A row is a token with a column for each feature of each layer. A number in brackets, `person[3]`, joins the tokens of
one passage; `|` separates passages on one token. The file has its sentences, but not what stands between them: give
the texts beside it, or that is taken for line breaks. The offsets, in UTF-16 units in files of WebAnno and INCEpTION,
are compared with every token. Source: https://inception-project.github.io/releases/36.0/docs/user-guide.html
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

import attrs

from diplo_events.errors import Location, NotReadableError, Problem, shown
from diplo_events.importers._annotated_records import import_texts
from diplo_events.importers._annotations import AnnotatedText, Annotation, Refused, Relation
from diplo_events.importers._files import annotation_files, read_utf8, texts_of
from diplo_events.importers._maps import COMMON, LabelMap, map_of
from diplo_events.importers._offsets import Claim, joined_words
from diplo_events.importers._report import Imported

__all__ = ["read"]

FORMAT: Final = "#FORMAT=WebAnno TSV 3"
KINDS: Final = ("#T_SP=", "#T_CH=", "#T_RL=")
BASE: Final = "BT_"
TOKEN: Final = re.compile(r"(\d+)-(\d+(?:\.\d+)?)\t(\d+)-(\d+)\t")
EMPTY: Final = ("_", "")
UNSET: Final = "*"
DAMAGED: Final = "the line is damaged"
COLUMNS: Final = "the line has another number of columns than the header says"
REBUILT: Final = "the text is put together from the sentences of the file, with line breaks between them"
ESCAPES: Final = {"\\t": "\t", "\\r": "\r", "\\n": "\n", "\\\\": "\\"}
MOST_BETWEEN: Final = 10_000
"""How many characters between two sentences are filled with line breaks."""

NAMED_ENTITY: Final = "NamedEntity"


class Layer(NamedTuple):
    """A layer of the header."""

    name: str
    """Its name, without the names of the packages before it."""
    features: tuple[str, ...]
    """The names of its columns; a layer without features has one."""
    base: str
    """The layer from whose passages its relations come, as its last column says; empty if it has passages itself."""
    first: int
    """The first of its columns."""

    @property
    def width(self) -> int:
        """How many columns it has."""
        return max(len(self.features), 1) + bool(self.base)


def read(
    path: str | Path, *, texts: str | Path | None = None, mapping: str | Path | LabelMap | None = None
) -> Imported:
    """Return the records of a file of WebAnno TSV 3, or of all in a folder, with the report.

    Args:
        path: A file `.tsv`, or a folder with such files.
        texts: The folder with the texts as they were before they were split into tokens, under the same names.
        mapping: The map of the project, or its file, with layers as labels and features as attributes.

    Raises:
        NotReadableError: a file is not WebAnno TSV 3.
        OSError: a file cannot be read.
    """
    at_hand = texts_of(texts) if texts is not None else {}
    documents = (Table(file).document(at_hand) for file in annotation_files(path, (".tsv",)))
    return import_texts(documents, map_of(mapping, COMMON), tool="webanno")


class Table:
    """The rows of one file."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.layers: list[Layer] = []
        self.refused: list[Refused] = []
        self.tokens: list[Claim] = []
        self.sentences: list[tuple[str, int]] = []
        self.meta: dict[str, str] = {}
        self.spans: dict[str, Annotation] = {}
        self.starts: dict[tuple[str, str, str | None], str] = {}
        self.links: list[tuple[Location, Layer, dict[str, str], str, str]] = []
        content = read_utf8(file)
        if isinstance(content, Problem):
            raise NotReadableError([content])
        lines = content.removeprefix("\ufeff").split("\n")
        if not lines[0].startswith(FORMAT):
            where = Location(str(file), 1)
            raise NotReadableError([Problem(expected=f"a first line {FORMAT}", found=shown(lines[0]), location=where)])
        for number, line in enumerate(lines, start=1):
            self.line(Location(str(file), number), line.removesuffix("\r"))

    def line(self, where: Location, line: str) -> None:
        """Read one line."""
        if line.startswith(KINDS):
            self.layer(line)
        elif line.startswith("#Text="):
            self.sentences.append((unescaped(line.removeprefix("#Text=")), -1))
        elif line.startswith("#") and not TOKEN.match(line):
            name, _, value = line[1:].partition("=")
            if name != "FORMAT":
                self.meta[name] = value
        elif match := TOKEN.match(line):
            self.token(where, line, match)
        elif line.strip():
            self.refuse(where, DAMAGED, "a token: sentence-token, start-end, word, features", line)

    def refuse(self, where: Location, why: str, expected: str, found: str) -> None:
        """Note a line that is not read."""
        problem = Problem(expected=expected, found=shown(found), location=where)
        self.refused.append(Refused(reason=why, problem=problem))

    def layer(self, line: str) -> None:
        """Read a layer of the header."""
        name, *features = line[len(KINDS[0]) :].split("|")
        first = self.layers[-1].first + self.layers[-1].width if self.layers else 0
        base = features[-1].rpartition(".")[2] if features and features[-1].startswith(BASE) else ""
        named = tuple(features[:-1] if base else features)
        self.layers.append(Layer(name.rpartition(".")[2], named, base, first))

    def token(self, where: Location, line: str, match: re.Match[str]) -> None:
        """Read a token with its features."""
        word, *cells = line[match.end() :].split("\t")
        width = self.layers[-1].first + self.layers[-1].width if self.layers else 0
        if len(cells) == width + 1 and not cells[-1]:
            cells.pop()
        start, end = int(match[3]), int(match[4])
        if len(cells) != width or start >= end:
            self.refuse(where, COLUMNS, f"{width} columns after the word", line)
            return
        self.tokens.append(Claim(((start, end),), unescaped(word)))
        if self.sentences and self.sentences[-1][1] < 0:
            self.sentences[-1] = self.sentences[-1][0], start
        for layer in self.layers:
            self.cells(
                where, layer, cells[layer.first : layer.first + layer.width], (f"{match[1]}-{match[2]}", start, end)
            )

    def cells(self, where: Location, layer: Layer, cells: Sequence[str], token: tuple[str, int, int]) -> None:
        """Read the features of one layer on one token."""
        columns = [split(cell) for cell in cells]
        for index in range(max(map(len, columns))):
            values = [column[index] if index < len(column) else column[0] for column in columns]
            if all(value in EMPTY for value in values):
                continue
            if layer.base:
                features = {
                    n: feature(v)[0] for n, v in zip(layer.features, values, strict=False) if v not in (*EMPTY, UNSET)
                }
                self.links.append((where, layer, features, values[-1], token[0]))
            else:
                self.passage(where, layer, values, token)

    def passage(self, where: Location, layer: Layer, values: Sequence[str], token: tuple[str, int, int]) -> None:
        """Begin a passage of a layer, or go on with it."""
        name, start, end = token
        number = next((feature(value)[1] for value in values if value not in EMPTY), "")
        key = f"{layer.name}[{number}]" if number else f"{layer.name} {name}"
        self.starts.setdefault((layer.name, "" if number else name, number), key)
        if key in self.spans:
            each = self.spans[key]
            last = each.offsets[-1]
            self.spans[key] = attrs.evolve(each, offsets=(*each.offsets[:-1], (last[0], max(end, last[1]))))
            return
        names = layer.features or ("value",)
        found = {
            n: feature(v)[0] for n, v in zip(names, values, strict=False) if v not in EMPTY and feature(v)[0] != UNSET
        }
        label = found["value"] if layer.name == NAMED_ENTITY and "value" in found else layer.name
        self.spans[key] = Annotation(id=key, label=label, offsets=((start, end),), attributes=found, place=where)

    def relations(self) -> Iterator[Relation]:
        """Return the relations; each stands on the token where it leads to."""
        for index, (where, layer, features, base, token) in enumerate(self.links):
            match = re.fullmatch(r"(\d+-\d+(?:\.\d+)?)(?:\[(\d+)_(\d+)\])?", base)
            ends = (self.at(layer, match[1], match[2]), self.at(layer, token, match[3])) if match else (None, None)
            if None in ends:
                self.refuse(where, "its passage is not there", "the token of a passage", base)
                continue
            label = next(iter(features.values()), layer.name)
            yield Relation(
                id=f"{layer.name} {index + 1}",
                label=label,
                source=str(ends[0]),
                target=str(ends[1]),
                attributes={**features, "layer": layer.name},
                place=where,
            )

    def at(self, layer: Layer, token: str, number: str | None) -> str | None:
        """Return the passage on a token from which a relation can come; 0 is the number of those without one."""
        return self.starts.get((layer.base, "", number) if number not in (None, "0") else (layer.base, token, ""))

    def document(self, at_hand: Mapping[str, Path]) -> AnnotatedText:
        """Return the text with its annotations."""
        relations = tuple(self.relations())
        defects: list[tuple[str, str]] = []
        why = "the text of its document is not at hand"
        content: str | Problem | None = None
        if self.file.stem in at_hand:
            content = read_utf8(at_hand[self.file.stem])
            if isinstance(content, Problem):
                why, content = "the text of its document is not UTF-8", None
        else:
            content = self.rebuilt()
            why = "the offsets of its tokens leave no room for the sentences"
            if content is not None and len(self.sentences) > 1:
                defects.append((REBUILT, str(self.file)))
        return AnnotatedText(
            name=self.file.stem,
            text=content,
            why_no_text=why,
            annotations=tuple(self.spans.values()),
            relations=relations,
            refused=tuple(self.refused),
            extra={"webanno": self.meta} if self.meta else {},
            defects=tuple(defects),
            place=Location(str(self.file)),
            witnesses=tuple(self.tokens),
            same=joined_words,
        )

    def rebuilt(self) -> str | None:
        """Return the text of the sentences; `None` if they do not fit between the offsets."""
        for size in (len, lambda text: len(text.encode("utf-16-le", "surrogatepass")) // 2):
            text, length = "", 0
            for sentence, start in self.sentences:
                lead = len(sentence) - len(sentence.lstrip())
                gap = start - length - size(sentence[:lead])
                if start < 0 or gap < 0 or gap > MOST_BETWEEN:
                    break
                text += "\n" * gap + sentence
                length += gap + size(sentence)
            else:
                if all(matches(text, token, size) for token in self.tokens):
                    return text
        return None


def matches(text: str, token: Claim, size: Any) -> bool:  # noqa: ANN401  (a function)
    """Whether a token stands where its offsets say."""
    (start, end) = token.offsets[0]
    if size is len:
        return text[start:end] == token.words
    units = text.encode("utf-16-le", "surrogatepass")[2 * start : 2 * end]
    return units.decode("utf-16-le", "replace") == token.words


def split(cell: str) -> list[str]:
    r"""Return the values of a cell.

    >>> split(r"person[1]|a\|b"), split("_")
    (['person[1]', 'a\\|b'], ['_'])
    """
    return re.split(r"(?<!\\)\|", cell)


def feature(value: str) -> tuple[str, str]:
    r"""Return a value and the number of its passage.

    >>> feature("person[12]"), feature("a\\|b"), feature("*[3]")
    (('person', '12'), ('a|b', ''), ('*', '3'))
    """
    match = re.fullmatch(r"(.*?)(?<!\\)\[(\d+)\]", value, re.DOTALL)
    text, number = (match[1], match[2]) if match else (value, "")
    return re.sub(r"\\([\\\[\]|_>;*-])", r"\1", text), number


def unescaped(text: str) -> str:
    r"""Return a text without the escapes of the format.

    >>> unescaped("a\\nb\\\\n")
    'a\nb\\n'
    """
    return re.sub(r"\\[trn\\]", lambda match: ESCAPES[match[0]], text)
