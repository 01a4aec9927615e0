"""All invented news with what each text says by whom, of every room."""

from typing import Final

from attribution_abroad import ABROAD, ENGLISH
from attribution_aims import AIMS
from attribution_answers import ANSWERS
from attribution_asides import ASIDES
from attribution_beside import BESIDE, FOREIGN
from attribution_bodies import BODIES
from attribution_cases import CASES, Case
from attribution_classes import CLASSES
from attribution_dispatches import DISPATCHES
from attribution_flows import FLOWS
from attribution_forms import FORMS
from attribution_indirect import INDIRECT
from attribution_issuers import ISSUERS
from attribution_joined import JOINED
from attribution_kinds import KINDS
from attribution_letters import LETTERS
from attribution_names import NAMES
from attribution_near import NEAR
from attribution_offices import OFFICES
from attribution_quoting import QUOTING
from attribution_remarks import REMARKS
from attribution_reports import REPORTS
from attribution_statements import STATEMENTS
from attribution_tails import TAILS
from attribution_themes import THEMES
from attribution_voices import VOICES
from attribution_whose import WHOSE
from attribution_wires import WIRES

__all__ = ["EVERY"]

EVERY: Final[tuple[Case, ...]] = (
    *ABROAD,
    *ENGLISH,
    *AIMS,
    *ANSWERS,
    *ASIDES,
    *BESIDE,
    *FOREIGN,
    *BODIES,
    *CASES,
    *CLASSES,
    *DISPATCHES,
    *FLOWS,
    *FORMS,
    *ISSUERS,
    *JOINED,
    *KINDS,
    *LETTERS,
    *NAMES,
    *NEAR,
    *OFFICES,
    *QUOTING,
    *REMARKS,
    *REPORTS,
    *STATEMENTS,
    *TAILS,
    *THEMES,
    *VOICES,
    *WHOSE,
    *WIRES,
    *INDIRECT,
)
"""What each text says by whom."""
