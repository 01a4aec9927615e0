"""Networks as graphs of NetworkX. Needs the extra `networkx`."""

from collections.abc import Iterable
from typing import TypeAlias

from diplo_events.analysis.network import Edge
from diplo_events.errors import ArgumentTypeError, MissingExtraError, shown

try:
    import networkx as nx
except ImportError as error:  # pragma: no cover  (a test runs it in an environment without the extra)
    raise MissingExtraError.of("networkx", "graphs of NetworkX") from error

__all__ = ["to_networkx"]

Graph: TypeAlias = "nx.Graph[str]"


def to_networkx(edges: Iterable[Edge], *, nodes: Iterable[str] = (), two_modes: bool = False) -> Graph:
    """Return an undirected graph whose edges have a `weight`.

    Args:
        edges: The edges.
        nodes: Nodes that the graph has even if they have no edge.
        two_modes: Whether sources and targets are of two kinds. Then each node has the attribute `bipartite`, 0 for a
            source and 1 for a target, as NetworkX expects.

    Raises:
        ArgumentTypeError: the nodes are one text instead of several ids.

    Examples:
        >>> import diplo_events
        >>> from diplo_events.analysis.network import affiliation, mentions
        >>> graph = to_networkx(affiliation(mentions(diplo_events.load_example())), two_modes=True)
        >>> graph.edges["russia", "issue/foreign-troops"]["weight"], graph.nodes["russia"]["bipartite"]
        (-4.0, 0)
    """
    if isinstance(nodes, str):
        raise ArgumentTypeError(f"expected nodes to be several ids, found {shown(nodes)}; write [{nodes!r}]")
    graph: Graph = nx.Graph()
    graph.add_nodes_from(sorted(nodes))
    for edge in edges:
        if two_modes:
            graph.add_node(edge.source, bipartite=0)
            graph.add_node(edge.target, bipartite=1)
        graph.add_edge(edge.source, edge.target, weight=edge.weight)
    return graph
