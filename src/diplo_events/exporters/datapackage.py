"""Descriptions of a dataset file for those who find, cite and load it: a Frictionless Data Package and Croissant.

Nothing in them is said twice by hand: title, licence and citation come from the header of the dataset, counts and
sources from its records, size and hash from the file. What else a description can hold is in `PackageAbout`, read from
the dataset's `extra` under the key `package`. No clock is read: the same dataset gives the same descriptions.
"""

import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

import attrs

from diplo_events.converter import make_converter, problems_of
from diplo_events.dataset import Dataset
from diplo_events.dates import EventDate
from diplo_events.errors import DatasetError, DiploEventsError
from diplo_events.lookup import name_of
from diplo_events.model import EventRecord, FrozenMap, Source, Statement
from diplo_events.model._rules import check_fields
from diplo_events.model.frozen_map import thawed
from diplo_events.model.ids import Url
from diplo_events.schema import COLLECTIONS, RECORD_TYPES, fields

__all__ = ["CROISSANT", "DESCRIPTOR", "README", "PackageAbout", "companions", "croissant", "descriptor", "readme"]

DESCRIPTOR: Final = "datapackage.json"
"""The name of the Data Package's descriptor, which the standard sets."""

CROISSANT: Final = "croissant.json"
"""The name of the Croissant description."""

README: Final = "README.md"
"""The name of the description for people."""


@attrs.frozen(kw_only=True)
class PackageAbout:
    """What a dataset says of itself for its descriptions, in its `extra` under the key `package`."""

    name: str | None = None
    """A short name, in lower case with hyphens; made from the title by default."""
    creators: tuple[str, ...] = ()
    """Who made it."""
    published: EventDate | None = None
    """The day on which this version was published."""
    url: Url | None = None
    """Where it is published."""
    keywords: tuple[str, ...] = ()
    """What it is about, in single words."""
    limits: tuple[str, ...] = ()
    """What the data cannot show, a sentence or two each."""

    def __attrs_post_init__(self) -> None:
        check_fields(self)


SPDX_ID: Final = re.compile(r"[A-Za-z0-9.+-]+")

DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")

ALWAYS: Final = (
    "Every record is a claim by somebody, as one source reports it; none is a statement of fact by the dataset.",
    "The texts of the sources are not part of the package.",
)
"""What holds for every dataset of this library."""


def companions(dataset: Dataset, data: bytes, *, file: str) -> dict[str, bytes]:
    """Give the files that belong beside the file of a dataset, by name.

    Args:
        dataset: The records.
        data: The bytes of the file that holds them, as JSON.
        file: Its name.

    Raises:
        DatasetError: what the dataset says of itself, in its `extra` under `package`, is not as `PackageAbout` has it.

    Examples:
        >>> import diplo_events
        >>> from diplo_events.formats import json
        >>> dataset = diplo_events.load_example()
        >>> sorted(companions(dataset, json.dumps(dataset).encode(), file="articles.json"))
        ['README.md', 'croissant.json', 'datapackage.json']
    """
    return {
        DESCRIPTOR: json_bytes(descriptor(dataset, data, file=file)),
        CROISSANT: json_bytes(croissant(dataset, data, file=file)),
        README: readme(dataset, data, file=file).encode(),
    }


def descriptor(dataset: Dataset, data: bytes, *, file: str) -> dict[str, Any]:
    """Describe a dataset file as a Data Package, version 2 of the standard (Open Knowledge Foundation, 2024).

    Beyond the standard, which allows it, `counts` has the number of records of each type, `citation` and `limits`
    what their names say, and each of the `sources` the hash and the length of its text.

    Examples:
        >>> descriptor(Dataset(title="Tolls"), b"{}", file="tolls.json")["resources"][0]["bytes"]
        2
    """
    said = about(dataset)
    described: dict[str, Any] = {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": said.name or package_name(dataset, file),
        "title": dataset.title,
        "description": dataset.description,
        "version": dataset.version,
        "created": f"{said.published}T00:00:00Z" if DAY.fullmatch(str(said.published)) else None,
        "homepage": said.url,
        "keywords": list(said.keywords),
        "licenses": [license_of(dataset.license)] if dataset.license else None,
        "contributors": [{"title": name, "roles": ["author"]} for name in said.creators],
        "sources": [source_of(dataset, source) for source in dataset.of_type(Source)],
        "citation": dataset.citation,
        "counts": counts(dataset),
        "limits": limits(dataset),
    }
    resource = {
        "name": package_name(Dataset(), file),
        "path": file,
        "title": dataset.title,
        "format": "json",
        "mediatype": "application/json",
        "encoding": "utf-8",
        "bytes": len(data),
        "hash": f"sha256:{hashlib.sha256(data).hexdigest()}",
    }
    return given(described) | {"resources": [given(resource)]}


def croissant(dataset: Dataset, data: bytes, *, file: str) -> dict[str, Any]:
    """Describe a dataset file in Croissant 1.0 (MLCommons, 2024), a vocabulary on top of schema.org.

    Each type of record that the dataset holds is a record set, whose fields are those that every record of the type
    has: Croissant's JSON paths cannot tell a left-out field from a shorter list. The one file is listed once more for
    each record set, because mlcroissant, the reference implementation, reads one list of a JSON file at a time.

    Examples:
        >>> croissant(Dataset(title="Tolls"), b"{}", file="tolls.json")["distribution"][0]["contentSize"]
        '2 B'
    """
    said = about(dataset)
    creators = [{"@type": "sc:Organization", "name": name} for name in said.creators]
    described: dict[str, Any] = {
        "@context": CONTEXT,
        "@type": "sc:Dataset",
        "name": said.name or package_name(dataset, file),
        "alternateName": dataset.title,
        "description": "\n\n".join([*filter(None, [dataset.description]), *limits(dataset)]),
        "conformsTo": "http://mlcommons.org/croissant/1.0",
        "citeAs": dataset.citation,
        "creator": creators,
        "datePublished": str(said.published) if said.published else None,
        "inLanguage": sorted({source.language for source in dataset.of_type(Source) if source.language}),
        "isLiveDataset": False,
        "keywords": list(said.keywords),
        "license": license_url(dataset.license) or dataset.license,
        "url": said.url,
        "version": dataset.version,
    }
    whole = {
        "@type": "cr:FileObject",
        "@id": file,
        "name": file,
        "contentUrl": file,
        "contentSize": f"{len(data)} B",
        "encodingFormat": "application/json",
        "sha256": hashlib.sha256(data).hexdigest(),
    }
    held = [name for name, cls in COLLECTIONS.items() if dataset.of_type(cls)]
    lists = [whole | {"@id": f"{file}/{name}", "name": f"{name} in {file}"} for name in held]
    described["distribution"] = [whole, *lists]
    described["recordSet"] = [record_set(name, file) for name in held]
    return given(described)


def readme(dataset: Dataset, data: bytes, *, file: str) -> str:
    r"""Describe a dataset file for people, in Markdown.

    Examples:
        >>> readme(Dataset(title="Tolls"), b"{}", file="tolls.json").partition("\n")[0]
        '# Tolls'
    """
    parts = [f"# {dataset.title or file}", dataset.description or "", origin(dataset)]
    parts += [f"`{file}`, {len(data):,} bytes, SHA-256 `{hashlib.sha256(data).hexdigest()}`"]
    parts += ["## What it holds", table(("Records", "Number"), list(counts(dataset).items()))]
    if sources := dataset.of_type(Source):
        parts += ["## Sources", table(SOURCE_COLUMNS, [source_row(dataset, source) for source in sources]), COPIES]
    parts += ["## What it cannot show", "\n".join(f"- {limit}" for limit in limits(dataset))]
    parts += ["## Use", USE.format(file=file)]
    parts += ["## Licence and citation", f"Licence: {dataset.license or 'none given'}.", dataset.citation or ""]
    return "\n\n".join(filter(None, parts)) + "\n"


def origin(dataset: Dataset) -> str:
    """Say which version a dataset is, who made it, when it was published and where."""
    known = about(dataset)
    lines = {
        "Version": dataset.version,
        "Made by": ", ".join(known.creators),
        "Published": known.published,
        "Address": known.url,
        "About": ", ".join(known.keywords),
    }
    return "\n".join(f"- {name}: {value}" for name, value in lines.items() if value)


COPIES: Final = """\
The texts belong to their publishers. To hold the records against one, get it from its publisher, save the bare text in
UTF-8 under any name that ends in `.txt`, and compare its hash: only a copy that agrees in every character, white space
included, has it. Then `diplo-events check` with `--texts` holds every quote and every passage against it."""

USE: Final = """\
```sh
diplo-events brief {file}                  # what it says
diplo-events check {file} --texts FOLDER   # hold it against copies of the texts
```

`datapackage.json` describes the file for tools that read Data Packages, `croissant.json` for those that read
Croissant."""

SOURCE_COLUMNS: Final = (
    "Source",
    "Publisher",
    "Published",
    "Language",
    "Records",
    "Code points",
    "SHA-256 of the text",
)


def about(dataset: Dataset) -> PackageAbout:
    """Read what a dataset says for its descriptions.

    Raises:
        DatasetError: it is not as `PackageAbout` has it; all problems are listed.
    """
    try:
        found: PackageAbout = make_converter().structure(
            thawed(dataset.extra.get("package", FrozenMap())), PackageAbout
        )
    except (DiploEventsError, ExceptionGroup) as error:
        raise DatasetError(problems_of(error, ("extra", "package"))) from None
    return found


def package_name(dataset: Dataset, file: str) -> str:
    """Make a name for descriptions out of the title or, where there is none, of the file's name.

    >>> package_name(Dataset(title="Tolls on the Elda"), "x.json"), package_name(Dataset(), "My data.json")
    ('tolls-on-the-elda', 'my-data')
    """
    candidates = (dataset.title or "", file.rpartition(".")[0] or file)
    names = (re.sub(r"[^a-z0-9._-]+", "-", words.lower()).strip("-._") for words in candidates)
    return next(filter(None, names), "dataset")


def counts(dataset: Dataset) -> dict[str, int]:
    """Count the records of each type, and the quotations."""
    held = {name: len(dataset.of_type(cls)) for name, cls in COLLECTIONS.items()}
    quotes = sum(len(statement.quotes) for statement in dataset.of_type(Statement))
    return {name: number for name, number in (*held.items(), ("quotes", quotes)) if number}


def limits(dataset: Dataset) -> list[str]:
    """List what the data cannot show."""
    return [*ALWAYS, *about(dataset).limits]


def license_url(expression: str | None) -> str | None:
    """Give the address of a licence, where it is one and no expression of several."""
    return f"https://spdx.org/licenses/{expression}.html" if expression and SPDX_ID.fullmatch(expression) else None


def license_of(expression: str) -> dict[str, str]:
    """Describe a licence for a Data Package."""
    if url := license_url(expression):
        return {"name": expression, "path": url}
    return {"name": re.sub(r"[^A-Za-z0-9._-]+", "-", expression), "title": expression}


def source_of(dataset: Dataset, source: Source) -> dict[str, Any]:
    """Describe a source for a Data Package."""
    about = ", ".join(filter(None, (name_of(dataset, source.publisher or ""), str(source.published or ""))))
    title = f"{source.title} ({about})" if about else source.title
    return given(
        {"title": title, "path": source.url, "id": source.id, "sha256": source.sha256, "length": source.length}
    )


def source_row(dataset: Dataset, source: Source) -> tuple[object, ...]:
    """Describe a source in a table for people."""
    records = sum(isinstance(record, EventRecord) and record.source == source.id for record in dataset.records)
    of_text = (source.length or "", f"`{source.sha256}`" if source.sha256 else "")
    published, language = source.published or "", source.language or ""
    return (source.title, name_of(dataset, source.publisher or ""), published, language, records, *of_text)


def table(columns: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    """Write a table in Markdown."""
    lines = [columns, ["---"] * len(columns), *rows]
    return "\n".join(f"| {' | '.join(str(cell).replace('|', '/') for cell in line)} |" for line in lines)


def record_set(collection: str, file: str) -> dict[str, Any]:
    """Describe the records of one type for Croissant."""
    cls: type[attrs.AttrsInstance] = COLLECTIONS[collection]
    name = next(name for name, known in RECORD_TYPES.items() if known is cls)
    made = [
        {
            "@type": "cr:Field",
            "@id": f"{collection}/{field.name}",
            "name": field.name,
            "description": field.doc,
            "dataType": "sc:Text",
            "source": {
                "fileObject": {"@id": f"{file}/{collection}"},
                "extract": {"jsonPath": f"$.{collection}[*].{field.name}"},
            },
        }
        for field in fields(cls)
        if field.required and not is_list(field.annotation)
    ]
    key = {"@id": f"{collection}/id"}
    described = {"description": f"One {name.replace('_', ' ')} a record.", "key": key, "field": made}
    return {"@type": "cr:RecordSet", "@id": collection, "name": collection, **described}


def is_list(annotation: object) -> bool:
    """Tell whether a field holds several values."""
    return getattr(annotation, "__origin__", None) is tuple


def given(described: Mapping[str, Any]) -> dict[str, Any]:
    """Leave out what is not known."""
    return {key: value for key, value in described.items() if value is not None and value != []}


def json_bytes(described: Mapping[str, Any]) -> bytes:
    """Write a description."""
    return (json.dumps(described, ensure_ascii=False, indent=2) + "\n").encode()


CONTEXT: Final[Mapping[str, Any]] = {
    "@language": "en",
    "@vocab": "https://schema.org/",
    "citeAs": "cr:citeAs",
    "column": "cr:column",
    "conformsTo": "dct:conformsTo",
    "cr": "http://mlcommons.org/croissant/",
    "data": {"@id": "cr:data", "@type": "@json"},
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "dct": "http://purl.org/dc/terms/",
    "equivalentProperty": "cr:equivalentProperty",
    "examples": {"@id": "cr:examples", "@type": "@json"},
    "extract": "cr:extract",
    "field": "cr:field",
    "fileObject": "cr:fileObject",
    "fileProperty": "cr:fileProperty",
    "fileSet": "cr:fileSet",
    "format": "cr:format",
    "includes": "cr:includes",
    "isLiveDataset": "cr:isLiveDataset",
    "jsonPath": "cr:jsonPath",
    "key": "cr:key",
    "md5": "cr:md5",
    "parentField": "cr:parentField",
    "path": "cr:path",
    "rai": "http://mlcommons.org/croissant/RAI/",
    "recordSet": "cr:recordSet",
    "references": "cr:references",
    "regex": "cr:regex",
    "repeated": "cr:repeated",
    "replace": "cr:replace",
    "samplingRate": "cr:samplingRate",
    "sc": "https://schema.org/",
    "separator": "cr:separator",
    "source": "cr:source",
    "subField": "cr:subField",
    "transform": "cr:transform",
}
"""The prefixes and terms that the specification of Croissant sets for every description."""
