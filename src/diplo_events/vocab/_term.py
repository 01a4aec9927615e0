"""`Term`: a member of a vocabulary, with its meaning and its source."""

from enum import Enum
from typing import Final, Self

__all__ = ["OURS", "Term"]

OURS: Final = "diplo-events"


class Term(Enum):
    """A member of a vocabulary: its `value` is what files hold.

    Examples:
        >>> from diplo_events import Stance
        >>> Stance.AGREE.value, Stance.AGREE.meaning
        ('agree', 'is in favour of it')
        >>> Stance.AGREE.source
        'STIX 2.1, opinion-enum (OASIS)'
        >>> Stance.STRONGLY_AGREE.words
        'strongly agree'
    """

    __hash__ = object.__hash__  # a member is equal to itself alone; the hash of `Enum` asks for that of its name

    meaning: str
    """The meaning of the member, in one sentence."""
    source: str
    """The standard or publication that the member comes from."""

    def __new__(cls, value: str, meaning: str, source: str = "") -> Self:
        """Make a member from its value, its meaning and, if it differs from that of the class, its source."""
        member = object.__new__(cls)
        member._value_ = value
        member.meaning = meaning
        member.source = source
        return member

    def __init_subclass__(cls, *, source: str = OURS) -> None:
        """Set the source that the members of a vocabulary share."""
        for member in cls:
            member.source = member.source or source

    @property
    def words(self) -> str:
        """The value as a person reads it, with spaces between the words."""
        return str(self.value).replace("_", " ")

    def __repr__(self) -> str:
        return f"{type(self).__name__}.{self.name}"
