"""The records: frozen values. They check their own fields, and never read, write or look anything up."""

from diplo_events.model.actor import Actor, Name, Role
from diplo_events.model.event_record import EventRecord
from diplo_events.model.frozen_map import FrozenMap
from diplo_events.model.issue import Issue
from diplo_events.model.meeting import Meeting, Participant
from diplo_events.model.place import Place, Point
from diplo_events.model.position import Position
from diplo_events.model.source import Source, Uncoded
from diplo_events.model.spans import Quote, Span
from diplo_events.model.statement import Statement
from diplo_events.model.territorial_claim import Extent, TerritorialClaim

__all__ = [
    "Actor",
    "EventRecord",
    "Extent",
    "FrozenMap",
    "Issue",
    "Meeting",
    "Name",
    "Participant",
    "Place",
    "Point",
    "Position",
    "Quote",
    "Role",
    "Source",
    "Span",
    "Statement",
    "TerritorialClaim",
    "Uncoded",
]
