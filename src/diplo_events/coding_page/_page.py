"""The page itself: its style, its script and its data in one file that asks nobody for anything."""

import base64
import hashlib
import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from diplo_events._internal.texts.display import escaped_json
from diplo_events.coding_page._schema_data import schema_data
from diplo_events.coding_page._settling import free_id, list_of, renamed_record, settling_data
from diplo_events.coding_page._text_data import text_data, time_words
from diplo_events.dataset import Dataset
from diplo_events.drafting import slug
from diplo_events.errors import ArgumentError, shown
from diplo_events.formats.located import read_text
from diplo_events.formats.plain import from_plain, to_plain
from diplo_events.model import EventRecord, Source
from diplo_events.schema import COLLECTIONS, FORMAT_VERSION

__all__ = ["build", "page_bytes", "page_data"]

ASSETS: Final = Path(__file__).with_name("assets")

SCRIPTS: Final = (
    "text.js",
    "yaml.js",
    "dates.js",
    "rules.js",
    "records.js",
    "widgets.js",
    "form.js",
    "reading.js",
    "saving.js",
    "settling.js",
    "page.js",
)
"""The parts of the script, in order."""

POLICY: Final = (
    "default-src 'none'; style-src 'sha256-{style}'; script-src 'sha256-{script}'; connect-src {connect}; "
    "base-uri 'none'; form-action 'none'"
)
"""The Content-Security-Policy: only the page's own style and script; no connection, unless the page is served."""


def build(
    text: str | Path,
    *,
    dataset: Dataset | None = None,
    draft: Dataset | None = None,
    second: Dataset | None = None,
) -> bytes:
    """Return the page to code a text on, as HTML in UTF-8.

    The page holds the text, its style, its script and the vocabularies, and makes no requests.

    Args:
        text: The file with the text, in UTF-8.
        dataset: The coding so far, with the actors and issues that are known already; by default an empty one.
        draft: A coding whose records nobody has judged: the page asks to accept, edit or reject each. Its actors,
            places and issues are offered. Records that the dataset has already, by id and passages, are left out.
        second: Another coding of the same text, to be settled with the dataset.

    Raises:
        NotReadableError: the text is not UTF-8.
        ArgumentError: the text is empty, a dataset has a newer format, or the draft or the second coding has no source
            with the hash of the text.
        OSError: the text cannot be read.

    Examples:
        >>> from pathlib import Path
        >>> from tempfile import TemporaryDirectory
        >>> with TemporaryDirectory() as folder:
        ...     text = Path(folder, "treaty.txt")
        ...     _ = text.write_text("The treaty is in force from today.", "utf-8")
        ...     page = build(text)
        >>> page[:15], b"in force from today" in page
        (b'<!doctype html>', True)
    """
    return page_bytes(page_data(read_text(text), Path(text).name, dataset=dataset, draft=draft, second=second))


def page_data(
    content: str,
    name: str,
    *,
    dataset: Dataset | None = None,
    draft: Dataset | None = None,
    second: Dataset | None = None,
) -> dict[str, Any]:
    """Return all that the page knows, as plain data.

    Raises:
        ArgumentError: the text is empty, a dataset has a newer format, or the draft or the second coding is of another
            text.
    """
    if not content.strip():
        raise ArgumentError(f"expected a text with words, found an empty one in {shown(name)}")
    base = Dataset() if dataset is None else dataset
    header = {field: value for field, value in to_plain(base).items() if field not in COLLECTIONS}
    text = text_data(name, content)
    for each in (base, draft, second):
        if each is not None and each.format_version != FORMAT_VERSION:
            expected = f"expected a dataset of the format {FORMAT_VERSION}, found one of {each.format_version}"
            raise ArgumentError(f"{expected}; this library is too old to write it")
    for what, each in (("the draft", draft), ("the second coding", second)):
        if each is not None and source_of(each, text["sha256"]) is None:
            raise ArgumentError(
                f"expected a source in {what} with the hash of {shown(name)}, found none; it is of another text"
            )
    source = source_of(base, text["sha256"])
    drafts: list[str] = []
    if draft is not None:
        base, drafts = with_draft(base, draft, text["sha256"])
        source = source or source_of(base, text["sha256"])
    document = to_plain(base)
    key = source.id if source else free_source_id(name, base)
    if source is None:
        title = content.strip().splitlines()[0].strip()
        plain = {"id": key, "title": title, "sha256": text["sha256"], "length": len(content)}
        document.setdefault("sources", []).append(plain)
    data: dict[str, Any] = {
        "text": text,
        "schema": schema_data(),
        "header": header,
        "document": {field: value for field, value in document.items() if field in COLLECTIONS},
        "source": key,
        "drafts": drafts,
        "times": time_words(content, (source.dated or source.published) if source else None),
        "file": f"{Path(name).stem}.yaml",
        "settle": settling_data(base, second, key, text["sha256"]) if second is not None else [],
        "serve": None,
    }
    known = json.dumps([data["header"], data["document"], drafts, data["settle"], text["sha256"]], sort_keys=True)
    return data | {"key": hashlib.sha256(known.encode()).hexdigest()}


def source_of(dataset: Dataset, sha256: str) -> Source | None:
    """Return the source with a hash, or `None` if there is none."""
    return next((source for source in dataset.of_type(Source) if source.sha256 == sha256), None)


def with_draft(base: Dataset, draft: Dataset, sha256: str) -> tuple[Dataset, list[str]]:
    """Return a dataset with a draft in it, and the ids of the records that are to be judged.

    A record of the draft with the id and the passages of one in the dataset was judged before, and is left out. One
    with the id alone gets another. Of actors, places and other records with one id, that of the dataset stays.
    """
    ours, theirs = source_of(base, sha256), source_of(draft, sha256)
    ids: dict[str, str] = {theirs.id: ours.id} if ours and theirs else {}
    taken, judged = {*base, *draft}, list[str]()
    for event in draft.reported_in(theirs.id) if theirs else ():
        known = base.get(event.id)
        if known is None:
            judged.append(event.id)
        elif not isinstance(known, EventRecord) or known.spans != event.spans:
            ids[event.id] = free_id(event.id, taken)
            taken.add(ids[event.id])
            judged.append(ids[event.id])
    document: dict[str, Any] = {"format_version": FORMAT_VERSION, "complete": False}
    for record in draft.values():
        is_source = ours is not None and theirs is not None and record.id == theirs.id
        if not is_source and (ids.get(record.id, record.id) in judged or record.id not in base):
            document.setdefault(list_of(record), []).append(renamed_record(record, ids))
    return base.merge(from_plain(document)), judged


def free_source_id(name: str, dataset: Dataset) -> str:
    """Return an id for a text by the name of its file."""
    key = slug(Path(name).stem)
    return free_id(key, {*dataset}) if key in dataset else key


def page_bytes(data: Mapping[str, Any]) -> bytes:
    """Return the page with its data in it."""
    style = ASSETS.joinpath("page.css").read_text("utf-8")
    script = "".join(ASSETS.joinpath(name).read_text("utf-8") for name in SCRIPTS)
    connect = "'self'" if data["serve"] else "'none'"
    parts = {
        "POLICY": POLICY.format(style=digest(style), script=digest(script), connect=connect),
        "STYLE": style,
        "DATA": escaped_json(json.dumps(data, ensure_ascii=False)).replace("<", "\\u003c"),
        "SCRIPT": script,
    }
    template = ASSETS.joinpath("page.html").read_text("utf-8")
    return re.sub(r"\{\{([A-Z]+)\}\}", lambda found: parts[found[1]], template).encode()


def digest(text: str) -> str:
    """Return the hash of a style or a script in the form of a Content-Security-Policy."""
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
