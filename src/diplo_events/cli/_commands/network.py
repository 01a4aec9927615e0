"""Show which actors agree and differ, on what they both take a stand on, or what they do together."""

import argparse
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Final, TypeAlias, get_args

from diplo_events.analysis.agreement_network import counted_as
from diplo_events.analysis.network import DECLARED, Aggregation, Mentions, OneModeNormalization, mentions, one_mode
from diplo_events.analysis.ties import Tie, ties
from diplo_events.cli._answers import Row, add_forms, counted, print_answer
from diplo_events.cli._inputs import read_dataset
from diplo_events.cli._shared_options import UsageError, add_as_dated, add_dataset
from diplo_events.cli._style import style_for_output
from diplo_events.dataset import Dataset
from diplo_events.errors import QueryError
from diplo_events.lookup import find_id, name_of
from diplo_events.model import Actor
from diplo_events.report.field_words import name_text
from diplo_events.report.terminal import Style, flat
from diplo_events.vocab import PositionBasis

__all__ = ["EPILOG", "configure", "run"]

EPILOG: Final = """\
Examples:
  diplo-events network                              who agrees and differs in the bundled dataset
  diplo-events network --actor Russia mine.yaml     the ties of one actor
  diplo-events network --basis any                  also what others attribute to an actor, or infer
  diplo-events network --nodes issues               issues joined by the actors who take a stand on both
  diplo-events network --ties meetings              who proposes meetings together
  diplo-events network --csv > edges.csv            an edge in each row, for Gephi, R and others

What several sources report counts once, only what an actor declares counts, and who represents another actor counts
as that one. In Python: mentions, agreement_network, one_mode and ties of diplo_events.analysis.
"""
"""What help shows below the options; a constant, because docstrings can be stripped."""

Weights: TypeAlias = Mapping[str, Aggregation]
"""The weights of an edge by the names of their columns, each with how levels of agreement become that weight."""

PAIR: Final = ("source", "source_name", "target", "target_name", "basis")
"""The columns of the two that an edge joins, and of the weakest basis of the positions from which it is."""

ANY: Final = "any"
"""The choice of all bases, also of what is not coded yet."""

LEVELS: Final[Weights] = MappingProxyType({"congruence": "congruence", "conflict": "conflict"})
"""The weights of an edge between actors who take stands: on how much they agree and differ."""

WEIGHT: Final[Weights] = MappingProxyType({"weight": "ignore"})
"""The weight of any other edge."""


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    kinds = parser.add_mutually_exclusive_group()
    kinds.add_argument(
        "--of",
        choices=("positions", "statements"),
        default="positions",
        help="what joins two actors: their positions on an issue, or statements about it (positions)",
    )
    kinds.add_argument("--ties", choices=get_args(Tie), help="join actors by what they do together instead")
    parser.add_argument("--nodes", choices=("actors", "issues"), default="actors", help="what is joined (actors)")
    parser.add_argument(
        "--basis",
        action="append",
        choices=(*(basis.value for basis in PositionBasis), ANY),
        help="on what the positions may rest that count (declared)",
    )
    parser.add_argument("--actor", metavar="NAME", help="only the edges of this actor: its id or any of its names")
    parser.add_argument(
        "--normalization",
        choices=get_args(OneModeNormalization),
        default="no",
        help="what weights are divided by (no)",
    )
    parser.add_argument("--least", type=float, default=0, metavar="WEIGHT", help="only edges with this weight or more")
    add_as_dated(parser.add_argument)
    add_dataset(parser)
    add_forms(parser)


def run(arguments: argparse.Namespace) -> int:
    """Print the network."""
    dataset = read_dataset(arguments)
    if arguments.actor and arguments.nodes == "issues":
        raise UsageError("--actor goes with --nodes actors")
    try:
        actor = find_id(dataset, arguments.actor, Actor) if arguments.actor else None
    except QueryError as error:
        raise UsageError(str(error)) from None
    weights = LEVELS if arguments.of == "positions" and not arguments.ties else WEIGHT
    joined = mentions_of(dataset, arguments)
    if actor is not None and any(actor in (item.actor, item.recorded) for item in joined.items):
        actor = counted_as(joined, actor)
    rows = [
        row
        for row in edges(dataset, joined, weights, arguments)
        if (actor is None or actor in (row["source"], row["target"]))
        and any(value >= arguments.least for name in weights if isinstance(value := row[name], int | float) and value)
    ]
    lines = lines_of(dataset, rows, weights, style_for_output())
    print_answer(arguments, (*PAIR, *weights), rows, lines=lines)
    return 0


def mentions_of(dataset: Dataset, arguments: argparse.Namespace) -> Mentions:
    """Return what joins the nodes, each thing in the world once."""
    if arguments.ties:
        return ties(dataset, of=arguments.ties, unqualified=arguments.unqualified)
    bases = {basis for basis in PositionBasis if basis.value in (arguments.basis or ())} or DECLARED
    return mentions(
        dataset,
        of=arguments.of,
        bases=None if ANY in (arguments.basis or ()) else bases,
        unqualified=arguments.unqualified,
    )


def edges(
    dataset: Dataset, joined: Mentions, weights: Weights, arguments: argparse.Namespace
) -> Iterator[dict[str, object]]:
    """List the edges, each pair once for each basis with all its weights; those with the largest come first."""
    found: dict[tuple[str, str, str], dict[str, float]] = {}
    for name, aggregation in weights.items():
        network = one_mode(
            joined, nodes=arguments.nodes, aggregation=aggregation, normalization=arguments.normalization
        )
        for edge in network:
            basis = str(edge.basis.value) if edge.basis else ""
            found.setdefault((edge.source, edge.target, basis), {})[name] = edge.weight
    for (source, target, basis), sums in sorted(found.items(), key=lambda item: (-max(item[1].values()), item[0])):
        yield {
            "source": source,
            "source_name": name_of(dataset, source),
            "target": target,
            "target_name": name_of(dataset, target),
            "basis": basis,
            **{name: round(sums.get(name, 0), 6) for name in weights},
        }


def lines_of(dataset: Dataset, rows: Iterable[Row], weights: Weights, style: Style) -> Iterator[str]:
    """List the edges as a table: how much two agree and differ, or what they share."""
    every = list(rows)
    if every:
        yield style.title("  ".join(f"{name:>10}" for name in weights) + "  between")
    for row in every:
        numbers = "  ".join(f"{row[name]:>10.6g}" if row[name] else f"{'·':>10}" for name in weights)
        names = (flat(name_text(dataset, str(row[end]))) for end in ("source", "target"))
        basis = f"  ({row['basis']})" if row["basis"] not in ("", PositionBasis.DECLARED.value) else ""
        yield f"{numbers}  {style.strong(' – '.join(names))}{basis}"
    nodes = {row[end] for row in every for end in ("source", "target")}
    yield f"{counted(len(every), 'edge')} between {counted(len(nodes), 'node')}"
