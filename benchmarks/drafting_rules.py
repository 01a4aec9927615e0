"""How often each rule of `diplo-events draft` is right, and how fast it is: the table of `docs/guides/drafting.md`.

The invented news of `tests/attribution_*.py` is always measured. Texts that are not part of the project come with
`--texts` (the articles of the bundled dataset, found by their hash) and `--gold` (texts with a coding beside them).

    python benchmarks/drafting_rules.py [--texts DIR] [--gold DIR]
"""

import argparse
import json
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import diplo_events
from diplo_events import Actor, EventDate, Source, Statement
from diplo_events.coding import read_texts
from diplo_events.drafting import draft
from diplo_events.lookup import fold, spellings

SECONDS = 3
"""How long drafting is timed."""

Said = tuple[int, int, Callable[[Statement, dict[str, set[str]]], bool], set[str]]
"""Where somebody says something, whether a drafted statement has the right speaker, and the acts that it may be."""


def names_in(dataset: diplo_events.Dataset) -> dict[str, set[str]]:
    """Return the spellings of each actor."""
    return {actor.id: {bare(name) for name in (actor.name, *spellings(actor))} for actor in dataset.of_type(Actor)}


def bare(name: str) -> str:
    """Return a name without case, marks, article and genitive."""
    return re.sub(r"^(?:the|a|an) |'s$", "", fold(name))


def is_one(ours: set[str], theirs: set[str]) -> bool:
    """Whether two actors share a spelling, or one has a title more."""
    return any(a == b or a.endswith(" " + b) or b.endswith(" " + a) for a in ours for b in theirs if a and b)


def speaker_is(names: set[str]) -> Callable[[Statement, dict[str, set[str]]], bool]:
    """Return the test of a speaker's names."""
    return lambda record, known: any(is_one(known[key], names) for key in asked(record))


def asked(record: Statement) -> list[str]:
    """Return the speakers of a statement, or the first of whom the draft asks."""
    return list(record.speakers or record.extra["draft"].get("ask", {}).get("speakers", ())[:1])


def measured(text: str, published: EventDate | None, said: list[Said]) -> Iterator[tuple[str, str, bool, bool | None]]:
    """Return the rule and the verb of each drafted statement that was said, and whether speaker and act are right."""
    dataset = draft(text, source="a1", published=published)
    known = names_in(dataset)
    for record in dataset.of_type(Statement):
        span = record.spans[0]
        near = sorted(
            ((min(span.end, end) - max(span.start, start), i) for i, (start, end, *_) in enumerate(said)), reverse=True
        )
        near = [(size, i) for size, i in near if size > 0]
        if near:
            right = next((i for _, i in near if said[i][2](record, known)), None)
            acts = said[near[0][1] if right is None else right][3]
            act = record.acts[0].value in acts if record.acts else None
            verb = record.acts[0].value if record.acts else ""
            yield record.extra["draft"]["rule"], verb, right is not None, act


def invented() -> Iterator[tuple[str, EventDate | None, list[Said]]]:
    """Return the invented news."""
    sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))
    from every_attribution import EVERY  # noqa: PLC0415  (the tests are not a package)

    for case in EVERY:
        places = [(case.text.index(words), words, name) for words, name in case.said]
        yield case.text, None, [(at, at + len(words), speaker_is({bare(name)}), set()) for at, words, name in places]


def bundled(folder: str) -> Iterator[tuple[str, EventDate | None, list[Said]]]:
    """Return the articles of the bundled dataset with what it has of them."""
    dataset, texts = diplo_events.load_example(), read_texts(folder)
    names = names_in(dataset)
    for source in dataset.of_type(Source):
        if source.sha256 in texts:
            said: list[Said] = [
                (
                    span.start,
                    span.end,
                    speaker_is(set().union(*(names[key] for key in record.speakers))),
                    {act.value for act in record.acts},
                )
                for record in dataset.reported_in(source.id)
                if isinstance(record, Statement) and source.publisher not in record.speakers
                for span in record.spans
            ]
            yield texts[source.sha256].content, source.published, said


def coded(folder: str) -> Iterator[tuple[str, EventDate | None, list[Said]]]:
    """Return texts with a coding beside them."""
    for path in sorted(Path(folder).glob("*.gold.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        text = path.with_name(path.name.replace(".gold.json", ".txt")).read_bytes().decode()
        names = {
            name: {bare(name), *(bare(text[start:end]) for start, end in actor["mentions"])}
            for name, actor in gold["actors"].items()
        }
        said: list[Said] = [
            (
                s["start"],
                s["end"],
                speaker_is(names.get(s["speaker"], set())),
                {s["act"], *s.get("acts", ()), *s.get("act_alternatives", ())},
            )
            for s in gold["statements"]
        ]
        yield text, EventDate.parse(gold["source"]["published"]), said


def counts(
    texts: Iterator[tuple[str, EventDate | None, list[Said]]],
) -> tuple[Counter[str], Counter[str], Counter[str], Counter[str]]:
    """Return how often each rule was right and was used, and the same of each act that was filled in."""
    right, used, act_right, act_used = Counter(), Counter(), Counter(), Counter()
    for text, published, said in texts:
        for rule, verb, speaker, act in measured(text, published, said):
            used[rule] += 1
            right[rule] += speaker
            if act is not None and said[0][3]:
                act_used[verb] += 1
                act_right[verb] += act
    return right, used, act_right, act_used


def main(*words: str) -> None:
    """Print the table, and the speed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--texts", metavar="DIR", help="the articles of the bundled dataset")
    parser.add_argument("--gold", metavar="DIR", help="texts with codings")
    arguments = parser.parse_args(words)
    columns = {"invented": counts(invented())}
    if arguments.texts:
        columns["articles"] = counts(bundled(arguments.texts))
    if arguments.gold:
        columns["coded texts"] = counts(coded(arguments.gold))
    for title, at in (("rule", 0), ("act", 2)):
        print(f"| {title} | {' | '.join(columns)} |\n|---|{'--:|' * len(columns)}")
        for name in sorted({name for found in columns.values() for name in found[at + 1]}):
            cells = [
                f"{found[at][name]}/{found[at + 1][name]}" if found[at + 1][name] else "" for found in columns.values()
            ]
            print(f"| {name} | {' | '.join(cells)} |")
        totals = [f"{found[at].total()}/{found[at + 1].total()}" for found in columns.values()]
        print(f"| all | {' | '.join(totals)} |\n")
    texts = [text for text, *_ in (bundled(arguments.texts) if arguments.texts else invented())]
    begin, drafts = time.process_time(), 0
    while not drafts or time.process_time() - begin < SECONDS:
        for text in texts:
            draft(text, source="a1", published=EventDate.parse("2025-09-04"))
        drafts += len(texts)
    spent = time.process_time() - begin
    mean = sum(map(len, texts)) // len(texts)
    print(f"{60 * drafts / spent:.0f} texts a minute on one core, of {mean} characters on the average")


if __name__ == "__main__":
    main(*sys.argv[1:])
