"""`rewritten`: a YAML text changed where its data change, and left as it is everywhere else, comments included.

A library that writes the whole file anew, as ruamel.yaml does, keeps comments and order, but spaces, indentation and
long lines only as it likes them. Here the marks of PyYAML's nodes show where each value stands.
"""

import itertools
import re
from collections.abc import Iterator, Mapping
from typing import Any, Final, NamedTuple, TypeAlias, cast

from diplo_events.errors import MissingExtraError
from diplo_events.formats import format_named
from diplo_events.shorthand._scalars import one_line_yaml

try:
    import yaml
except ImportError as error:
    raise MissingExtraError.of("yaml", "reading and writing YAML") from error

__all__ = ["rewritten"]

SLOTS: Final = {("passage", "spans"), ("passages", "spans"), ("text", "sha256"), ("passage", "span")}
"""Fields of which the second takes the place of the first."""

WHITE: Final = " \t\r\n\x85\u2028\u2029"
"""White space of YAML 1.1, and its line ends; other blanks of Unicode belong to a value."""

COMMENT: Final = re.compile(rf"(?:(?<=[{WHITE}])|^)#[^\n]*", re.MULTILINE)

Node: TypeAlias = Any
"""A node of PyYAML, or a pair of them: what a node holds depends on its class, and has no type in the stubs."""


class Edit(NamedTuple):
    """A stretch of a text, and what is written in its place."""

    start: int
    end: int
    text: str


class Entry(NamedTuple):
    """A field of a mapping in a text."""

    key: Node
    value: Node


def rewritten(text: str, new: object) -> str:
    r"""Return a YAML text changed so that it reads as other data, with the fewest changes.

    Raises:
        ValueError: it cannot be changed so; nothing is lost, because the result is read again before it is returned.

    Examples:
        >>> print(rewritten("a: 1  # one\n# two\nb: {c: 'x',  d: y}\n", {"a": 2, "b": {"c": "z", "d": "y"}, "e": [3]}), end="")
        a: 2  # one
        # two
        b: {c: 'z',  d: y}
        e: [3]
    """  # noqa: E501  (an example is one line)
    parse = format_named("yaml").parse_located
    old = parse(text).data
    if same(old, new):
        return text
    line_end = "\r\n" if text.count("\r\n") * 2 > text.count("\n") else "\n"
    result = text if text.endswith("\n") else text + line_end
    edits = Editor(result).changes(yaml.compose(text, Loader=yaml.SafeLoader), old, new)
    for _, edit in sorted(enumerate(edits), key=lambda pair: (pair[1].start, pair[1].end, pair[0]), reverse=True):
        result = result[: edit.start] + edit.text.replace("\n", line_end) + result[edit.end :]
    if not same(parse(result).data, new):
        raise ValueError("the text cannot be changed so that it reads as the new data")
    return result


def same(left: object, right: object) -> bool:
    """Whether two plain values are equal, and of the same types."""
    if isinstance(left, dict) and isinstance(right, dict):
        return left.keys() == right.keys() and all(same(value, right[key]) for key, value in left.items())
    if isinstance(left, list) and isinstance(right, list):
        return len(left) == len(right) and all(map(same, left, right))
    return type(left) is type(right) and bool(left == right)


class Editor:
    """Finds the edits that turn what a text says into other data."""

    def __init__(self, text: str) -> None:
        self.text = text

    def changes(self, node: Node, old: object, new: object) -> Iterator[Edit]:
        """List the edits of one value."""
        if same(old, new):
            return
        if isinstance(node, yaml.MappingNode) and isinstance(old, dict) and isinstance(new, dict) and new:
            yield from self.mapping(node, cast("dict[str, Any]", old), cast("dict[str, Any]", new))
        elif (
            isinstance(node, yaml.SequenceNode)
            and isinstance(old, list)
            and isinstance(new, list)
            and len(new) >= len(old) > 0
        ):
            yield from self.sequence(node, old, new)
        else:
            style = node.style if isinstance(node, yaml.ScalarNode) else None
            start, end = node.start_mark.index, self.end_of(node)
            blank = " " if start and self.text[start - 1] in ":-," else ""
            yield Edit(start, end, blank + one_line_yaml(new, style, inside=self.is_inside(node)))
            yield from self.comments_above(start, self.comments(node))

    def sequence(self, node: Node, old: list[Any], new: list[Any]) -> Iterator[Edit]:
        """List the edits of a list: of its items, and the new ones at its end."""
        for item, before, after in zip(node.value, old, new, strict=False):
            yield from self.changes(item, before, after)
        more = new[len(old) :]
        if not more:
            return
        if node.flow_style:
            at = self.end_of(node.value[-1])
            yield Edit(at, at, "".join(f", {one_line_yaml(item)}" for item in more))
        else:
            at = self.line_end(self.end_of(node.value[-1]))
            yield Edit(at, at, "".join(block_item(item, " " * node.start_mark.column) for item in more))

    def mapping(self, node: Node, old: dict[str, Any], new: dict[str, Any]) -> Iterator[Edit]:
        """List the edits of a mapping."""
        entries = {key.value: Entry(key, value) for key, value in node.value}
        renamed = dict(self.slots(old, new))
        if node.flow_style and (old.keys() != new.keys()):
            yield from self.flow_mapping(node, entries, old, new)
            return
        gone = [key for key in entries if key not in new and key not in renamed]
        for key, entry in entries.items():
            if key in new:
                yield from self.changes(entry.value, old[key], new[key])
            elif key in renamed:
                yield from self.replaced(entry, renamed[key], old[key], new[renamed[key]])
        yield from self.removed(entries, gone)
        yield from self.added(node, entries, new, {name: key for key, name in renamed.items()})

    def slots(self, old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
        """List the fields that others take the place of: by their meaning, or because only the name changed."""
        gone, come = [key for key in old if key not in new], [key for key in new if key not in old]
        for key in gone:
            for name in come:
                if (key, name) in SLOTS or same(old[key], new[name]):
                    yield key, name
                    come.remove(name)
                    break

    def replaced(self, entry: Entry, name: str, old: object, new: object) -> Iterator[Edit]:
        """List the edits that write one field in the place of another."""
        yield Edit(entry.key.start_mark.index, entry.key.end_mark.index, one_line_yaml(name))
        if same(old, new):
            return
        start, end = self.after_colon(entry), max(self.end_of(entry.value), self.after_colon(entry))
        yield Edit(start, end, f" {one_line_yaml(new, inside=False)}")
        yield from self.comments_above(entry.key.start_mark.index, self.comments(entry.value))

    def removed(self, entries: Mapping[str, Entry], gone: list[str]) -> Iterator[Edit]:
        """List the edits that remove fields of a block mapping; comments beside them stay, on lines of their own.

        Raises:
            ValueError: nothing is left.
        """
        names = list(entries)
        first = entries[names[0]].key.start_mark.index
        beside = bool(self.text[self.line_start(first) : first].strip())  # after the dash of an item
        lead = list(itertools.takewhile(gone.__contains__, names)) if beside else []
        if lead:
            if len(lead) == len(names):
                raise ValueError("a mapping of which no field stays cannot be changed")
            end = entries[names[len(lead)]].key.start_mark.index
            yield Edit(first, end, "")
            comments = self.comments_between(first, end, [entries[name] for name in lead])
            yield from self.comments_above(first, comments)
        for name in gone[len(lead) :]:
            entry = entries[name]
            start, end = entry.key.start_mark.index, max(self.end_of(entry.value), self.after_colon(entry))
            line, line_end = self.line_start(start), self.line_end(end)
            comments = self.comments_between(start, line_end, entry)
            indent = self.text[line:start]
            yield Edit(line, line_end, "".join(f"{indent}{comment}\n" for comment in comments))

    def added(
        self,
        node: Node,
        entries: Mapping[str, Entry],
        new: Mapping[str, Any],
        taken: Mapping[str, str],
    ) -> Iterator[Edit]:
        """List the edits that add fields to a block mapping, each after the one that is before it in the new data."""
        indent = " " * node.value[0][0].start_mark.column
        first: list[str] = []
        groups: dict[str, list[str]] = {}
        anchor = ""
        for name, value in new.items():
            if name in entries or name in taken:
                anchor = name if name in entries else taken[name]
                continue
            line = f"{one_line_yaml(name)}:{block_value(value, indent)}"
            if anchor:
                groups.setdefault(anchor, []).append(f"{indent}{line}\n")
            else:
                first.append(f"{line}\n{indent}")
        if first:
            at = node.value[0][0].start_mark.index
            yield Edit(at, at, "".join(first))
        for key, lines in groups.items():
            at = self.line_end(max(self.end_of(entries[key].value), self.after_colon(entries[key])))
            yield Edit(at, at, "".join(lines))

    def flow_mapping(
        self,
        node: Node,
        entries: Mapping[str, Entry],
        old: dict[str, Any],
        new: dict[str, Any],
    ) -> Iterator[Edit]:
        """List the edits of a mapping in braces: it is written anew, with the unchanged values as they were."""
        parts: list[str] = []
        for name, value in new.items():
            if name in entries and same(old[name], value):
                entry = entries[name]
                parts.append(self.text[entry.key.start_mark.index : self.end_of(entry.value)])
            else:
                parts.append(f"{one_line_yaml(name)}: {one_line_yaml(value)}")
        start = node.start_mark.index
        yield Edit(start, node.end_mark.index, f"{{{', '.join(parts)}}}")
        yield from self.comments_above(start, self.comments(node))

    def comments_above(self, index: int, comments: list[str]) -> Iterator[Edit]:
        """List the edit that writes comments on lines of their own above the line of an index."""
        if comments:
            line = self.line_start(index)
            indent = re.match(r" *", self.text[line:])
            lead = indent[0] if indent else ""
            yield Edit(line, line, "".join(f"{lead}{comment}\n" for comment in comments))

    def comments(self, node: Node) -> list[str]:
        """List the comments inside a value."""
        end = self.end_of(node)
        return self.comments_between(node.start_mark.index, end, node)

    def comments_between(self, start: int, end: int, holder: Node | Entry) -> list[str]:
        """List the comments between two places that are not in a scalar of a value."""
        leaves = sorted(leaf for leaf in self.leaves(holder) if leaf[1] > start and leaf[0] < end)
        gaps = itertools.pairwise([start, *(place for leaf in leaves for place in leaf), end])
        return [match[0].rstrip(WHITE) for a, b in list(gaps)[::2] for match in COMMENT.finditer(self.text, a, b)]

    def leaves(self, holder: Node | Entry) -> Iterator[tuple[int, int]]:
        """List where the scalars of a value stand."""
        if isinstance(holder, yaml.ScalarNode):
            yield holder.start_mark.index, self.end_of(holder)
        else:
            for item in holder.value if isinstance(holder, yaml.CollectionNode) else holder:
                yield from self.leaves(item)

    def end_of(self, node: Node) -> int:
        """Return where a value ends, without white space and comments after it."""
        if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
            last = node.value[-1]
            return self.end_of(last[1] if isinstance(last, tuple) else last)
        start: int = node.start_mark.index
        end: int = node.end_mark.index
        return start + len(self.text[start:end].rstrip(WHITE))

    def after_colon(self, entry: Entry) -> int:
        """Return the place after the colon of a field."""
        return self.text.index(":", int(entry.key.end_mark.index)) + 1

    def is_inside(self, node: Node) -> bool:
        """Whether a value may stand between brackets: anything but a field's value at the end of its line."""
        start = node.start_mark.index
        before = self.text[self.line_start(start) : start]
        return not re.fullmatch(r"[\s-]*[\w]+:\s+", before)

    def line_start(self, index: int) -> int:
        """Return where the line of an index begins."""
        return self.text.rfind("\n", 0, index) + 1

    def line_end(self, index: int) -> int:
        """Return where the line after that of an index begins."""
        return self.text.index("\n", index) + 1


def block_value(value: object, indent: str) -> str:
    """Return a value after its key: a list of records on lines of its own, anything else on the same line."""
    if isinstance(value, list) and value and isinstance(value[0], dict) and "id" in value[0]:
        return "\n" + "".join(block_item(item, indent) for item in value).rstrip("\n")
    return f" {one_line_yaml(value, inside=False)}"


def block_item(item: object, indent: str) -> str:
    """Return an item of a list on lines of its own."""
    if not isinstance(item, dict) or not item:
        return f"{indent}- {one_line_yaml(item)}\n"
    fields = [
        f"{one_line_yaml(key)}: {one_line_yaml(value, inside=False)}"
        for key, value in cast("dict[str, Any]", item).items()
    ]
    return f"{indent}- " + f"\n{indent}  ".join(fields) + "\n"
