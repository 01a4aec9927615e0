"""How often places in drafts are right: the table of places in `docs/guides/drafting.md`.

Places of the bundled articles are those of its encoding, named by a spelling of that source; those of the other texts
were listed by a reader who had seen what the rules find in them. A site, a town or a country counts once for each text.

    python benchmarks/drafting_places.py --texts DIR --gold DIR [--model NAME]
"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import diplo_events
from diplo_events import Dataset, EventDate, Meeting, Place, Source, Statement
from diplo_events.coding import read_texts
from diplo_events.drafting import draft
from diplo_events.drafting.world import world
from diplo_events.lookup import fold, spellings

PRACTICE = Path(__file__).parents[1] / "examples" / "practice"
"""The practice corpus."""

READ = {
    "whitehouse-2014-clapper-gaggle": "McChord Joint Base, Washington state, North Korea, Korean Peninsula",
    "whitehouse-2025-caucasus": "White House, South Caucasus, Asia, Africa",
    "wikinews-2015-korea": "South Korea, the North, Yeoncheon",
    "wikinews-2019-afcfta": "Niamey, Africa",
    "wikinews-2019-kurds-assad": "Syria, north-eastern Syria / northeast Syria, Tell Tamer, Ain Issa, Turkey",
    "wikinews-2019-mahan-air": (
        "Middle East, Germany, Syria, Europe, Iran, Spain, Greece, France, Italy, Denmark, Netherlands"
    ),
    "wikinews-2020-cairo-summit": "Cairo, Eastern Mediterranean, Libya, Crete, Cyprus, European mainland",
}
"""The places that a reader found in the coded texts; spellings of one place are divided by a stroke."""

ALSO_READ = {
    "kurdistan24-intervention": "Erbil",
    "kurdistan24-road-to-nowhere": "Erbil, Washington, Dnipropetrovsk region",
    "opinion-guarantees": "Eastern Europe, Moscow",
}
"""Places in the bundled articles that no record of its encoding needs."""


def bundled(folder: str) -> Iterator[tuple[str, str, EventDate | None, list[set[str]]]]:
    """Return the bundled articles with the places that the encoding has of them."""
    dataset, texts = diplo_events.load_example(), read_texts(folder)
    for source in dataset.of_type(Source):
        if source.sha256 in texts:
            gold = [
                {fold(name.text) for name in place.names if source.id in name.sources}
                for place in dataset.of_type(Place)
            ]
            gold = [names for names in gold if names]
            for name in ALSO_READ.get(source.id, "").split(", "):
                if name and not any(fold(name) in names for names in gold):
                    gold.append({fold(name)})
            yield source.id, texts[source.sha256].content, source.published, gold


def coded(folder: str) -> Iterator[tuple[str, str, EventDate | None, list[set[str]]]]:
    """Return the coded texts with the places that a reader found."""
    for name, places in READ.items():
        text = (Path(folder) / f"{name}.txt").read_bytes().decode()
        yield name, text, None, [{fold(one) for one in place.split(" / ")} for place in places.split(", ")]


def practice() -> Iterator[tuple[str, str, EventDate | None, list[set[str]]]]:
    """Return the practice corpus with its places; they are invented, and known to the draft."""
    dataset = diplo_events.read(PRACTICE / "practice.json")
    for source in dataset.of_type(Source):
        gold = [
            {fold(name.text) for name in place.names if source.id in name.sources} for place in dataset.of_type(Place)
        ]
        text = (PRACTICE / "texts" / f"{source.id}.txt").read_bytes().decode()
        yield source.id, text, source.published, [names for names in gold if names]


def count(
    texts: Iterator[tuple[str, str, EventDate | None, list[set[str]]]], *, verbose: bool, known: Dataset | None = None
) -> Counter[str]:
    """Count what is proposed, what of it is a place, and what was found."""
    total: Counter[str] = Counter()
    for name, text, published, gold in texts:
        dataset = draft(text, source="a1", published=published, gazetteer=world(), actors=known)
        found = {place.id: {fold(one) for one in spellings(place)} for place in dataset.of_type(Place)}
        right = {key for key, names in found.items() if any(names & places for places in gold)}
        missed = [places for places in gold if not any(names & places for names in found.values())]
        total.update(texts=1, proposed=len(found), right=len(right), coded=len(gold), found=len(gold) - len(missed))
        for place in dataset.of_type(Place):
            mark = place.extra.get("draft", {"rule": "known"})
            total.update([f"rule {mark['rule']}", "asked" if "ask" in mark else "certain"])
            if place.id in right:
                total.update([f"right {mark['rule']}"])
        if verbose:
            print(name, "| wrong:", sorted(set(found) - right), "| missed:", missed)
            for record in (*dataset.of_type(Statement), *dataset.of_type(Meeting)):
                if record.place or record.extra["draft"].get("ask", {}).get("place"):
                    span = record.spans[0]
                    print(
                        "   ",
                        record.id,
                        record.place,
                        record.extra["draft"].get("ask", {}).get("place"),
                        "|",
                        text[span.start : span.end][:160].replace("\n", "/"),
                    )
    return total


def main(*words: str) -> None:
    """Print the counts."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--texts", metavar="DIR", help="the articles of the bundled dataset")
    parser.add_argument("--gold", metavar="DIR", help="the coded texts")
    parser.add_argument("--verbose", action="store_true", help="list what is wrong and missed")
    arguments = parser.parse_args(words)
    corpus = diplo_events.read(PRACTICE / "practice.json")
    known = Dataset(records=corpus.of_type(Place), complete=False)
    columns = {"practice": count(practice(), verbose=arguments.verbose, known=known)}
    if arguments.texts:
        columns["articles"] = count(bundled(arguments.texts), verbose=arguments.verbose)
    if arguments.gold:
        columns["coded texts"] = count(coded(arguments.gold), verbose=arguments.verbose)
    for title, counts in columns.items():
        print(title, dict(sorted(counts.items())))


if __name__ == "__main__":
    main(*sys.argv[1:])
