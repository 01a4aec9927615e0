"""Lines of records made directly of the values of their fields, without the record: for what streams into a file.

A maker is called as the class is, by the names of the fields, and returns the line that the class and the writer would
make together. It checks each value with the test of its node. What it cannot vouch for goes to the class and its
writer, which make the line or say what is wrong. Needs the extra `fast`.
"""

from collections.abc import Callable, Mapping
from typing import Any, Final, TypeAlias

import attrs

from diplo_events.dates import EventDate
from diplo_events.errors import MissingExtraError
from diplo_events.formats._function_text import FunctionText
from diplo_events.formats._known_values import MOST_IDS, KnownIds, is_usual
from diplo_events.formats._record_code import has_relations
from diplo_events.formats._record_line import RecordLine
from diplo_events.formats._shadow_code import ShadowClasses, shadow_of
from diplo_events.formats._shadows import draft_line_class, line_class, shadow_class
from diplo_events.formats._unfit import Unfit
from diplo_events.model.field_rules import field_test, value_test
from diplo_events.model.frozen_map import FrozenMap, freeze_map
from diplo_events.model.ids import ID
from diplo_events.schema import (
    RECORD_TYPES,
    CodeNode,
    DateNode,
    Field,
    IdNode,
    ManyNode,
    MapNode,
    NumberNode,
    PartNode,
    Record,
    TextNode,
    VocabularyNode,
    fields,
)

try:
    import msgspec
except ImportError as error:
    raise MissingExtraError.of("fast", "writing JSON fast") from error

__all__ = ["line_makers"]

Maker: TypeAlias = Callable[..., Any]
"""Makes of the values of fields, by their names, a record or its line."""


def line_makers(otherwise: Callable[[Record], bytes]) -> Mapping[type[Record], Callable[..., RecordLine]]:
    """Return the makers of lines by the class of the record; they know the ids that they have met.

    Args:
        otherwise: What writes a record for which no maker vouches.
    """
    known = KnownIds(MOST_IDS)
    return {cls: LineMaker(cls, known, otherwise) for cls in RECORD_TYPES.values()}


class LineMaker(dict[tuple[str, ...], Maker]):
    """Makes the lines of a class; it has one function for each set of fields with which it was called."""

    def __init__(self, cls: type[Record], known: KnownIds, otherwise: Callable[[Record], bytes]) -> None:
        super().__init__()
        self.cls = cls
        self.known = known
        self.otherwise = otherwise

    def __missing__(self, names: tuple[str, ...]) -> Maker:
        self[names] = made = maker_of(self.cls, names, self.known)
        return made

    def __call__(self, **values: Any) -> RecordLine:  # noqa: ANN401  (the fields of a record)
        """Return the line of a record.

        Raises:
            InvalidRecordError: no record has these values; all problems are listed.
            TypeError: the class has no such field, or a field is missing.
        """
        try:
            line: RecordLine = self[*values](**values)
        except Unfit:
            return RecordLine(self.cls, self.otherwise(self.cls(**values)))
        return line


SCALARS: Final = frozenset({str, bool, int, type(None), FrozenMap})
"""The types of values that every writer of JSON writes in one way."""


def plain_items(value: object) -> Any:  # noqa: ANN401  (a mapping, or whatever is in one)
    """Return the items of a frozen mapping, for the encoder, which knows dicts alone."""
    if type(value) is not FrozenMap:
        raise Unfit
    items: dict[str, Any] = value._items  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]  (read at once)
    if not SCALARS.issuperset(map(type, items.values())):
        for each in items.values():
            expect_usual(each)
    return items


def has_texts(texts: FrozenMap[str], known: set[str]) -> bool:
    """Whether a mapping has texts as keys and values.

    Args:
        texts: The mapping.
        known: The keys that were met, which are few.
    """
    for key, text in texts.items():
        if type(text) is not str or not text.isprintable() or not text or text.isspace() or key not in known:
            if not OF_TEXT(texts):
                return False
            known.update(texts)
    return True


OF_TEXT: Final = field_test(MapNode(of_text=True))


def expect_usual(value: object) -> None:
    """Raise `Unfit` if there is a number in a value that not all writers of JSON write in one way."""
    if type(value) is float and not is_usual(value):
        raise Unfit
    if type(value) is tuple:
        for each in value:
            expect_usual(each)


ENCODE: Final = msgspec.json.Encoder(enc_hook=plain_items).encode

CLASSES: Final = ShadowClasses(line_class, draft_line_class, shadow_class, msgspec.UNSET)


def maker_of(cls: type[Record], names: tuple[str, ...], known: KnownIds) -> Maker:
    """Make the function that makes the line of a record of the values of some fields.

    Args:
        cls: The class of the record.
        names: The fields.
        known: The ids that were met.
    """
    given = [field for field in fields(cls) if field.name in names]
    if len(given) != len(names) or any(field.required and field.name not in names for field in fields(cls)):
        return refuse
    code = FunctionText(f"def make(*, {', '.join(names)}):")
    code.names |= {"ids": known, "Line": RecordLine, "cls": cls, "encode": ENCODE, "absent": msgspec.UNSET}
    if has_relations(cls):  # they are asked of a record that can be filled again and again
        code.names["part"] = fillable(cls)
        code.add(*(f"part.{name} = {name}" for name in names))
    code.add("o = []")
    for field in given:
        add_field(code, field)
    if has_relations(cls):
        code.add("if not part._fits(): raise Unfit")
    values = ", ".join(f"{field.name}={field.name}" for field in given)
    code.add(f"if o: return Line(cls, encode({code.name(draft_line_class(cls))}(open=(*o,), {values})) + b'\\n')")
    code.add(f"return Line(cls, encode({code.name(line_class(cls))}({values})) + b'\\n')")
    return code.function("make")


def fillable(cls: type[Record]) -> Any:  # noqa: ANN401  (an object of a subclass that is made here)
    """Return an object with the defaults and the rules of a class, whose fields can be set."""
    unfrozen = {name: getattr(object, name) for name in ("__init__", "__setattr__", "__delattr__")}
    part = type(cls.__name__, (cls,), unfrozen | {"__slots__": ()})()
    for field in fields(cls):
        setattr(part, field.name, field.default)
    return part


def add_field(code: FunctionText, field: Field) -> None:
    """Add the test of the value of a field, and what makes of it the value of its shadow."""
    name = field.name
    if field.openable:
        code.add(f"if {name} is OPEN: {name} = absent; o.append({name!r})", "else:")
    elif field.required:
        code.add("if True:")
    else:
        default = code.name(field.default)
        match field.node:  # what is empty is left out if it is what the shadow has
            case MapNode():
                code.add(f"if {name} is {default}: {name} = {{}}", "else:")
            case ManyNode():
                code.add(f"if {name} == {default}: {name} = ()", "else:")
            case _:
                code.add(f"if {name} is not {default}:")
    code.depth += 1
    add_value(code, field)
    code.depth -= 1


def add_value(code: FunctionText, field: Field) -> None:  # noqa: C901  (one case for each kind of node)
    """Add the test of a value that is not its default."""
    name, node = field.name, field.node
    if node.optional:
        code.add(f"if {name} is not None:")
        code.depth += 1
    match node:
        case IdNode() | CodeNode() if node.pattern is ID:
            own = f"{name} not in ids and not {code.name(value_test(node.present))}({name})"
            known = f"if {own}: raise Unfit" if name == "id" else f"ids[{name}]"  # its own id is hardly met again
            code.add(f"if type({name}) is not str: raise Unfit", known)
        case TextNode():
            code.add(f"if type({name}) is not str or not {name}.isprintable() or not {name} or {name}.isspace():")
            code.add(f" if not {code.name(field_test(node.present))}({name}): raise Unfit")
        case DateNode():
            code.add(f"if type({name}) is not {code.name(EventDate)}: raise Unfit", f"{name} = str({name})")
        case VocabularyNode(vocabulary=vocabulary):
            code.add(f"if type({name}) is not {code.name(vocabulary)}: raise Unfit")
        case MapNode():
            code.add(f"if type({name}) is not {code.name(FrozenMap)}: {name} = {code.name(freeze_map)}({name})")
            if node.of_text:
                code.add(f"if not {code.name(has_texts)}({name}, {code.name(set())}): raise Unfit")
            code.add(f"{name} = {code.name(plain_items)}({name})")
        case PartNode(cls=cls):
            code.add(
                f"if type({name}) is not {code.name(cls)}: raise Unfit", f"{name} = {part_shadow(code, cls)}({name})"
            )
        case ManyNode():
            add_many(code, name, node)
        case NumberNode():
            code.add("raise Unfit")
        case _:
            code.add(f"if not {code.name(field_test(node.present))}({name}): raise Unfit")
    if node.optional:
        code.depth -= 1


def add_many(code: FunctionText, name: str, node: ManyNode) -> None:
    """Add the test of several values, and what makes them those of the shadow."""
    item, test = node.item, f"if not {code.name(field_test(node.present))}({name}): raise Unfit"
    if isinstance(item, IdNode) and node.container is tuple:  # mostly of one
        code.add(f"if type({name}) is tuple and len({name}) == 1 and type({name}[0]) is str: ids[{name}[0]]")
        code.add(f"el{test}")
        return
    code.add(test)
    match item:
        case PartNode(cls=cls):
            code.add(f"{name} = tuple(map({part_shadow(code, cls)}, {name}))")
        case VocabularyNode() if node.container is frozenset:
            code.add(f"{name} = tuple(sorted([each.value for each in {name}]))")
        case IdNode() | CodeNode() | TextNode() | VocabularyNode():
            pass
        case _:
            code.add("raise Unfit")


def part_shadow(code: FunctionText, cls: type[attrs.AttrsInstance]) -> str:
    """Return the name of the function that makes the shadow of a part."""
    return code.name(shadow_of(cls, CLASSES._replace(whole=shadow_class)))


def refuse(**_values: object) -> RecordLine:
    """Refuse the fields: what is wrong with them is in the words of the class."""
    raise Unfit
