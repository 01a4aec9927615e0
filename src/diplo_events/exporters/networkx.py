"""Networks as graphs of NetworkX. Needs the extra `networkx`."""

from collections.abc import Iterable
from typing import TypeAlias

from diplo_events.analysis.network import Edge
from diplo_events.errors import ArgumentError, ArgumentTypeError, MissingExtraError, shown

try:
    import networkx as nx
except ImportError as error:  # pragma: no cover  (a test runs it in an environment without the extra)
    raise MissingExtraError.of("networkx", "graphs of NetworkX") from error

__all__ = ["to_networkx"]

Graph: TypeAlias = "nx.Graph[str]"


def to_networkx(
    edges: Iterable[Edge], *, nodes: Iterable[str] = (), two_modes: bool = False, targets: Iterable[str] = ()
) -> Graph:
    """Return an undirected graph whose edges have a `weight`.

    Args:
        edges: The edges.
        nodes: Nodes that the graph has even if they have no edge; of two kinds, those of the kind of the sources.
        two_modes: Whether sources and targets are of two kinds. Then each node has the attribute `bipartite`, 0 for a
            source and 1 for a target, as NetworkX expects.
        targets: With `two_modes`, nodes of the kind of the targets that the graph has even if they have no edge. A
            node in both `nodes` and the targets is of the kind of the targets.

    Raises:
        ArgumentTypeError: the nodes or the targets are one text instead of several ids.
        ArgumentError: there are targets, and sources and targets are not of two kinds.

    Examples:
        >>> import diplo_events
        >>> from diplo_events.analysis.network import affiliation, mentions
        >>> graph = to_networkx(affiliation(mentions(diplo_events.load_example())), two_modes=True)
        >>> graph.edges["russia", "issue/foreign-troops"]["weight"], graph.nodes["russia"]["bipartite"]
        (-6.0, 0)
    """
    for name, ids in (("nodes", nodes), ("targets", targets)):
        if isinstance(ids, str):
            raise ArgumentTypeError(f"expected {name} to be several ids, found {shown(ids)}; write [{ids!r}]")
    targets = frozenset(targets)
    if targets and not two_modes:
        raise ArgumentError("expected no targets without edges in a graph of one kind of node; write two_modes=True")
    graph: Graph = nx.Graph()
    for node in sorted({*nodes, *targets}):
        graph.add_node(node, **({"bipartite": int(node in targets)} if two_modes else {}))
    for edge in edges:
        if two_modes:
            graph.add_node(edge.source, bipartite=0)
            graph.add_node(edge.target, bipartite=1)
        graph.add_edge(edge.source, edge.target, weight=edge.weight)
    return graph
