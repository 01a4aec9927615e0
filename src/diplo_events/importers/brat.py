"""brat standoff: texts (`.txt`) with their annotations (`.ann`), as the brat rapid annotation tool keeps them.

Lines with `T` (passages, also in several fragments), `E` (events), `R` and `*` (relations), `A` and `M` (attributes),
`N` (references to other data) and `#` (notes) are read. Where several people annotated a text, brat has no place for
their names: files such as `talks_ana.ann` and `talks_ben.ann` beside one `talks.txt` are taken for the work of two
annotators, `ana` and `ben`. Source of the format: https://brat.nlplab.org/standoff.html
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import attrs

from diplo_events.errors import Location, Problem, shown
from diplo_events.importers._annotated_records import import_texts
from diplo_events.importers._annotations import AnnotatedText, Annotation, Refused, Relation
from diplo_events.importers._files import annotation_files, read_utf8, texts_of
from diplo_events.importers._maps import FieldRule, LabelMap, LabelRule, defaults, map_of
from diplo_events.importers._offsets import Offsets
from diplo_events.importers._report import Imported

__all__ = ["DEFAULT_MAP", "read"]

ATTRIBUTED: Final = (
    FieldRule(field="spans", roles=("Source", "Cue", "Content")),
    FieldRule(field="speakers", roles=("Source", "Speaker")),
    FieldRule(field="quotes", quoted=("Content",)),
)
"""The fields of an attribution, as PolNeAR and the Penn Attribution Relations Corpus call its parts."""

DEFAULT_MAP: Final = LabelMap(
    labels=(
        LabelRule(label="Attribution", record="statement", fields=ATTRIBUTED),
        *defaults(
            ("Person", "actor", {"kind": "person"}),
            ("PER", "actor", {"kind": "person"}),
            ("Organization", "actor", {}),
            ("ORG", "actor", {}),
            ("Location", "place", {}),
            ("LOC", "place", {}),
        ).labels,
    )
)
"""Attributions are statements, persons and organisations actors, locations places; all else is kept in `extra`."""

SEPARATORS: Final = "_.-"
"""What stands between the name of a text and that of an annotator."""

ROW: Final = re.compile(r"([TERAMN#]\d*|\*)\t")
"""How a row begins; another line goes on with the words of the row before it."""

PAIR: Final = 2
DAMAGED: Final = "the line is damaged"
BROKEN: Final = "a line break within the words of a passage"
REPEATED: Final = "its id is that of another row"
TRIGGER: Final = "trigger"
"""The role of the passage that an event has."""

SAID: Final = "what it says is in the record of another row, or in `extra`"
UNKNOWN: Final = "it is about a row that is not there"


def read(
    path: str | Path, *, texts: str | Path | None = None, mapping: str | Path | LabelMap | None = None
) -> Imported:
    """Return the records of a file of brat, or of all in a folder.

    Args:
        path: A file `.ann`, or a folder with such files, also in folders inside.
        texts: The folder with the texts, if they are not beside the annotations.
        mapping: The map of the project, or its file; by default `DEFAULT_MAP`.

    Raises:
        NotReadableError: there is no such file in the folder.
        OSError: a file cannot be read.
    """
    by_text: dict[Path, list[tuple[Path, str | None]]] = {}
    lone: list[Path] = []
    folders: dict[Path, dict[str, Path]] = {}
    for file in annotation_files(path, (".ann",)):
        folder = Path(texts) if texts is not None else file.parent
        if folder not in folders:
            folders[folder] = texts_of(folder)
        found, annotator = text_of(file, folders[folder])
        if found is None:
            lone.append(file)
        else:
            by_text.setdefault(found, []).append((file, annotator))
    return import_texts(documents(by_text, lone), map_of(mapping, DEFAULT_MAP), tool="brat")


def text_of(file: Path, texts: Mapping[str, Path]) -> tuple[Path | None, str | None]:
    """Return the text of a file of annotations, and who annotated it, if the name of the file says so."""
    if exact := texts.get(file.stem):
        return exact, None
    for end in range(len(file.stem) - 1, 0, -1):
        if file.stem[end] in SEPARATORS and file.stem[:end] in texts:
            return texts[file.stem[:end]], file.stem[end + 1 :] or None
    return None, None


def documents(by_text: Mapping[Path, list[tuple[Path, str | None]]], lone: Sequence[Path]) -> Iterator[AnnotatedText]:
    """Return the texts, each with all its annotations."""
    for text, files in by_text.items():
        content = read_utf8(text)
        parts = [Standoff(file, annotator, several=len(files) > 1) for file, annotator in files]
        yield annotated(text, content, parts)
    for file in lone:
        yield annotated(file, None, [Standoff(file, None, several=False)])


def annotated(file: Path, content: str | Problem | None, parts: Sequence["Standoff"]) -> AnnotatedText:
    """Return a text with the annotations of some files."""
    notes = [note for part in parts for note in part.notes]
    text = AnnotatedText(
        name=file.stem,
        text=content if isinstance(content, str) else None,
        annotations=tuple(each for part in parts for each in part.annotations()),
        relations=tuple(each for part in parts for each in part.relations),
        refused=tuple(each for part in parts for each in part.refused),
        joined=tuple((SAID, where) for part in parts for where in part.said),
        defects=tuple(each for part in parts for each in part.defects),
        extra={"notes": notes} if notes else {},
        place=Location(str(file)),
        same=brat_words,
    )
    if isinstance(content, Problem):
        return attrs.evolve(
            text, why_no_text="the text of its document is not UTF-8", place=content.location or text.place
        )
    return text


def brat_words(words: str, fragments: Sequence[str]) -> bool:
    r"""Whether words are those of the fragments as brat writes them: a line break is a blank.

    >>> brat_words("no toll", ["no\n", "toll"]), brat_words("no toll", ["no", "tolls"])
    (False, False)
    >>> brat_words("no toll", ["no\ntoll"])
    True
    """
    joined = " ".join(fragments)
    return words == joined or words == re.sub(r"[\r\n]", " ", joined) or words == re.sub(r"\r?\n", " ", joined)


def is_cut(row: str) -> bool:
    r"""Whether the words of a passage are shorter than its offsets say, so that the next line goes on with them.

    >>> is_cut("T1\tPerson 0 7\tOda"), is_cut("T1\tPerson 0 3\tOda")
    (True, False)
    """
    match = re.match(r"T\d+\t\S+ (\d+ \d+(?:;\d+ \d+)*)\t", row)
    if not match:
        return False
    places = [each.split(" ") for each in match[1].split(";")]
    return len(row) - match.end() < sum(int(end) - int(start) for start, end in places) + len(places) - 1


class Standoff:
    """The rows of one file."""

    def __init__(self, file: Path, annotator: str | None, *, several: bool) -> None:
        self.file = file
        self.annotator = annotator
        self.prefix = f"{annotator or file.stem}/" if several else ""
        self.passages: dict[str, Annotation] = {}
        self.events: dict[str, Annotation] = {}
        self.relations: list[Relation] = []
        self.refused: list[Refused] = []
        self.defects: list[tuple[str, str]] = []
        self.notes: list[dict[str, Any]] = []
        self.about: list[tuple[Location, str, str, Any]] = []
        self.said: list[Location] = []
        content = read_utf8(file)
        if isinstance(content, Problem):
            self.refused.append(Refused(reason="the file is not UTF-8", problem=content))
            return
        for where, row in self.rows(content):
            self.row(where, row)
        self.attach()

    def rows(self, content: str) -> Iterator[tuple[Location, str]]:
        """Return the rows, each with its line; a line that begins no row goes on with the one before it."""
        pending: tuple[Location, str] | None = None
        for number, line in enumerate(content.removeprefix("\ufeff").split("\n"), start=1):
            text = line.removesuffix("\r")
            where = Location(str(self.file), number)
            if ROW.match(text):
                if pending:
                    yield pending
                pending = where, text
            elif pending and is_cut(pending[1]):
                pending = pending[0], f"{pending[1]}\n{text}"
            elif text.strip():
                self.refuse(where, DAMAGED, "a row that begins with its id and a tab", text)
        if pending:
            yield pending

    def refuse(self, where: Location, why: str, expected: str, found: str) -> None:
        """Note a row that is not read."""
        problem = Problem(expected=expected, found=shown(found), location=where)
        self.refused.append(Refused(reason=why, problem=problem))

    def row(self, where: Location, text: str) -> None:
        """Read one row."""
        key, _, rest = text.partition("\t")
        readers = {"T": self.passage, "E": self.event, "R": self.relation, "*": self.group}
        if key in self.passages or key in self.events:
            self.refuse(where, REPEATED, "an id of its own", text)
        elif key[0] in readers:
            if not readers[key[0]](where, key, rest):
                self.refuse(where, DAMAGED, "a row as the format has it", text)
        elif not self.remark(where, key, rest):
            self.refuse(where, DAMAGED, "a row as the format has it", text)

    def passage(self, where: Location, key: str, rest: str) -> bool:
        """Read `T1<tab>Person 0 3;8 12<tab>words`."""
        head, tab, words = rest.partition("\t")
        match = re.fullmatch(r"(\S+) (\d+ \d+(?:;\d+ \d+)*)", head)
        if not match or not tab:
            return False
        if "\n" in words:
            self.defects.append((BROKEN, f"{where}: {key}"))
        offsets: Offsets = tuple(
            (int(start), int(end)) for start, end in (each.split(" ") for each in match[2].split(";"))
        )
        self.passages[key] = Annotation(
            id=self.prefix + key, label=match[1], offsets=offsets, words=words, annotator=self.annotator, place=where
        )
        return True

    def event(self, where: Location, key: str, rest: str) -> bool:
        """Read `E1<tab>Attribution:T4 Source:T1 Content:T3`."""
        parts = [part.split(":") for part in rest.split()]
        if not parts or any(len(part) != PAIR or not all(part) for part in parts):
            return False
        (label, trigger), *roles = parts
        self.events[key] = Annotation(
            id=self.prefix + key, label=label, words=trigger, annotator=self.annotator, place=where
        )
        for role, target in roles:
            self.relate(where, f"{key} {role}:{target}", re.sub(r"\d+$", "", role) or role, (key, target), is_row=False)
        return True

    def relation(self, where: Location, key: str, rest: str) -> bool:
        """Read `R1<tab>Speaker Arg1:T1 Arg2:T2`."""
        match = re.fullmatch(r"(\S+) ([^\s:]+):(\S+) ([^\s:]+):(\S+)\s*", rest)
        if match:
            self.relate(where, key, match[1], (match[3], match[5]))
        return bool(match)

    def group(self, where: Location, key: str, rest: str) -> bool:
        """Read `*<tab>Equiv T1 T2 T3`: each but the first is related to the first."""
        label, *members = rest.split() or [""]
        if len(members) < PAIR:
            return False
        for member in members[1:]:
            self.relate(where, f"{key} {members[0]} {member}", label, (members[0], member), is_row=member == members[1])
        return True

    def relate(self, where: Location, key: str, label: str, ends: tuple[str, str], *, is_row: bool = True) -> None:
        """Keep a relation."""
        source, target = (self.prefix + end for end in ends)
        self.relations.append(
            Relation(
                id=self.prefix + key,
                label=label,
                source=source,
                target=target,
                annotator=self.annotator,
                place=where,
                is_row=is_row,
            )
        )

    def remark(self, where: Location, key: str, rest: str) -> bool:
        """Read what is said of another row: an attribute, a reference or a note."""
        if key[0] in "AM":
            match = re.fullmatch(r"(\S+) (\S+)(?: (.*))?", rest.strip())
            if match:
                self.about.append((where, match[2], match[1], True if match[3] is None else match[3]))
            return bool(match)
        head, _, text = rest.partition("\t")
        match = re.fullmatch(r"(\S+) (\S+)(?: (\S.*))?", head.strip())
        if not match:
            return False
        if key[0] == "N":
            self.about.append((where, match[2], match[1], {"id": match[3] or "", "name": text}))
        else:
            self.about.append((where, match[2], match[1], text))
        return True

    def attach(self) -> None:
        """Attach to each row what is said of it, and to each event the passage of its trigger."""
        for where, target, name, value in self.about:
            row = self.events.get(target) or self.passages.get(target)
            self.said.append(where)
            places = [index for index, each in enumerate(self.relations) if each.id == self.prefix + target]
            if row:
                holder = self.events if target in self.events else self.passages
                known = row.attributes.get(name)
                joined = value if known is None else [*(known if isinstance(known, list) else [known]), value]
                holder[target] = attrs.evolve(row, attributes={**row.attributes, name: joined})
            elif places:
                each = self.relations[places[0]]
                self.relations[places[0]] = attrs.evolve(each, attributes={**each.attributes, name: value})
            elif name == "AnnotatorNotes" or value is not True:
                self.notes.append({"about": target, "name": name, "value": value})
                self.defects.append((UNKNOWN, f"{where}: {target}"))
            else:
                self.said.pop()
                self.refuse(where, UNKNOWN, "the id of a row", target)
        for key, event in list(self.events.items()):
            trigger = self.passages.get(str(event.words))
            if trigger is None:
                self.refuse(event.place, UNKNOWN, "the trigger of the event", str(event.words))
                del self.events[key]
                continue
            self.events[key] = attrs.evolve(event, offsets=trigger.offsets, words=trigger.words)
            self.relate(event.place, f"{key} trigger:{event.words}", TRIGGER, (key, str(event.words)), is_row=False)

    def annotations(self) -> tuple[Annotation, ...]:
        """Return the events and the passages; the trigger of an event makes no record of its own."""
        triggers = {each.target for each in self.relations if each.label == TRIGGER and not each.is_row}
        passages = (attrs.evolve(each, silent=each.id in triggers) for each in self.passages.values())
        return (*self.events.values(), *passages)
