"""Which fields of event records are compared, read off the classes, and the values that they hold.

A field is compared unless it holds free text or is listed here with the reason. So a new field is compared too.
"""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Final, TypeAlias, cast

from diplo_events.model import OPEN, Action, EventRecord, Meeting, Position, Statement, TerritorialClaim, Vote
from diplo_events.schema import ManyNode, MapNode, Node, PartNode, TextNode, expect_event_type, fields, once_per_class
from diplo_events.vocab import Assertion, Medium, ParticipantRole

__all__ = ["AWAY", "NOT_COMPARED", "PARTICIPATION", "FieldValue", "compared_fields", "holds_list", "values_of"]

FieldValue: TypeAlias = Hashable
"""A value of a field: a date, an id, a member of a vocabulary, an extent. A list counts as the set of its items."""

OF_THE_REPORT: Final = "it belongs to the report, and not to what is reported"

OF_THE_SOURCE: Final = "it refers to other records of the same source"

OVERLAPPING: Final = "its classes overlap, as a summit is a kind of talks"

NOT_COMPARED: Final[Mapping[type[EventRecord], Mapping[str, str]]] = MappingProxyType(
    {
        EventRecord: {
            "id": OF_THE_REPORT,
            "source": OF_THE_REPORT,
            "via": OF_THE_REPORT,
            "canonical_id": "the reports of one referent share it",
            "restates": OF_THE_SOURCE,
            "aspects": OF_THE_REPORT,
            "credibility": OF_THE_REPORT,
        },
        Statement: {
            "mode": OF_THE_REPORT,
            "occasion": OF_THE_SOURCE,
            "reports": OF_THE_SOURCE,
            "responds_to": OF_THE_SOURCE,
            "about_when": "it is the time of what is spoken of, which two sources can give in different parts",
        },
        Action: {"fulfils": OF_THE_SOURCE, "kind": OVERLAPPING},
        Vote: {"occasion": OF_THE_SOURCE},
        Meeting: {"kind": OVERLAPPING, "part_of": OF_THE_SOURCE, "outcomes": OF_THE_SOURCE},
        TerritorialClaim: {"asserted_by": OF_THE_REPORT, "kind": OVERLAPPING, "evidence": OF_THE_SOURCE},
        Position: {
            "when": "a position lasts, and two sources can see it at two times",
            "basis": OF_THE_REPORT,
            "attributed_by": OF_THE_REPORT,
            "evidence": OF_THE_SOURCE,
            "supersedes": OF_THE_SOURCE,
        },
    }
)
"""The fields that are not compared, and why; those of `EventRecord` for all types.

Free text is never compared, and neither are lists of parts with fields of their own: quotations have a comparison of
their own in `wordings`, quantities in `find_contradictions`, and of a participant only the actor is compared.
"""

AS_ONE: Final = frozenset({"speakers"})
"""The lists that are compared as one value: who speaks with one voice."""

HAPPENINGS: Final = frozenset({Assertion.ANNEXATION, Assertion.CAPTURE})
"""The assertions about a moment. The others are about what lasts, which two sources can see at two times."""

AWAY: Final = frozenset({ParticipantRole.ABSENT, ParticipantRole.EXCLUDED})
"""The roles of those who do not take part."""

INVITED: Final = frozenset({ParticipantRole.INVITED})
"""The role of those of whom it is only known that they were asked: they may take part or not."""

PARTICIPATION: Final[Mapping[str, frozenset[ParticipantRole]]] = MappingProxyType(
    {"participants": frozenset(ParticipantRole) - INVITED - AWAY, "invited": INVITED, "absent": AWAY}
)
"""The roles in a meeting, by whether somebody takes part, was only invited, or does not take part."""

READ_AS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType({"participants": tuple(PARTICIPATION)})
"""The lists of parts that are compared all the same, and as what."""

NO_VALUE: Final = (None, False, Medium.UNKNOWN)
"""The values with which a record says nothing; the number 0 is none of them, though it equals `False`."""


def compared_fields(type_: type[EventRecord]) -> tuple[str, ...]:
    """List the fields in which the reports of one referent are compared, in the order of the class.

    The participants of a meeting are compared as those who take part, those who were `invited`, and those who are
    said not to take part: `absent`.

    Examples:
        >>> compared_fields(Position)
        ('actor', 'issue', 'stance', 'red_line')
    """
    expect_event_type(type_)
    return tuple(read_fields(type_))


def holds_list(type_: type[EventRecord], field: str) -> bool:
    """Whether a field that is compared holds a list. Its items never contradict: to name one is not to deny another.

    Examples:
        >>> holds_list(Meeting, "agenda"), holds_list(Meeting, "place")
        (True, False)
    """
    expect_event_type(type_)
    return read_fields(type_)[field]


@once_per_class
def read_fields(type_: type[EventRecord]) -> Mapping[str, bool]:
    """Read off a class which fields are compared, and whether each holds a list."""
    excluded = {name for base in type_.__mro__ for name in NOT_COMPARED.get(base, ())}
    compared: dict[str, bool] = {}
    for field in fields(type_):
        is_list = isinstance(field.node, ManyNode)
        item = field.node.item if isinstance(field.node, ManyNode) else field.node
        if field.name in READ_AS:
            compared.update(dict.fromkeys(READ_AS[field.name], is_list))
        elif field.name not in excluded and not isinstance(item, TextNode | MapNode) and not is_many_parts(field.node):
            compared[field.name] = is_list and field.name not in AS_ONE
    return MappingProxyType(compared)


def is_many_parts(node: Node) -> bool:
    """Whether a field holds a list of parts with fields of their own."""
    return isinstance(node, ManyNode) and isinstance(node.item, PartNode)


def values_of(record: EventRecord, field: str) -> Sequence[FieldValue]:
    """Return the value of a field, or the items of a list, each once; nothing where the record says nothing.

    Examples:
        >>> import diplo_events
        >>> values_of(diplo_events.load_example()["zerohedge-guarantees/m02"], "place")
        ('place/paris',)
    """
    if field == "when" and isinstance(record, TerritorialClaim) and record.assertion not in HAPPENINGS:
        return ()
    if isinstance(record, Meeting) and field in PARTICIPATION:
        actors = (p.actor for p in record.participants if p.role in PARTICIPATION[field])
        return tuple(dict.fromkeys(actors))
    value = getattr(record, field)
    if value is OPEN:
        return ()
    if field in AS_ONE:
        return (value[0] if len(value) == 1 else tuple(sorted(value)),)
    if isinstance(value, tuple | frozenset):
        return sorted(cast("Iterable[FieldValue]", value), key=str)
    return () if any(value is nothing for nothing in NO_VALUE) else (value,)
