"""A hook of MkDocs: the search index as a script too, which is how the theme asks for it on `file://`."""

from pathlib import Path
from typing import Any

__all__ = ["on_post_build"]


def on_post_build(config: Any, **_rest: Any) -> None:  # noqa: ANN401  (MkDocs' signature)
    """Write the script beside the index."""
    index = Path(config["site_dir"]) / "search" / "search_index.json"
    script = f"var __index = {index.read_text(encoding='utf-8')}"
    index.with_suffix(".js").write_text(script, encoding="utf-8")
