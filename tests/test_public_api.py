"""The names that users import, what importing them costs, and what is said of each."""

import enum
import inspect
import json
import subprocess
import sys
from pathlib import Path

import diplo_events
from each_case import each_case

NAMES = [
    "OPEN",
    "Action",
    "ActionKind",
    "ActionStatus",
    "Actor",
    "ActorKind",
    "Aspect",
    "Assertion",
    "Attendance",
    "Ballot",
    "BallotChoice",
    "ClaimBasis",
    "ClaimKind",
    "Credibility",
    "Dataset",
    "DatasetError",
    "DiploEventsError",
    "Document",
    "DocumentKind",
    "EventDate",
    "EventDateError",
    "FrozenMap",
    "InvalidRecordError",
    "Issue",
    "Location",
    "Medium",
    "Meeting",
    "MeetingKind",
    "MeetingLevel",
    "MeetingStatus",
    "MissingExtraError",
    "Name",
    "NewerFormatWarning",
    "NotReadableError",
    "OpenFieldError",
    "Participant",
    "ParticipantRole",
    "Place",
    "PlaceKind",
    "Point",
    "Position",
    "PositionBasis",
    "Problem",
    "Quantity",
    "QueryError",
    "QuotationMode",
    "Quote",
    "RelativeDateError",
    "Reliability",
    "Role",
    "Section",
    "Source",
    "SourceKind",
    "Span",
    "SpeechAct",
    "Stance",
    "Statement",
    "Tally",
    "TerritorialClaim",
    "Uncoded",
    "UncodedReason",
    "Unit",
    "Vote",
    "VoteResult",
    "__version__",
    "load_example",
    "read",
    "write",
]

THIRD_PARTY_OF_THE_CORE = {"attr", "attrs", "cattr", "cattrs", "typing_extensions", "exceptiongroup"}


ROOT = Path(diplo_events.__file__).parent


def loaded_by(code: str) -> set[str]:
    """Return the modules that a fresh Python has loaded after some code, without those that it always loads."""
    program = (
        f"import sys, json\nbefore = set(sys.modules)\n{code}\nprint(json.dumps(sorted(set(sys.modules) - before)))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, text=True)
    return set(json.loads(done.stdout))


def test_the_names_are_those_that_were_promised() -> None:
    assert diplo_events.__all__ == NAMES


@each_case("name", NAMES)
def test_each_name_is_there_and_documented(name: str) -> None:
    value = getattr(diplo_events, name)
    if name == "__version__":
        assert value.count(".") == 2
        return
    text = inspect.getdoc(value)
    assert text
    assert text.partition("\n")[0].endswith("."), "a sentence comes first"
    assert value.__module__.startswith("diplo_events.")
    if isinstance(value, type) and issubclass(value, enum.Enum):
        assert all(member.__doc__ for member in value)


def test_nothing_else_of_the_module_looks_public() -> None:
    modules = {p.stem for p in Path(diplo_events.__file__).parent.iterdir()}
    found = {n for n in vars(diplo_events) if not n.startswith("_")} - set(NAMES)
    assert found <= modules, "imported names would be taken for promised ones"


def test_importing_the_package_loads_no_extra_and_nothing_slow() -> None:
    found = loaded_by("import diplo_events")
    tops = {name.partition(".")[0] for name in found}
    assert tops - set(sys.stdlib_module_names) - {"diplo_events"} <= THIRD_PARTY_OF_THE_CORE
    families = {"analysis", "cli", "coding", "corroboration", "exporters", "report", "strategies"}
    slow = {"dates.relative", "formats.yaml", "formats.jsonl"}
    names = {path.relative_to(ROOT).with_suffix("").as_posix().replace("/", ".") for path in ROOT.rglob("*.py")}
    assert slow <= names, "a name that is gone cannot be loaded"
    assert families <= {name.partition(".")[0] for name in names}
    assert not {name for name in found if name.removeprefix("diplo_events.") in slow}
    assert not {name for name in found if name.removeprefix("diplo_events.").partition(".")[0] in families}


def test_loading_the_example_loads_no_extra_either() -> None:
    tops = {name.partition(".")[0] for name in loaded_by("import diplo_events; diplo_events.load_example()")}
    assert tops - set(sys.stdlib_module_names) - {"diplo_events"} <= THIRD_PARTY_OF_THE_CORE


def test_importing_has_no_effect_that_can_be_seen() -> None:
    done = subprocess.run([sys.executable, "-W", "error", "-c", "import diplo_events"], capture_output=True, check=True)
    assert (done.stdout, done.stderr) == (b"", b"")


def test_the_package_says_that_it_is_typed() -> None:
    assert (Path(diplo_events.__file__).parent / "py.typed").is_file()
