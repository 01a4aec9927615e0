"""`Statement`: who said what."""

from collections.abc import Iterator

import attrs

from diplo_events.dates import EventDate
from diplo_events.errors import Problem
from diplo_events.model.event_record import AT_LEAST_ONE, EventRecord
from diplo_events.model.ids import ActorId, DocumentId, IssueId, MeetingId, PlaceId, StatementId
from diplo_events.model.spans import Quote
from diplo_events.vocab import Medium, QuotationMode
from diplo_events.vocab.speech_acts import SpeechAct

__all__ = ["Statement"]


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Statement(EventRecord):
    """One utterance, as one source reports it: of one speaker, or of several with one voice.

    The speaker of an outlet's own assertion is the outlet. Declining to say something is a speech act too.

    Examples:
        >>> from diplo_events import QuotationMode, SpeechAct, Statement
        >>> Statement(id="s1", source="a1", speakers=("zakharova",), acts=(SpeechAct.REJECT,),
        ...           mode=QuotationMode.INDIRECT, summary="Russia will not discuss foreign troops.").speakers
        ('zakharova',)
    """

    speakers: tuple[ActorId, ...] = attrs.field(metadata=AT_LEAST_ONE)
    """Who says it: the state, the ministry or the outlet where no person is named; several with one voice all count."""
    on_behalf_of: tuple[ActorId, ...] = ()
    """The actors for whom the speakers speak, according to the source or the speakers' offices."""
    acts: tuple[SpeechAct, ...] = attrs.field(metadata=AT_LEAST_ONE)
    """The acts that the speakers perform by saying it, the main act first; at least one."""
    mode: QuotationMode
    """How the source gives the words."""
    summary: str
    """What is said, in the coder's own neutral words."""
    quotes: tuple[Quote, ...] = ()
    """The words that the source puts in quotation marks; in a `verbatim` text, the words of others."""
    conditions: str | None = None
    """The conditions under which it is said: an offer if wished, a threat unless; in the coder's words."""
    about_when: EventDate | None = None
    """The time of what is spoken of: a deadline, a plan, since when; `when` is the time of speaking."""
    about_when_as_reported: str | None = None
    """The source's own time words for it: `by Monday`, `since 2014`."""
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
    responds_to: tuple[StatementId, ...] = ()
    """The statements to which it replies."""
    documents: tuple[DocumentId, ...] = ()
    """The documents that it cites, interprets or announces."""

    def _fits(self) -> bool:
        return bool(self.spans) or self.mode is not QuotationMode.VERBATIM

    def _relations(self) -> Iterator[Problem]:
        if not self._fits():
            yield Problem(path="spans", expected="the passages that are the speakers' own words", found="none")
