"""Networks, and all records with their references, as graphs of NetworkX. Needs the extra `networkx`."""

import json
import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Final, TypeAlias

from diplo_events.analysis.network import Edge
from diplo_events.dataset import Dataset
from diplo_events.errors import ArgumentError, ArgumentTypeError, MissingExtraError, shown
from diplo_events.exporters._labels import label_of
from diplo_events.exporters._losses import Kept
from diplo_events.formats.plain import record_to_plain
from diplo_events.schema import IdNode, ManyNode, Record, fields, path_text, references, type_name

try:
    import networkx as nx
except ImportError as error:
    raise MissingExtraError.of("networkx", "graphs of NetworkX") from error

__all__ = ["records_to_networkx", "to_multigraph", "to_networkx", "xml_graph"]

if TYPE_CHECKING:  # only the stubs of NetworkX know what its nodes are
    Graph: TypeAlias = nx.Graph[str]
    MultiGraph: TypeAlias = nx.MultiGraph[str]
    RecordGraph: TypeAlias = nx.MultiDiGraph[str]
else:
    Graph, MultiGraph, RecordGraph = nx.Graph, nx.MultiGraph, nx.MultiDiGraph

UNFIT: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no XML 1.0 file can have, not even escaped (section 2.2, `Char`)."""


def to_networkx(
    edges: Iterable[Edge], *, nodes: Iterable[str] = (), two_modes: bool = False, targets: Iterable[str] = ()
) -> Graph:
    """Return an undirected graph whose edges have a `weight` and, if they have one, a `relation` and a `basis`.

    Args:
        edges: The edges.
        nodes: Nodes that the graph has even if they have no edge; of two kinds, those of the kind of the sources.
        two_modes: Whether sources and targets are of two kinds. Then each node has the attribute `bipartite`, 0 for a
            source and 1 for a target, as NetworkX expects.
        targets: With `two_modes`, nodes of the kind of the targets that the graph has even if they have no edge. A
            node in both `nodes` and the targets is of the kind of the targets.

    Raises:
        ArgumentTypeError: the nodes or the targets are one text instead of several ids.
        ArgumentError: there are targets, and sources and targets are not of two kinds; or a pair of nodes has several
            edges, for which `to_multigraph` has room.

    Examples:
        >>> import diplo_events
        >>> from diplo_events.analysis.network import affiliation, mentions
        >>> graph = to_networkx(affiliation(mentions(diplo_events.load_example())), two_modes=True)
        >>> graph.edges["russia", "issue/foreign-troops"]["weight"], graph.nodes["russia"]["bipartite"]
        (-1.0, 0)
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
        if graph.has_edge(edge.source, edge.target):
            pair = f"{shown(edge.source)} and {shown(edge.target)}"
            raise ArgumentError(
                f"expected one edge for each pair of nodes, found two of {pair}; write to_multigraph(…)"
            )
        graph.add_edge(edge.source, edge.target, **edge_data(edge))
    return graph


def to_multigraph(edges: Iterable[Edge], *, nodes: Iterable[str] = ()) -> MultiGraph:
    """Return an undirected graph in which a pair may have several edges: agreement and conflict, declared and not.

    Each edge has a `weight`, and a `relation` and a `basis` if it has one; its key is made of these two. NetworkX
    writes the graph for Gephi (`nx.write_gexf`) and others (`nx.write_graphml`).

    Args:
        edges: The edges, such as those of `agreement_network`.
        nodes: Nodes that the graph has even if they have no edge.

    Raises:
        ArgumentTypeError: the nodes are one text instead of several ids.

    Examples:
        >>> import diplo_events
        >>> from diplo_events.analysis import agreement_network, mentions
        >>> graph = to_multigraph(agreement_network(mentions(diplo_events.load_example())))
        >>> graph.edges["russia", "ukraine", "conflict, declared"]
        {'weight': 5.0, 'relation': 'conflict', 'basis': 'declared'}
    """
    if isinstance(nodes, str):
        raise ArgumentTypeError(f"expected nodes to be several ids, found {shown(nodes)}; write [{nodes!r}]")
    graph: MultiGraph = nx.MultiGraph()
    graph.add_nodes_from(sorted({*nodes}))
    for edge in edges:
        data = edge_data(edge)
        key = ", ".join(str(data[name]) for name in ("relation", "basis") if name in data)
        graph.add_edge(edge.source, edge.target, key=key, **data)
    return graph


def edge_data(edge: Edge) -> dict[str, float | str]:
    """Return the attributes of an edge."""
    data: dict[str, float | str] = {"weight": edge.weight}
    if edge.relation:
        data["relation"] = edge.relation
    if edge.basis:
        data["basis"] = str(edge.basis.value)
    return data


def records_to_networkx(dataset: Dataset) -> RecordGraph:
    """Return all records as the nodes of a directed graph, and the references between them as its edges.

    A node has the `record_type`, a `label` for people and the fields of the record: texts, numbers and truth values
    as they are, dates in EDTF, terms by their names, and what has several values or fields of its own as JSON. An edge
    has the `field` that refers, as a path: `participants[0].actor`. What a partial dataset refers to without holding it
    is a node with `elsewhere`.

    Examples:
        >>> import diplo_events
        >>> graph = records_to_networkx(diplo_events.load_example())
        >>> graph.nodes["zakharova"]["label"]
        'Maria Zakharova'
        >>> graph.edges["zakharova", "russian-foreign-ministry", "member_of[0]"]["field"]
        'member_of[0]'
    """
    graph: RecordGraph = nx.MultiDiGraph(name=dataset.title or "")
    for record in dataset.records:
        graph.add_node(record.id, record_type=type_name(type(record)), **node_data(dataset, record))
    for key in sorted(dataset.elsewhere):
        graph.add_node(key, elsewhere=True)
    for record in dataset.records:
        for reference in references(type(record), record):
            path = path_text(reference.path)
            graph.add_edge(record.id, reference.target, key=path, field=path)
    return graph


def node_data(dataset: Dataset, record: Record) -> dict[str, str | int | float | bool]:
    """Return what a node has of its record: all fields but the id and the references, and what it is called."""
    cls = type(record)
    data: dict[str, str | int | float | bool] = {"label": label_of(record)}
    in_edges = {field.name for field in fields(cls) if is_reference(field.node)}
    for name, value in record_to_plain(record, format_version=dataset.format_version).items():
        if name not in in_edges:
            data[name] = value if isinstance(value, str | int | float) else json.dumps(value)
    return data


def is_reference(node: object) -> bool:
    """Whether a field holds an id, its own or of other records, or several, and nothing else."""
    return isinstance(node.item if isinstance(node, ManyNode) else node, IdNode)


def xml_graph(dataset: Dataset) -> tuple[RecordGraph, Kept]:
    """Return the graph of all records as XML can hold it, and what of the dataset it has.

    Characters that XML cannot hold become U+FFFD, and are counted.
    """
    graph, kept = records_to_networkx(dataset), Kept(dataset)
    if not UNFIT.search(graph.graph["name"]):
        kept.write_header("title")
    graph.graph["name"] = UNFIT.sub("\ufffd", graph.graph["name"])
    for record in dataset.records:
        kept.write_whole(record)
        data = graph.nodes[record.id]
        for name, value in data.items():
            if isinstance(value, str) and UNFIT.search(value):
                data[name] = UNFIT.sub("\ufffd", value)
                if name != "label" or hasattr(record, "label"):
                    kept.lose(record, name, "XML has no such character")
    return graph, kept
