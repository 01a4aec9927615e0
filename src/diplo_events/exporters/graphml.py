"""All records as a graph in GraphML: each record a node, each reference an edge. Needs the extra `networkx`.

The fields are attributes of the node; those with several values or with fields of their own are JSON there. Lost is
only what the dataset says about itself but its title. See `records_to_networkx`.
"""

from diplo_events.dataset import Dataset
from diplo_events.errors import MissingExtraError
from diplo_events.exporters._losses import ExportLoss

try:
    import networkx as nx
except ImportError as error:
    raise MissingExtraError.of("networkx", "writing GraphML") from error

from diplo_events.exporters.networkx import xml_graph

__all__ = ["dumps", "losses"]


def dumps(dataset: Dataset) -> str:
    """Return the records of a dataset as the text of a GraphML file.

    Examples:
        >>> print(dumps(Dataset(title="Tolls")).splitlines()[3].strip())
        <data key="d0">Tolls</data>
    """
    return "\n".join(nx.generate_graphml(xml_graph(dataset)[0], prettyprint=True)) + "\n"


def losses(dataset: Dataset) -> tuple[ExportLoss, ...]:
    """List what of a dataset is not in its graph.

    Examples:
        >>> [str(loss) for loss in losses(Dataset(title="Tolls", version="1.0"))]
        ['1 dataset.version: the format has no field for it']
    """
    return xml_graph(dataset)[1].losses()
