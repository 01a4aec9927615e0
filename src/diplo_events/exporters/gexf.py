"""All records as a graph in GEXF, for Gephi: each record a node, each reference an edge. Needs the extra `networkx`.

The fields are attributes of the node; those with several values or with fields of their own are JSON there. Lost is
only what the dataset says about itself but its title. See `records_to_networkx`.
"""

import re

from diplo_events.dataset import Dataset
from diplo_events.errors import MissingExtraError
from diplo_events.exporters._losses import ExportLoss

try:
    import networkx as nx
except ImportError as error:
    raise MissingExtraError.of("networkx", "writing GEXF") from error

from diplo_events.exporters.networkx import xml_graph

__all__ = ["dumps", "losses"]


def dumps(dataset: Dataset) -> str:
    """Return the records of a dataset as the text of a GEXF file. Equal datasets have equal texts: it has no date.

    Examples:
        >>> print(dumps(Dataset(title="Tolls")).splitlines()[4].strip())
        <graph defaultedgetype="directed" mode="static" name="Tolls">
    """
    text = "\n".join(nx.generate_gexf(xml_graph(dataset)[0])) + "\n"
    return re.sub(r' lastmodifieddate="[^"]*"', "", text, count=1)


def losses(dataset: Dataset) -> tuple[ExportLoss, ...]:
    """List what of a dataset is not in its graph.

    Examples:
        >>> [str(loss) for loss in losses(Dataset(title="Tolls", version="1.0"))]
        ['1 dataset.version: the format has no field for it']
    """
    return xml_graph(dataset)[1].losses()
