"""`Issue`: a question with a proposition that actors agree or disagree with."""

from typing import Any

import attrs

from diplo_events.model.field_rules import Checked
from diplo_events.model.frozen_map import FrozenMap, freeze_map
from diplo_events.model.ids import IssueId

__all__ = ["Issue"]


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Issue(Checked):
    """A question on which actors take positions.

    Examples:
        >>> Issue(id="foreign-troops", label="Foreign troops in Ukraine",
        ...       proposition="Foreign troops should be deployed in Ukraine after a peace agreement.").label
        'Foreign troops in Ukraine'
    """

    id: IssueId
    """The id of the issue, unique in its dataset."""
    label: str
    """A short name."""
    proposition: str
    """A sentence that can be agreed or disagreed with; stances are measured against it."""
    broader: IssueId | None = None
    """The wider issue to which it belongs (SKOS `broader`)."""
    description: str | None = None
    """What belongs to the issue and what does not."""
    extra: FrozenMap[Any] = attrs.field(default=FrozenMap(), converter=freeze_map)
    """The user's own fields, any JSON; kept through every round trip."""
