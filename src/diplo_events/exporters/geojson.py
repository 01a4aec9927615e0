"""Maps as GeoJSON (RFC 7946): places with coordinates, and what is reported of them.

Each place that has a point, and each event record with such a place, is a feature with all its fields as properties.
Lost are the records without a point: all actors, issues, sources and documents, places without coordinates, and what
is reported of these or of no place at all. No point is taken from a larger place.
"""

import json
from collections.abc import Iterator
from typing import Any, Final

from diplo_events.dataset import Dataset
from diplo_events.exporters._losses import ExportLoss, Kept
from diplo_events.formats.plain import record_to_plain, to_plain
from diplo_events.model import EventRecord, Place, Point
from diplo_events.schema import COLLECTIONS, Record, references, type_name

__all__ = ["dumps", "losses", "to_geojson"]

NO_POINT: Final = "without coordinates"
NO_POINTS: Final = "at places without coordinates"
NOWHERE: Final = "without a place"


def to_geojson(dataset: Dataset) -> dict[str, Any]:
    """Return the map of a dataset as a `FeatureCollection`.

    A place, or a record of one place, has a `Point`; a record of several places a `MultiPoint`. The properties are
    the fields of the record, as JSON files have them, and `record_type`. The header of the dataset is the foreign
    member `dataset`.

    Examples:
        >>> from diplo_events import PlaceKind
        >>> oslo = Place(id="oslo", name="Oslo", kind=PlaceKind.SETTLEMENT, point=Point(longitude=10.7, latitude=59.9))
        >>> to_geojson(Dataset(records=[oslo]))["features"][0]["geometry"]
        {'type': 'Point', 'coordinates': [10.7, 59.9]}
    """
    return export(dataset)[0]


def dumps(dataset: Dataset) -> str:
    """Return the map of a dataset as the text of a GeoJSON file.

    Examples:
        >>> print(dumps(Dataset()))
        {
          "type": "FeatureCollection",
          "dataset": {
            "format_version": "1.0"
          },
          "features": []
        }
        <BLANKLINE>
    """
    return json.dumps(to_geojson(dataset), ensure_ascii=False, indent=2) + "\n"


def losses(dataset: Dataset) -> tuple[ExportLoss, ...]:
    """List what of a dataset is not on its map.

    Examples:
        >>> import diplo_events
        >>> print(losses(diplo_events.load_example())[-1])
        105 positions: without a place
    """
    return export(dataset)[1].losses()


def export(dataset: Dataset) -> tuple[dict[str, Any], Kept]:
    """Return the map of a dataset, and what of the dataset it has."""
    kept = Kept(dataset)
    kept.write_header()
    header = {name: value for name, value in to_plain(dataset).items() if name not in COLLECTIONS}
    features = list(features_of(dataset, kept))
    return {"type": "FeatureCollection", "dataset": header, "features": features}, kept


def features_of(dataset: Dataset, kept: Kept) -> Iterator[dict[str, Any]]:
    """List the features of a dataset, and note what has none."""
    for record in dataset.records:
        places = places_of(dataset, record)
        points = [place.point for place in places if place.point]
        if points:
            kept.write_whole(record)
            plain = record_to_plain(record, format_version=dataset.format_version)
            properties = {"record_type": type_name(type(record)), **plain}
            yield {"type": "Feature", "id": record.id, "geometry": geometry(points), "properties": properties}
        elif isinstance(record, Place):
            kept.leave(record, NO_POINT)
        elif isinstance(record, EventRecord):
            kept.leave(record, NO_POINTS if places else NOWHERE)


def places_of(dataset: Dataset, record: Record) -> list[Place]:
    """List the places of a record that the dataset holds: a place has itself; actors and issues have none."""
    if isinstance(record, Place):
        return [record]
    found = [dataset.get(reference.target) for reference in references(type(record), record)]
    return [place for place in dict.fromkeys(found) if isinstance(place, Place)]


def geometry(points: list[Point]) -> dict[str, Any]:
    """Return points as a geometry."""
    coordinates = [[point.longitude, point.latitude] for point in points]
    if len(coordinates) == 1:
        return {"type": "Point", "coordinates": coordinates[0]}
    return {"type": "MultiPoint", "coordinates": coordinates}
