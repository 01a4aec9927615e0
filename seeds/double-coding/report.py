"""Writes docs/double-coding.md: how far the codings agree, and what became of their differences."""

import json
from collections import Counter
from collections.abc import Sequence
from functools import reduce
from itertools import combinations
from pathlib import Path
from typing import Any, Final

from attrs import evolve

from diplo_events import Action, Dataset, load_example, read
from diplo_events.coding.agreement import Agreement, compare_codings
from diplo_events.model import EventRecord, Meeting
from diplo_events.report.agreement import agreement_tables, figure_text

__all__ = [
    "EXCEPTIONS",
    "NOT_READ_AGAIN",
    "PAGE",
    "THIRD_CODERS",
    "coded_twice",
    "decided",
    "decisions",
    "main",
    "page",
    "readings",
    "third_counts",
    "third_decisions",
    "third_then",
]

ROOT: Final = Path(__file__).resolve().parents[2]
PAGE: Final = ROOT / "docs" / "double-coding.md"
FIRST: Final = ROOT / "seeds" / "double-coding" / "first"
SECOND: Final = ROOT / "seeds" / "double-coding" / "second"
READINGS: Final = ROOT / "seeds" / "double-coding" / "readings.jsonl"
DECISIONS: Final = ROOT / "seeds" / "double-coding" / "one-coder-only.jsonl"
THIRD: Final = ROOT / "seeds" / "double-coding" / "third"
THIRD_THEN: Final = THIRD / "before.jsonl"
THIRD_DECISIONS: Final = THIRD / "decisions.jsonl"

CODERS: Final = ["first", "second"]

OPENING: Final = """<!-- Written by seeds/double-coding/report.py; change the codings or that script, not this page. -->

# Coded twice

How far would another coder have come to the same records? Each of the five articles of the bundled dataset was encoded
twice. Each coder had the text of one article at a time, [the rules](guides/encoding.md) as they were at that time, and
the list of ids for actors, places and issues; neither saw the other's work. Their encodings are kept unchanged in
the folders `seeds/double-coding/first` and `seeds/double-coding/second`, except that two titles and one time word are
shortened, because they are the articles' own prose. The bundled dataset is the *settled* encoding, made from both by
the rules below.

Two records can be the same *unit* if at least half of the shorter passage lies in the other; of the pairs that
can be, those that fit best are chosen. *Precision* is the share of the first coder's units that the second found
too, *recall* the share of the second's that the first found, *F1* their harmonic mean. *Alpha* is Krippendorff's: 1 for
full agreement, 0 for what chance alone would give; its interval is from 1000 draws of a bootstrap over units. It is
nominal, and ordinal for stances. A dash means that a figure is not defined.

The deeds of the five articles were added later, by one coder; the comparisons of the first two coders with the settled
encoding leave them out. A [third coding](#coded-a-third-time), made later still, has them.

"""

RULES: Final = """## How differences were settled

If only one coder had a record, the text was read again, and one of these rules decided. If there was no rule, one was
written: all of them are in the [guide to encoding](guides/encoding.md). At first most of these records were dropped,
and positions above all were missing because of it. So each of the {single} was read once more. The file
`seeds/double-coding/one-coder-only.jsonl` has every decision and its reason: {own} are records of their own, {part} are
part of another record, {out} are out.

- *An adjective is not a statement.* An outlet's judgement in an adjective or a loaded verb goes into the note of the
  record that it colours; it is a statement of the outlet only if it is a clause that could be denied.
- *A mention is not a position.* A position needs words of the actor, words of another about the actor, or conduct from
  which the article itself concludes; that something is named in passing is not enough. What somebody expects an actor
  to do about the issue is more than a mention.
- *Two stands of one actor are two positions* if the article tells them apart: by stance, by time, or as the words of
  the actor on the one side and what the article says of it on the other.
- *Talks that nobody proposed are not a meeting.* A refusal to discuss a subject is an act.
- *One claim for each piece of land*, which is how the Issue Correlates of War project counts: three settlements that
  were taken are three claims, although one sentence reports them.
- *A figure inside reported speech belongs to those who speak.* "They insist that those who hold a fifth of the land …"
  is a claim by them. A note says that the figure may be the outlet's.
- *A caption without news is uncoded*: four people walking together, no occasion, no day.
- *A lead restates nothing.* Headline, standfirst, bullet and pull quote do; a summing first sentence of the body is a
  statement of its own, joined to the fuller report by `canonical_id`.

If both coders had a record and gave a field different values, two further readers decided each difference, each
alone: they saw the text, the rules and the two values in random order, but not which coder had given which, nor the
settled encoding. The file `seeds/double-coding/readings.jsonl` has every difference with both readings and their
reasons.
They decided {alike} of {all} alike; these are settled as they decided, with these exceptions:

{exceptions}

If they differed, a rule was written for a case that recurs (an outlet's own assertion has the day of publication), the
same words got the same acts in both articles, and otherwise the first coder's value was kept.

The roles of participants, and whom they represent, were measured later: nobody has read the differences in them again.

"""

NOT_READ_AGAIN: Final = frozenset({"participants.role", "participants.representing"})
"""The variables that were measured only after the readers had done their work."""

EXCEPTIONS: Final = {
    ("zerohedge-guarantees/s06", "quotes"): "the second quotation has a statement of its own",
    ("zerohedge-guarantees/s06", "mode"): "so has the paraphrase that would make it mixed",
    ("digest-foreign-troops/s28", "issues"): "the broader issue is not added to the narrower, in no statement",
    ("kurdistan24-road-to-nowhere/c02", "asserted_by"): "two assert it together, which one record could not hold then",
    ("zerohedge-guarantees/s10", "issues"): "the same rule: one of the two issues is the broader one",
    ("digest-foreign-troops/s06", "acts"): "two acts in different words are two statements; the other is `s30`",
    ("digest-foreign-troops/s13", "acts"): "the same in the body; the other is `s31`",
    ("opinion-guarantees/p05", "actor"): "by a later rule a ministry shows the position of its state, and takes none",
}
"""Where the settled encoding differs from what both readers decided, by id and field, and why."""

WINNERS: Final = """The units that both coders found: in how many they differ, and whose value is settled.
"""

NO_DRAWS: Final = 0
"""The draws of the bootstrap if only units are counted."""

THIRD_CODERS: Final = (
    ("kurdistan24-foreign-intervention", "kurdistan24-road-to-nowhere"),
    ("digest-foreign-troops", "opinion-rejected-guarantees", "zerohedge-security-guarantees"),
)
"""The articles of each of the two who coded the third time."""

IDENTITY: Final = "identity"
"""The row of the pairs that are one thing, among the rows of the types."""

THIRD_OPENING: Final = """## Coded a third time

Later the five articles were coded once more, two by one coder and three by another. They had the texts, the
[guides](guides/encoding.md), of which the one on encoding had grown since, and the list of ids; they saw neither the
settled encoding nor the first two. They were not wholly blind all the same: the guides show single records of the
bundled dataset as examples, one meeting of Zerohedge among them.
Both codings were put aside before anything was compared. They are in `seeds/double-coding/third`, unchanged but for one
time word that is shortened, in the full form that `check --fix` makes of the short one.

*Then* is the settled encoding as it was when the third coding was put aside, *now* as it is, after both were read
against the text and the guide. Records are paired as above. *Confirmed* is the share of the settled records that the
third coder has too, and *complete* the share of the third coder's records that are settled. *Identity* is counted over
pairs of units: two units of one type, both found by the third coder and settled, are one thing in an encoding if they
share a `canonical_id` there. In the rows of an article both units are in it; the row of all articles has also the pairs
across the articles of one coder. The figures of then are in `third/before.jsonl`.

"""

FATES: Final = """### What became of the differences

{mended} of the {all} differences in units were mended, because the guide decides for the third coder. In the others it
decides for the settled encoding, or was silent; then the rule was written. The reading was done by those who
had made the third coding, so it is not independent. Differences in values were read in the same way, and are not
listed.

"""

LIMITS: Final = """## What these figures do not show

- The variables that distinguish units of one passage (speaker and main act; kind, status and level; who asserts what
  against whom about which place; actor and issue) also help to find the pairs, so their agreement is overestimated.
- A set of acts, quotes, issues, targets or participants, with or without their roles, counts as agreed only if it is
  the same in both.
- If nearly all values are alike, as with aspects, a single difference changes alpha a lot; the interval
  shows it.
- Both coders had the same rules and the same list of ids. They can be wrong in the same way, and no figure shows that.
- The settled encoding was made from these two codings. That it is close to both does not prove that it is right.
- Five articles in English about one subject: other texts may be easier or harder.
"""


def main() -> None:
    """Write the page."""
    PAGE.write_text(page(), encoding="utf-8")


def coded_twice() -> Dataset:
    """Return the settled encoding without the deeds, which one coder added later."""
    settled = load_example()
    kept = [record for record in settled.records if not isinstance(record, Action)]
    return evolve(settled, records=kept)


def page() -> str:
    """Return the text of the page."""
    codings = [(path.stem, read(path), read(SECOND / path.name)) for path in sorted(FIRST.glob("*.yaml"))]
    first, second = (reduce(Dataset.merge, parts) for parts in ([c[1] for c in codings], [c[2] for c in codings]))
    settled = coded_twice()
    of_first, of_second = (compare_codings(coding, settled, resamples=NO_DRAWS) for coding in (first, second))
    both = compare_codings(first, second)
    made = [OPENING, *overview([*codings, ("**all**", first, second)], settled), "", *third(), rules()]
    made += ["## All articles together", "", *agreement_tables(both), "", "### Whose value stands", "", WINNERS]
    made += [*winners(both, of_first, of_second), "", "## Article by article", ""]
    for name, mine, theirs in codings:
        agreement = compare_codings(mine, theirs)
        made += [f"### {name}", "", *agreement_tables(agreement), "", *alone(agreement)]
    return "\n".join([*made, LIMITS])


def readings() -> list[dict[str, Any]]:
    """Return every difference in a value, with what two further readers decided and why."""
    return [json.loads(line) for line in READINGS.read_text(encoding="utf-8").splitlines()]


def decisions() -> list[dict[str, Any]]:
    """Return what became of every record that only one coder had, and why."""
    return [json.loads(line) for line in DECISIONS.read_text(encoding="utf-8").splitlines()]


def decided(reading: dict[str, Any]) -> object:
    """Return the value that a reader decided for, lists sorted except for acts, whose first is the main one."""
    choice = reading["choice"]
    value = reading["values"][CODERS.index(choice)] if choice in CODERS else choice
    return sorted(value) if isinstance(value, list) and reading["field"] != "acts" else value


def rules() -> str:
    """Return the section on how differences were settled, with the counts."""
    pairs = [[decided({**row, **one}) for one in row["readings"]] for row in readings()]
    reasons = "\n".join(f"- `{key}`, {field}: {why}." for (key, field), why in EXCEPTIONS.items())
    alike = sum(one == other for one, other in pairs)
    counts = Counter(row["decision"] for row in decisions())
    values = {"alike": alike, "all": len(pairs), "exceptions": reasons, "single": counts.total(), **counts}
    return RULES.format(**values)


def overview(codings: Sequence[tuple[str, Dataset, Dataset]], settled: Dataset) -> list[str]:
    """Compare the agreement of the coders with that of each with the settled encoding: F1, article by article."""
    made = ["## In one table", "", "F1, and in brackets how many units both have.", ""]
    made += ["| Article | Type | Coders | First, settled | Second, settled |", "|---|---|--:|--:|--:|"]
    for name, mine, theirs in codings:
        pairs = ((mine, theirs), (mine, settled), (theirs, settled))
        compared = [compare_codings(*pair, resamples=NO_DRAWS).types for pair in pairs]
        for parts in zip(*compared, strict=True):
            if any(part.f1 is not None for part in parts):
                cells = (f"{figure_text(part.f1)} ({len(part.matched)})" for part in parts)
                made.append(f"| {name} | {parts[0].type.__name__} | {' | '.join(cells)} |")
    return made


def winners(both: Agreement, first: Agreement, second: Agreement) -> list[str]:
    """Count, for each variable on which the coders differed, whose value the settled encoding has."""
    made = ["| Type | Variable | Differences | As the first | As the second | Otherwise |", "|---|---|--:|--:|--:|--:|"]
    for part, mine, theirs in zip(both.types, first.types, second.types, strict=True):
        unlike_first = {(item.variable, item.ids[0]) for item in mine.disagreements}
        unlike_second = {(item.variable, item.ids[0]) for item in theirs.disagreements}
        kept = {record.id for record, _ in mine.matched}
        for variable in part.variables:
            items = [item for item in part.disagreements if item.variable == variable.name]
            as_first = [i for i in items if i.ids[0] in kept and (variable.name, i.ids[0]) not in unlike_first]
            as_second = [i for i in items if i.ids[0] in kept and (variable.name, i.ids[1]) not in unlike_second]
            rest = len(items) - len(as_first) - len(as_second)
            if items:
                counts = f"{len(items)} | {len(as_first)} | {len(as_second)} | {rest}"
                made.append(f"| {part.type.__name__} | {variable.name} | {counts} |")
    return made


def alone(agreement: Agreement) -> list[str]:
    """List what only one coder found, and what became of it."""
    rows = {(row["coder"], row["record"]): row for row in decisions()}
    lines: list[str] = []
    for coder, side in (("first", "only_first"), ("second", "only_second")):
        for part in agreement.types:
            records: tuple[EventRecord, ...] = getattr(part, side)
            lines += [f"| {coder} | {in_words(record)} | {fate(rows[coder, record.id])} |" for record in records]
    if not lines:
        return ["Both coders found the same units.", ""]
    return ["| Found only by the | What | In the settled encoding | Why |", "|---|---|---|---|", *lines, ""]


def fate(row: dict[str, Any]) -> str:
    """Return what became of a record that only one coder had, and why, as two cells."""
    place = {"own": f"`{row['settled']}`", "part": f"part of `{row['settled']}`", "out": "out"}[row["decision"]]
    return f"{place} | {row['reason']}"


def third() -> list[str]:
    """Return the section on the third coding."""
    made = [
        THIRD_OPENING,
        "| Article | Type | Third | Then: settled | Confirmed | Complete | F1 | Now: settled | Confirmed ",
    ]
    made[1] += "| Complete | F1 |"
    made.append("|---|---|" + "--:|" * 9)
    for key, now in third_counts(load_example()).items():
        then = third_then()[key]
        if any((*then, *now)):
            cells = [str(then[0]), *shares(then), *shares(now)]
            made.append(f"| {' | '.join([*key, *cells])} |")
    rows = third_decisions()
    mended = sum(row["decision"] == "mended" for row in rows)
    made += ["", FATES.format(mended=mended, all=len(rows)), "| Only | Record | Decision | Why |", "|---|---|---|---|"]
    for row in rows:
        side = "third" if row["only"] == "third" else "settled"
        made.append(f"| {side} | {row['what']}, `{row['record']}` | {row['decision']} | {row['reason']} |")
    return [*made, ""]


def shares(counts: tuple[int, int, int]) -> list[str]:
    """Return how many units are settled, the two shares and F1, as cells."""
    coded, settled, both = counts
    parts = ((both, settled), (both, coded), (2 * both, coded + settled))
    return [str(settled), *(figure_text(part / whole if whole else None) for part, whole in parts)]


def third_counts(settled: Dataset) -> dict[tuple[str, str], tuple[int, int, int]]:
    """Count, for each article and type, the units of the third coder, the settled ones, and those that both have."""
    rows: dict[tuple[str, str], tuple[int, int, int]] = {}
    totals: Counter[tuple[str, int]] = Counter()
    for articles in THIRD_CODERS:
        of_coder: list[tuple[EventRecord, EventRecord]] = []
        for name in articles:
            parts = compare_codings(read(THIRD / f"{name}.yaml"), settled, resamples=NO_DRAWS).types
            for part in parts:
                both = len(part.matched)
                counts = (both + len(part.only_first), both + len(part.only_second), both)
                rows[name, part.type.__name__] = counts
                totals.update({(part.type.__name__, place): count for place, count in enumerate(counts)})
            pairs = [pair for part in parts for pair in part.matched]
            rows[name, IDENTITY] = same_pairs(pairs)
            of_coder += pairs
        totals.update({(IDENTITY, place): count for place, count in enumerate(same_pairs(of_coder))})
    kinds = dict.fromkeys(kind for _, kind in rows)
    return {**rows, **{("**all**", kind): (totals[kind, 0], totals[kind, 1], totals[kind, 2]) for kind in kinds}}


def same_pairs(units: Sequence[tuple[EventRecord, EventRecord]]) -> tuple[int, int, int]:
    """Count the pairs of units of one type that are one thing for the third coder, in the settled encoding, in both."""
    found = [(same(one[0], other[0]), same(one[1], other[1])) for one, other in combinations(units, 2)]
    return sum(first for first, _ in found), sum(second for _, second in found), sum(all(each) for each in found)


def same(one: EventRecord, other: EventRecord) -> bool:
    """Whether two records of one type share a `canonical_id`."""
    return type(one) is type(other) and one.canonical_id is not None and one.canonical_id == other.canonical_id


def third_then() -> dict[tuple[str, str], tuple[int, int, int]]:
    """Return the counts as they were before the settled encoding was mended."""
    rows = [json.loads(line) for line in THIRD_THEN.read_text(encoding="utf-8").splitlines()]
    return {(row["article"], row["type"]): (row["third"], row["settled"], row["both"]) for row in rows}


def third_decisions() -> list[dict[str, str]]:
    """Return what became of every unit that only the third coder had, or only the settled encoding of then."""
    return [json.loads(line) for line in THIRD_DECISIONS.read_text(encoding="utf-8").splitlines()]


def in_words(record: EventRecord) -> str:
    """Return the coder's words for a record."""
    words: str = record.title if isinstance(record, Meeting) else record.summary
    return f"{type(record).__name__}: {words}".replace("|", "/")


if __name__ == "__main__":
    main()
