"""Descriptions of a dataset file, by which others find, cite and load it: a Frictionless Data Package and Croissant.

Title, licence and citation come from the header of the dataset, counts and sources from its records, size and hash
from the file. Everything else is in `PackageAbout`, read from the dataset's `extra` under the key `package`. No clock
is read: the same dataset gives the same descriptions.
"""

import functools
import hashlib
import json
import re
import shlex
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import attrs

from diplo_events._internal.texts.display import quoted
from diplo_events.converter import make_converter, problems_of
from diplo_events.dataset import Dataset
from diplo_events.dates import EventDate
from diplo_events.errors import ArgumentError, DatasetError, DiploEventsError, printable
from diplo_events.exporters._markdown import code, inline, paragraphs, table
from diplo_events.formats.package_folders import CROISSANT, DESCRIPTOR, README, described, json_bytes, sealed
from diplo_events.lookup import name_of
from diplo_events.model import FrozenMap, Source, Statement
from diplo_events.model.field_rules import Checked
from diplo_events.model.frozen_map import thawed
from diplo_events.model.ids import Url
from diplo_events.schema import COLLECTIONS, RECORD_TYPES, ManyNode, fields

__all__ = [
    "CROISSANT",
    "DESCRIPTOR",
    "README",
    "PackageAbout",
    "companions",
    "croissant",
    "descriptor",
    "is_reserved",
    "readme",
]

CONTEXT: Final = "croissant_context.json"
"""The file, beside this module, of the prefixes and terms that Croissant prescribes for every description."""


@attrs.frozen(kw_only=True)
class PackageAbout(Checked):
    """What the descriptions of a dataset say beyond its header; read from its `extra` under the key `package`."""

    name: str | None = None
    """A short name, in lower case with hyphens; by default it is made from the title."""
    creators: tuple[str, ...] = ()
    """Who made it."""
    published: EventDate | None = None
    """The day on which this version was published."""
    url: Url | None = None
    """Where it is published."""
    keywords: tuple[str, ...] = ()
    """Its subjects, in single words."""
    limits: tuple[str, ...] = ()
    """What the data cannot show, a sentence or two each."""


SPDX_ID: Final = re.compile(r"[A-Za-z0-9.+-]+")

DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")

ALWAYS: Final = (
    "Every record is a claim by somebody, as one source reports it; none is a statement of fact by the dataset.",
    "The texts of the sources are not part of the package.",
)
"""The limits of every dataset of this library."""


def companions(dataset: Dataset, data: bytes, *, file: str) -> dict[str, bytes]:
    """Return the files that belong beside the file of a dataset, by name. The last has the hashes of all.

    Args:
        dataset: The records.
        data: The bytes of the file that holds them, as JSON.
        file: Its name.

    Raises:
        DatasetError: `package` in the dataset's `extra` does not fit `PackageAbout`; all problems are listed.
        ArgumentError: the name of the file is that of a description.

    Examples:
        >>> import diplo_events
        >>> from diplo_events.formats import json
        >>> dataset = diplo_events.load_example()
        >>> sorted(companions(dataset, json.dumps(dataset).encode(), file="articles.json"))
        ['README.md', 'croissant.json', 'datapackage.json']
    """
    if is_reserved(file):
        raise ArgumentError(f"expected another file name than {quoted(file)}, which a description of the dataset has")
    others = {
        CROISSANT: json_bytes(croissant(dataset, data, file=file)),
        README: readme(dataset, data, file=file).encode(),
    }
    companion_files = [described(name, content) for name, content in others.items()]
    description = descriptor(dataset, data, file=file) | {"companions": companion_files}
    return others | {DESCRIPTOR: json_bytes(sealed(description))}


def is_reserved(file: str) -> bool:
    """Whether a file name is that of a description, in whatever case: no dataset can have it in a package.

    Examples:
        >>> is_reserved("DataPackage.JSON"), is_reserved("data.json")
        (True, False)
    """
    return file.casefold() in {name.casefold() for name in (DESCRIPTOR, CROISSANT, README)}


def descriptor(dataset: Dataset, data: bytes, *, file: str) -> dict[str, Any]:
    """Return the description of a dataset file as a Data Package.

    Source: Data Package, version 2 (Open Knowledge Foundation, 2024). The standard allows further properties. Four
    are added: `counts` has the number of records of each type, `citation` and `limits` have what their names say, and
    each of the `sources` has the hash and the length of its text.

    Examples:
        >>> descriptor(Dataset(title="Tolls"), b"{}", file="tolls.json")["resources"][0]["bytes"]
        2
    """
    package = about(dataset)
    content: dict[str, Any] = {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": package.name or package_name(dataset, file),
        "title": dataset.title,
        "description": dataset.description,
        "version": dataset.version,
        "created": f"{package.published}T00:00:00Z" if DAY.fullmatch(str(package.published)) else None,
        "homepage": package.url,
        "keywords": list(package.keywords),
        "licenses": [license_of(dataset.license)] if dataset.license else None,
        "contributors": [{"title": name, "roles": ["author"]} for name in package.creators],
        "sources": [source_of(dataset, source) for source in dataset.of_type(Source)],
        "citation": dataset.citation,
        "counts": counts(dataset),
        "limits": limits(dataset),
    }
    resource = {
        "name": package_name(Dataset(), file),
        **described(file, data),
        "title": dataset.title,
        "format": "json",
        "mediatype": "application/json",
        "encoding": "utf-8",
    }
    return without_empty(content) | {"resources": [without_empty(resource)]}


def croissant(dataset: Dataset, data: bytes, *, file: str) -> dict[str, Any]:
    """Return the description of a dataset file in Croissant.

    Each type of record in the dataset is a record set. Its fields are those that every record of the type has, because
    Croissant's JSON paths cannot tell an omitted field from a shorter list. The file is listed once more for each
    record set, because mlcroissant, the reference implementation, reads one list of a JSON file at a time.

    Source: Croissant 1.0 (MLCommons, 2024), a vocabulary on top of schema.org.

    Examples:
        >>> croissant(Dataset(title="Tolls"), b"{}", file="tolls.json")["distribution"][0]["contentSize"]
        '2 B'
    """
    package = about(dataset)
    creators = [{"@type": "sc:Organization", "name": name} for name in package.creators]
    content: dict[str, Any] = {
        "@context": context(),
        "@type": "sc:Dataset",
        "name": package.name or package_name(dataset, file),
        "alternateName": dataset.title,
        "description": "\n\n".join([*filter(None, [dataset.description]), *limits(dataset)]),
        "conformsTo": "http://mlcommons.org/croissant/1.0",
        "citeAs": dataset.citation,
        "creator": creators,
        "datePublished": str(package.published) if package.published else None,
        "inLanguage": sorted({source.language for source in dataset.of_type(Source) if source.language}),
        "isLiveDataset": False,
        "keywords": list(package.keywords),
        "license": license_url(dataset.license) or dataset.license,
        "url": package.url,
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
    collections = [name for name, cls in COLLECTIONS.items() if dataset.of_type(cls)]
    lists = [whole | {"@id": f"{file}/{name}", "name": f"{name} in {file}"} for name in collections]
    content["distribution"] = [whole, *lists]
    content["recordSet"] = [record_set(name, file) for name in collections]
    return without_empty(content)


def readme(dataset: Dataset, data: bytes, *, file: str) -> str:
    r"""Return the description of a dataset file for people, in Markdown.

    Examples:
        >>> readme(Dataset(title="Tolls"), b"{}", file="tolls.json").partition("\n")[0]
        '# Tolls'
    """
    parts = [f"# {inline(dataset.title or file)}", paragraphs(dataset.description or ""), origin(dataset)]
    parts += [f"{code(file)}, {len(data):,} bytes, SHA-256 `{hashlib.sha256(data).hexdigest()}`"]
    parts += ["## What it holds", table(("Records", "Number"), number_rows(dataset))]
    if sources := dataset.of_type(Source):
        parts += ["## Sources", table(SOURCE_COLUMNS, [source_row(dataset, source) for source in sources]), COPIES]
    parts += ["## What it cannot show", "\n".join(f"- {inline(limit)}" for limit in limits(dataset))]
    parts += ["## Use", USE.format(file=printable(shlex.quote(file)))]
    parts += ["## Licence and citation", f"Licence: {inline(dataset.license or 'none given')}."]
    parts += [paragraphs(dataset.citation or "")]
    return "\n\n".join(filter(None, parts)) + "\n"


def origin(dataset: Dataset) -> str:
    """Return the lines on the version of a dataset, who made it, and when and where it was published."""
    package = about(dataset)
    lines = {
        "Version": dataset.version,
        "Made by": ", ".join(package.creators),
        "Published": package.published,
        "Address": package.url,
        "About": ", ".join(package.keywords),
    }
    return "\n".join(f"- {name}: {inline(str(value))}" for name, value in lines.items() if value)


COPIES: Final = """\
The texts belong to their publishers. To check the records against one, get it from its publisher, save the bare text in
UTF-8 under any name that ends in `.txt`, and compare its hash: only a copy that agrees in every character, white space
included, has the same hash. Then `diplo-events check` with `--texts` compares every quote and every passage with it."""

USE: Final = """\
```sh
diplo-events brief {file}                  # what it says
diplo-events check {file} --texts FOLDER   # compare it with copies of the texts
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
    """Return `package` in the `extra` of a dataset.

    Raises:
        DatasetError: it does not fit `PackageAbout`; all problems are listed.
    """
    plain = thawed(dataset.extra.get("package", FrozenMap()))
    try:
        package: PackageAbout = make_converter().structure(plain, PackageAbout)
    except (DiploEventsError, ExceptionGroup) as error:
        raise DatasetError(problems_of(error, ("extra", "package"))) from None
    return package


def package_name(dataset: Dataset, file: str) -> str:
    """Return a name for descriptions, made from the title or, without one, from the file's name.

    >>> package_name(Dataset(title="Tolls on the Elda"), "x.json"), package_name(Dataset(), "My data.json")
    ('tolls-on-the-elda', 'my-data')
    """
    candidates = (dataset.title or "", file.rpartition(".")[0] or file)
    names = (re.sub(r"[^a-z0-9._-]+", "-", words.lower()).strip("-._") for words in candidates)
    return next(filter(None, names), "dataset")


def counts(dataset: Dataset) -> dict[str, int]:
    """Return the number of records of each type, and of quotations."""
    records = {name: len(dataset.of_type(cls)) for name, cls in COLLECTIONS.items()}
    quotes = sum(len(statement.quotes) for statement in dataset.of_type(Statement))
    return {name: number for name, number in (*records.items(), ("quotes", quotes)) if number}


def limits(dataset: Dataset) -> list[str]:
    """List what the data cannot show."""
    return [*ALWAYS, *about(dataset).limits]


def license_url(expression: str | None) -> str | None:
    """Return the address of a licence; `None` for an expression of several licences."""
    return f"https://spdx.org/licenses/{expression}.html" if expression and SPDX_ID.fullmatch(expression) else None


def license_of(expression: str) -> dict[str, str]:
    """Return a licence as a Data Package describes it."""
    if url := license_url(expression):
        return {"name": expression, "path": url}
    return {"name": re.sub(r"[^A-Za-z0-9._-]+", "-", expression), "title": expression}


def source_of(dataset: Dataset, source: Source) -> dict[str, Any]:
    """Return a source as a Data Package describes it."""
    origin = ", ".join(filter(None, (name_of(dataset, source.publisher or ""), str(source.published or ""))))
    title = f"{source.title or source.id} ({origin})" if origin else source.title or source.id
    return without_empty(
        {"title": title, "path": source.url, "id": source.id, "sha256": source.sha256, "length": source.length}
    )


def number_rows(dataset: Dataset) -> list[tuple[str, str]]:
    """Return the rows of the table of numbers for people."""
    return [(name, str(number)) for name, number in counts(dataset).items()]


def source_row(dataset: Dataset, source: Source) -> tuple[str, ...]:
    """Return the row of a source in the table for people."""
    publisher, published = name_of(dataset, source.publisher or ""), str(source.published or "")
    texts = (source.title or source.id, publisher, published, source.language or "")
    numbers = (str(len(dataset.reported_in(source.id))), str(source.length or ""))
    return (*map(inline, texts), *numbers, code(source.sha256) if source.sha256 else "")


@functools.cache
def context() -> Mapping[str, Any]:
    """Return the `@context` of every Croissant description."""
    terms: dict[str, Any] = json.loads(Path(__file__).with_name(CONTEXT).read_bytes())
    return terms


def record_set(collection: str, file: str) -> dict[str, Any]:
    """Return the record set of one type of record for Croissant."""
    cls: type[attrs.AttrsInstance] = COLLECTIONS[collection]
    name = next(name for name, known in RECORD_TYPES.items() if known is cls)
    described_fields = [
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
        if field.required and not isinstance(field.node, ManyNode)
    ]
    key = {"@id": f"{collection}/id"}
    about_set = {"description": f"One {name.replace('_', ' ')} a record.", "key": key, "field": described_fields}
    return {"@type": "cr:RecordSet", "@id": collection, "name": collection, **about_set}


def without_empty(described: Mapping[str, Any]) -> dict[str, Any]:
    """Return a mapping without the keys whose value is `None` or an empty list."""
    return {key: value for key, value in described.items() if value is not None and value != []}
