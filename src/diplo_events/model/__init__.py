"""The records: frozen values. They check their own fields, and never read, write or look anything up."""

from diplo_events.model.action import Action
from diplo_events.model.actor import Actor, Name, Role
from diplo_events.model.document import Document
from diplo_events.model.event_record import EventRecord
from diplo_events.model.frozen_map import FrozenMap
from diplo_events.model.issue import Issue
from diplo_events.model.meeting import Meeting, Participant
from diplo_events.model.open_field import OPEN
from diplo_events.model.place import Place, Point
from diplo_events.model.position import Position
from diplo_events.model.quantity import Quantity
from diplo_events.model.source import Source, Uncoded
from diplo_events.model.spans import Quote, Span
from diplo_events.model.statement import Statement
from diplo_events.model.territorial_claim import TerritorialClaim
from diplo_events.model.vote import Ballot, Tally, Vote

__all__ = [
    "OPEN",
    "Action",
    "Actor",
    "Ballot",
    "Document",
    "EventRecord",
    "FrozenMap",
    "Issue",
    "Meeting",
    "Name",
    "Participant",
    "Place",
    "Point",
    "Position",
    "Quantity",
    "Quote",
    "Role",
    "Source",
    "Span",
    "Statement",
    "Tally",
    "TerritorialClaim",
    "Uncoded",
    "Vote",
]
