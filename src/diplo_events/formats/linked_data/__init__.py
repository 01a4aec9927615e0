"""Linked data: the JSON-LD context of the records, SHACL shapes, and the vocabularies in SKOS, all from the fields."""

from diplo_events.formats.linked_data._concepts import vocabulary
from diplo_events.formats.linked_data._context import context
from diplo_events.formats.linked_data._shapes import shapes

__all__ = ["context", "shapes", "vocabulary"]
