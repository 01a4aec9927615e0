"""The classes of Spark from which the data source derives; plain objects where there is no Spark to register with."""

from importlib.util import find_spec

__all__ = ["DataSource", "DataSourceArrowWriter", "DataSourceReader", "InputPartition", "WriterCommitMessage"]

if find_spec("pyspark") is not None:
    from pyspark.sql.datasource import (  # pyright: ignore[reportMissingImports]  (CI has no Spark)
        DataSource,
        DataSourceArrowWriter,
        DataSourceReader,
        InputPartition,
        WriterCommitMessage,
    )
else:
    DataSource = object
    DataSourceArrowWriter = object
    DataSourceReader = object
    InputPartition = object
    WriterCommitMessage = object
