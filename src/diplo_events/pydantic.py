"""Records, dates and datasets as fields of models of pydantic, read and written. Needs the extra `pydantic`."""

from collections.abc import Callable
from typing import Annotated, Any, Final, TypeAlias, TypeVar, cast

import attrs

from diplo_events.converter import make_converter, problems_of
from diplo_events.dataset import Dataset
from diplo_events.dates import EventDate
from diplo_events.errors import ArgumentTypeError, MissingExtraError, NotReadableError, shown
from diplo_events.formats.plain import from_plain, to_plain
from diplo_events.json_schema import json_schema, schema_of
from diplo_events.model.field_rules import Checked
from diplo_events.schema import DateNode, PartNode

try:
    from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
    from pydantic_core import CoreSchema, core_schema
except ImportError as error:
    raise MissingExtraError.of("pydantic", "a field of pydantic") from error

__all__ = ["AsPlainData", "Embedded"]

T = TypeVar("T")

Reader: TypeAlias = Callable[[object], Any]
"""Makes a value of plain data."""

Writer: TypeAlias = Callable[[Any], Any]
"""Makes plain data of a value."""

TYPE_KEY: Final = "diplo_events_type"
"""Where a schema of pydantic keeps the type of the field."""

DEFINITIONS: Final = "#/$defs/"
"""How a JSON Schema refers to its definitions."""


@attrs.frozen
class AsPlainData:
    """The annotation that makes `Embedded`: pydantic reads and writes the field by the rules of this library.

    Examples:
        >>> from pydantic import BaseModel
        >>> from diplo_events import EventDate, Issue
        >>> class Question(BaseModel):
        ...     issue: Embedded[Issue]
        ...     asked: Embedded[EventDate] | None = None
        >>> issue = {"id": "troops", "label": "Troops", "proposition": "There should be troops."}
        >>> plain = {"issue": issue, "asked": "2025-09"}
        >>> question = Question.model_validate(plain)
        >>> question.issue.label, question.asked.latest.day
        ('Troops', 30)
        >>> question.model_dump() == plain
        True
        >>> Question.model_validate({"issue": issue | {"lable": "Troops"}})
        Traceback (most recent call last):
            ...
        pydantic_core._pydantic_core.ValidationError: 1 validation error for Question
        issue
          Value error, lable: expected a field of Issue, found 'lable'; did you mean 'label'? ...
    """

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:  # noqa: ANN401  (any type can be annotated; pydantic has its own opinion of none of ours)
        """Return how the field is validated and dumped, for pydantic."""
        reader, writer = reader_and_writer(source)

        def read(value: object) -> object:
            return value if isinstance(value, source) else reader(value)

        return core_schema.no_info_plain_validator_function(
            read,
            metadata={TYPE_KEY: source},
            serialization=core_schema.plain_serializer_function_ser_schema(writer),
        )

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """Return the JSON Schema of the field, with its definitions in their places."""
        type_ = cast("dict[str, Any]", schema)["metadata"][TYPE_KEY]
        if type_ is Dataset:
            whole = json_schema()
            definitions = whole.pop("$defs")
            del whole["$schema"]
            return cast("dict[str, Any]", inlined(whole, definitions))
        definitions = {}
        schema_of_type = schema_of(DateNode() if type_ is EventDate else PartNode(cls=type_), definitions)
        return cast("dict[str, Any]", inlined(schema_of_type, definitions))


Embedded: TypeAlias = Annotated[T, AsPlainData()]
"""A record, a part of one, an `EventDate` or a `Dataset` as the field of a model of pydantic: `Embedded[Statement]`.

The field takes the value itself, or the plain data of which this library makes it. What is wrong with them is listed
in the `ValidationError`. The value is dumped as plain data, without the fields that have their default. References
between records are not checked, for a single record cannot know the others; those of a `Dataset` are.
"""


def reader_and_writer(type_: Any) -> tuple[Reader, Writer]:  # noqa: ANN401  (any type can be annotated)
    """Return what makes a value of a type of plain data, and the reverse.

    Raises:
        ArgumentTypeError: the type is not of this library.
    """
    if type_ is Dataset:
        return from_plain, to_plain
    if type_ is not EventDate and not (isinstance(type_, type) and issubclass(type_, Checked)):
        expected = "expected a type of record, a part of one, EventDate or Dataset"
        raise ArgumentTypeError(f"{expected}, found {shown(type_)}; write Embedded[Statement]")
    converter = make_converter()

    def read(value: object) -> object:
        try:
            return converter.structure(value, type_)
        except Exception as error:  # noqa: BLE001  (`problems_of` raises again what is not about the data)
            raise NotReadableError(problems_of(error)) from None

    return read, converter.unstructure


def inlined(schema: Any, definitions: dict[str, Any], inside: tuple[str, ...] = ()) -> Any:  # noqa: ANN401  (any JSON)
    """Return a JSON Schema with each definition in the place of the reference to it.

    A reference from within its own definition allows anything; no class of the model holds itself.

    >>> inlined({"items": {"$ref": "#/$defs/A"}}, {"A": {"type": "string"}})
    {'items': {'type': 'string'}}
    """
    if isinstance(schema, list):
        return [inlined(item, definitions, inside) for item in schema]
    if not isinstance(schema, dict):
        return schema
    rest = {key: inlined(value, definitions, inside) for key, value in cast("dict[str, Any]", schema).items()}
    name = str(rest.pop("$ref", "")).removeprefix(DEFINITIONS)
    if not name:
        return rest
    whole = {} if name in inside else inlined(definitions[name], definitions, (*inside, name))
    return whole | rest
