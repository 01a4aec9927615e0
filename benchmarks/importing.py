"""How long the import of event data takes, row by row, and the most memory, as files grow.

Run it with `python benchmarks/importing.py [FORMAT [SAMPLE]]`. The rows are invented, or those of a sample of ICEWS
again and again; each time with new ids, dates and stories, and with other actors, places and outlets. A million rows
have 30,000 actors and 12,000 places, of which a few come most of the time (the n-th with a weight of 1 / (n + 10)),
two rows to a story on an average, and a mirrored row for each meeting: as a year of ICEWS has.
Each run is a process of its own: processor time of the user and the system together.
"""

import bisect
import datetime as dt
import itertools
import json
import random
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from diplo_events.importers import acled, icews, polecat
from diplo_events.importers._gdelt_columns import EVENTS_V2

SIZES = (125_000, 250_000, 500_000, 1_000_000)
YEAR = 365
ACTORS, PLACES, OUTLETS = 0.03, 0.012, 250
"""How many there are: of the first two for each row."""

PROGRAM = """
import json, resource, sys
from diplo_events.cli import main
code = main(["import", *sys.argv[1:], "--force"])
used = resource.getrusage(resource.RUSAGE_SELF)
print(json.dumps([used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, code]))
"""

Row = list[str]

CODES = (
    *(("010", "Make statement", "0"), ("020", "Make an appeal or request", "3"), ("030", "Express intent", "4")),
    *(("036", "Express intent to meet or negotiate", "4"), ("051", "Praise or endorse", "3.4")),
    *(("111", "Criticize or denounce", "-2"), ("112", "Accuse", "-2"), ("130", "Threaten", "-4.4")),
    *(("042", "Make a visit", "1.9"), ("040", "Consult", "1"), ("046", "Engage in negotiation", "7")),
    *(("070", "Provide aid", "7"), ("141", "Demonstrate or rally", "-6.5"), ("173", "Arrest, detain", "-5")),
    *(("190", "Use conventional military force", "-10"), ("193", "Fight with small arms", "-10")),
)
COUNTRIES = ("Norway", "France", "India", "Japan", "Kenya", "Peru", "Egypt", "Canada", "Serbia", "Vietnam", "Chile")


class Draw:
    """What rows are made of, drawn in the same way in each run.

    Args:
        rows: How many rows there will be.
        actors: The actors to begin with: name, sectors, country.
        places: The places to begin with: city, district, province, country, latitude, longitude.
    """

    def __init__(self, rows: int, actors: list[Row], places: list[Row]) -> None:
        self.random = random.Random(15)  # noqa: S311  (rows that nobody keeps secret)
        self.actors = [self.varied(actors, number) for number in range(max(len(actors), round(rows * ACTORS)))]
        self.places = [self.moved(places, number) for number in range(max(len(places), round(rows * PLACES)))]
        self.weights = {len(pool): weights(len(pool)) for pool in (self.actors, self.places)}
        self.number = 30_000_000

    def varied(self, actors: list[Row], number: int) -> Row:
        """Return an actor; after the first round one with a number in its name, of another country."""
        name, sectors, country = actors[number % len(actors)]
        if number < len(actors):
            return [name, sectors, country]
        other = self.random.choice(actors)[2]
        plain = name.split(" (")[0]
        return [f"{plain} {number // len(actors)}" + (f" ({other})" if "(" in name else ""), sectors, other]

    def moved(self, places: list[Row], number: int) -> Row:
        """Return a place; after the first round one with a number in its names, somewhere else."""
        *names, country, latitude, longitude = places[number % len(places)]
        if number >= len(places):
            names = [name if name == "NA" else f"{name} {number // len(places)}" for name in names]
            latitude, longitude = (
                f"{float(degrees) + self.random.random() / 2:.4f}" for degrees in (latitude, longitude)
            )
        return [*names, country, latitude, longitude]

    def one_of(self, pool: list[Row]) -> Row:
        """Return one of many, of which few come most of the time."""
        sums = self.weights[len(pool)]
        return pool[bisect.bisect(sums, self.random.random() * sums[-1])]

    def next_number(self) -> str:
        """Return the next id."""
        self.number += self.random.randrange(1, 4)
        return str(self.number)


def weights(size: int) -> list[float]:
    """Return the sums of the weights of so many things."""
    return list(itertools.accumulate(1 / (number + 10) for number in range(size)))


def invented() -> list[Row]:
    """Return some rows in the layout of ICEWS to begin with."""
    draw, rows = random.Random(1), list[Row]()  # noqa: S311  (the same)
    for number in range(300):
        code, text, intensity = CODES[number % len(CODES)]
        sides = [(f"Minister {draw.randrange(40)} ({c})", "Executive,Government", c) for c in draw.sample(COUNTRIES, 2)]
        country = draw.choice(COUNTRIES)
        tail = [str(number // 2), str(number % 5 + 1), f"Wire {number % 40}"]
        tail += [draw.choice(["NA", f"Town {number % 70}"]), "NA", f"Province {number % 30}", country]
        tail += [f"{draw.random() * 60:.4f}", f"{draw.random() * 60:.4f}"]
        rows.append(["0", "2018-01-01", *sides[0], text, code, intensity, *sides[1], *tail])
        if code in {"040", "042"}:
            mirrored = ("Host a visit", "043") if code == "042" else (text, code)
            rows.append(["0", "2018-01-01", *sides[1], *mirrored, intensity, *sides[0], *tail])
    return rows


def multiplied(rows: list[Row], size: int) -> Iterator[Row]:
    """Yield so many rows like some rows of ICEWS; those of one story share its number, outlet, sides and places."""
    actors = dict.fromkeys(tuple(row[at : at + 3]) for row in rows for at in (2, 8))
    sides = [[who[0], who[1], who[2]] for who in actors]
    draw = Draw(size, sides, [list(place) for place in dict.fromkeys(tuple(row[14:20]) for row in rows)])
    for done in range(0, size, len(rows)):
        day = str(dt.date(2018, 1, 1) + dt.timedelta(days=done * YEAR // size))
        known: dict[tuple[str, ...], Row] = {}
        for row in rows[: size - done]:
            story = row[11]
            if (story,) not in known:
                known[(story,)] = [draw.next_number(), f"{row[13]} {draw.random.randrange(OUTLETS // 40)}"]
            fresh = [draw.next_number(), day, *row[2:]]
            fresh[11], fresh[13] = known[(story,)]
            for place, width, pool in ((2, 3, draw.actors), (8, 3, draw.actors), (14, 6, draw.places)):
                key = (story, *row[place : place + width])
                if key not in known:
                    known[key] = draw.one_of(pool)
                fresh[place : place + width] = known[key]
            yield fresh


def icews_lines(size: int, sample: Path | None) -> Iterator[str]:
    """Yield the lines of a file of ICEWS."""
    rows = [line.split("\t") for line in sample.read_text("utf-8").splitlines()[1:]] if sample else invented()
    yield "\t".join(icews.COLUMNS)
    yield from map("\t".join, multiplied(rows, size))


def gdelt_lines(size: int, _sample: Path | None) -> Iterator[str]:
    """Yield the lines of a file of GDELT events; four rows to a page on an average."""
    for row in multiplied(invented(), size):
        actor, target, place = row[2], row[8], row[14:20]
        cells = dict.fromkeys(EVENTS_V2, "")
        for side, name in (("Actor1", actor), ("Actor2", target)):
            cells |= {f"{side}Code": "GOV", f"{side}Name": name.upper(), f"{side}CountryCode": "NOR"}
        cells |= {"GLOBALEVENTID": row[0], "SQLDATE": row[1].replace("-", ""), "EventCode": row[6], "IsRootEvent": "1"}
        cells |= {"EventBaseCode": row[6], "EventRootCode": row[6][:2], "QuadClass": "1", "GoldsteinScale": row[7]}
        cells |= {"NumMentions": "4", "NumSources": "1", "NumArticles": "4", "AvgTone": f"-{int(row[0]) % 997 / 100}"}
        where = f"{place[2]}, {place[3]}"
        cells |= {"ActionGeo_Type": "4", "ActionGeo_FullName": where, "ActionGeo_CountryCode": "NO"}
        cells |= {"ActionGeo_Lat": place[4], "ActionGeo_Long": place[5], "DATEADDED": f"{cells['SQLDATE']}001500"}
        cells["SOURCEURL"] = (
            f"https://wire{len(row[13])}.example.org/world/{int(row[11]) // 2}/a-long-title-of-a-report"
        )
        yield "\t".join(cells.values())


def polecat_lines(size: int, _sample: Path | None) -> Iterator[str]:
    """Yield the lines of a file of POLECAT."""
    columns = [*polecat.COLUMNS, "Intensity"]
    yield "\t".join(columns)
    types = ("ACCUSE", "CONSULT", "AGREE", "AID", "ASSAULT", "PROTEST", "REQUEST", "SUPPORT", "REJECT")
    for number, row in enumerate(multiplied(invented(), size)):
        cells = dict.fromkeys(columns, "None")
        kind = types[number % len(types)]
        cells |= {
            "Event ID": f"{row[11]}-{row[0]}_{kind}",
            "Event Date": row[1],
            "Event Type": kind,
            "Intensity": "-2.0",
        }
        cells |= {"Actor Name": row[2], "Actor Country": "NOR", "Actor COW": "385", "Actor Name Raw": row[2].upper()}
        cells |= {"Recipient Name": row[8], "Recipient Country": "FRA", "Recipient COW": "220", "Quad Code": "VERBAL"}
        cells |= {"City": row[14].replace("NA", "None"), "Country": row[17], "Latitude": row[18], "Longitude": row[19]}
        cells |= {"Source": row[13], "Publication Date": row[1], "Language": "English", "Intensity": "-2.0"}
        cells |= {"Contexts": "diplomatic; military", "Story People": f"{row[2]}; {row[8]}"}
        yield "\t".join(cells.values())


def acled_lines(size: int, _sample: Path | None) -> Iterator[str]:
    """Yield the lines of a file of ACLED."""
    columns = [*acled.COLUMNS, "admin1", "location", "latitude", "longitude", "source", "notes", "fatalities"]
    yield ",".join(columns)
    for row in multiplied(invented(), size):
        cells = [f"NOR{row[0]}", row[1], "Protests", "Peaceful protest", row[2], row[8], "Norway", row[16], row[14]]
        note = f'"On {row[1]}, people gathered, it is said, in {row[16]} ({row[13]})."'
        yield ",".join([*cells, row[18], row[19], f"{row[13]}; Post", note, str(int(row[0]) % 3)])


LINES: dict[str, Callable[[int, Path | None], Iterator[str]]] = {
    "icews": icews_lines,
    "gdelt": gdelt_lines,
    "polecat": polecat_lines,
    "acled": acled_lines,
}


def measured(name: str, file: Path) -> tuple[float, float]:
    """Return the seconds and the mebibytes of an import."""
    command = [sys.executable, "-c", PROGRAM, name, str(file), str(file.with_suffix(".jsonl"))]
    run = subprocess.run(command, check=True, capture_output=True, text=True)
    seconds, size, code = json.loads(run.stdout)
    if code:
        raise SystemExit(run.stderr)
    return seconds, size


def main(name: str = "", sample: str = "") -> None:
    """Print a line for each format and size."""
    print("import into JSON Lines: rows, processor seconds, microseconds a row, most MiB")
    with tempfile.TemporaryDirectory() as folder:
        for each in [name] if name else LINES:
            for size in SIZES:
                file = Path(folder, "rows.tab")
                with file.open("w", encoding="utf-8", newline="") as out:
                    out.writelines(f"{line}\n" for line in LINES[each](size, Path(sample) if sample else None))
                seconds, memory = measured(each, file)
                print(f"  {each:8}{size:>10,}{seconds:9.1f}{seconds / size * 1e6:8.1f}{memory:8.0f}", flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
