"""Answers of models that are kept in a folder, each under the hash of its question: none is asked for twice."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import attrs

from diplo_events._internal.system.atomic_file import write_bytes
from diplo_events.drafting._model.requests import Message

__all__ = ["AnswerCache"]

ANSWER: Final = "answer"
"""The key of an answer in its file."""


@attrs.frozen
class AnswerCache:
    """The answers that are kept in a folder; without a folder none is."""

    folder: Path | None

    @staticmethod
    def key(url: str, model: str, messages: Sequence[Message], schema: Mapping[str, Any]) -> str:
        """Return the SHA-256 of a question: the text and the instructions, the model, and where it is asked."""
        question = json.dumps([url, model, list(messages), dict(schema)], sort_keys=True)
        return hashlib.sha256(question.encode()).hexdigest()

    def get(self, key: str) -> str | None:
        """Return the answer to a question; `None` if none is kept, or its file is damaged.

        Raises:
            OSError: its file cannot be read.
        """
        if self.folder is None:
            return None
        try:
            kept = json.loads(self.file(key).read_bytes())
        except (FileNotFoundError, ValueError, RecursionError):
            return None
        answer = kept.get(ANSWER) if isinstance(kept, dict) else None
        return answer if isinstance(answer, str) else None

    def put(self, key: str, answer: str) -> None:
        """Keep the answer to a question.

        Raises:
            OSError: the folder or the file cannot be written.
        """
        if self.folder is not None:
            self.folder.mkdir(parents=True, exist_ok=True)
            write_bytes(self.file(key), json.dumps({ANSWER: answer}).encode("ascii"))

    def file(self, key: str) -> Path:
        """Return the file of an answer."""
        return Path(self.folder or "") / f"{key}.json"
