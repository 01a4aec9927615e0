"""`Statement`: who said what."""

from collections.abc import Iterator

import attrs

from diplo_events.errors import Problem
from diplo_events.model.event_record import EventRecord
from diplo_events.model.ids import ActorId, IssueId, MeetingId, PlaceId, StatementId
from diplo_events.model.spans import Quote
from diplo_events.speech_acts import SpeechAct
from diplo_events.vocab import Medium, QuotationMode

__all__ = ["Statement"]


@attrs.frozen(kw_only=True)
class Statement(EventRecord):
    """One speech act of one speaker, as one source reports it.

    The speaker of an outlet's own assertion is the outlet. Declining to say something is a speech act too.

    Examples:
        >>> from diplo_events import QuotationMode, SpeechAct, Statement
        >>> Statement(id="s1", source="a1", speaker="zakharova", acts=(SpeechAct.REJECT,),
        ...           mode=QuotationMode.INDIRECT, summary="Russia will not discuss foreign troops.").speaker
        'zakharova'
    """

    speaker: ActorId
    """Who says it: the state, the ministry or the outlet where no person is named."""
    on_behalf_of: tuple[ActorId, ...] = ()
    """The actors for whom the speaker speaks, according to the source or the speaker's office."""
    acts: tuple[SpeechAct, ...]
    """The acts that the speaker performs by saying it, the main act first; at least one."""
    mode: QuotationMode
    """How the source gives the words."""
    summary: str
    """What is said, in the coder's own neutral words."""
    quotes: tuple[Quote, ...] = ()
    """The words that the source puts in quotation marks."""
    medium: Medium = Medium.UNKNOWN
    """How the words reached the public."""
    place: PlaceId | None = None
    """Where it was said."""
    occasion: MeetingId | None = None
    """The meeting at which it was said."""
    audience: tuple[ActorId, ...] = ()
    """To whom it was said."""
    targets: tuple[ActorId, ...] = ()
    """The actors that it is about or against."""
    issues: tuple[IssueId, ...] = ()
    """The issues that it is about."""
    reports: tuple[StatementId, ...] = ()
    """The statements that it passes on: speech within speech."""
    responds_to: StatementId | None = None
    """The statement to which it replies."""

    def _relations(self) -> Iterator[Problem]:
        if not self.acts:
            yield Problem(path="acts", expected="at least one speech act", found="none")
