"""A field added to a class, and one removed from it, change every format, table and schema with no other edit.

The package is copied, the text of one class in the copy is edited, and another process writes and reads a dataset
there in every format. What each format has is asked of the library that others read it with.
"""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import diplo_events
from diplo_events.formats import ALL_FORMATS

GONE = '''    level: MeetingLevel | None = None
    """The rank of the participants."""
'''
ADDED = '''    mood: str | None = None
    """How it felt."""
    hosts_of: tuple[ActorId, ...] = ()
    """Who had hosted whom before."""
'''

PROGRAM = """
import csv, io, json, sqlite3
import openpyxl, pyarrow as pa, yaml
from pyarrow import parquet as pq
from diplo_events import Actor, ActorKind, Dataset, Meeting, MeetingKind, MeetingStatus, Source, SourceKind, tables
from diplo_events.formats import ALL_FORMATS, format_named
from diplo_events.formats.linked_data import context, shapes
from diplo_events.json_schema import json_schema

many = dict(title="T", kind=MeetingKind.TALKS, status=MeetingStatus.HELD)
meeting = Meeting(id="m", source="s", mood="calm", hosts_of=("b", "a"), **many)
dataset = Dataset(records=[
    *(Actor(id=key, name=key, kind=ActorKind.PERSON) for key in "ab"),
    Source(id="s", title="S", kind=SourceKind.NEWS_ARTICLE), meeting, Meeting(id="n", source="s", **many),
])
written = {name: format_named(name).dumps(dataset) for name in ALL_FORMATS}
for name, data in written.items():
    assert format_named(name).loads(data) == dataset, name
database = sqlite3.connect(":memory:")
database.deserialize(written["sqlite"])
book = openpyxl.load_workbook(io.BytesIO(written["excel"]))
names = {
    "json": json.loads(written["json"])["meetings"][0],
    "jsonl": next(line for line in map(json.loads, written["jsonl"].splitlines()) if line.get("id") == "m"),
    "yaml": yaml.safe_load(written["yaml"])["meetings"][0],
    "jsonld": json.loads(written["jsonld"])["meetings"][0],
    "csv_bundle": [*next(csv.reader(io.StringIO(written["csv_bundle"]["meetings.csv"].decode()))),
                   *(name[9:-4] for name in written["csv_bundle"] if name.startswith("meetings_"))],
    "sqlite": [*(row[1] for row in database.execute("pragma table_info(meetings)")),
               *(row[0][9:] for row in database.execute("select name from sqlite_schema where type = 'table'"))],
    "excel": [cell.value for cell in book["meetings"][1]],
    "arrow": pa.ipc.open_file(written["arrow"]["meetings.arrow"]).schema.names,
    "parquet": pq.read_schema(io.BytesIO(written["parquet"]["meetings.parquet"])).names,
    "JSON Schema": json_schema()["$defs"]["Meeting"]["properties"],
    "context": [word for word in ("mood", "hosts_of", "level") if f'"{word}"' in json.dumps(context())],
    "SHACL": [word for word in ("mood", "hosts_of", "level") if f"de:{word} " in shapes()],
    "table": tables.to_arrow(dataset, "meetings").column_names,
}
words = ("mood", "hosts_of", "level")
print(json.dumps({name: [word for word in words if word in found] for name, found in names.items()}))
"""


@pytest.mark.slow
def test_every_format_table_and_schema_follows_the_class(tmp_path: Path) -> None:
    shutil.copytree(Path(diplo_events.__file__).parent, tmp_path / "diplo_events")
    file = tmp_path / "diplo_events" / "model" / "meeting.py"
    text = file.read_text(encoding="utf-8")
    assert GONE in text
    file.write_text(text.replace(GONE, ADDED), encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", PROGRAM],
        check=False,
        capture_output=True,
        cwd=tmp_path,
        env=environment,
        text=True,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    found = json.loads(done.stdout)
    assert set(ALL_FORMATS) < set(found)
    assert set(map(tuple, found.values())) == {("mood", "hosts_of")}
