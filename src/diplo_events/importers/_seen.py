"""`Seen`: keys that were met before, in memory of a fixed size: what does not fit waits in a temporary database."""

import hashlib
import sqlite3
from typing import Final

__all__ = ["Seen"]

CACHE: Final = 100_000
"""How many keys the memory holds before it is emptied; all of them are in the database."""

CACHE_KIB: Final = 65_536
"""How much of the database is in memory; SQLite keeps the rest in a temporary file of its own."""


class Seen:
    """A mapping from keys to the first value that each was met with, of any size.

    Keys and values are kept as 128-bit digests: that two of 18 million differ and have one digest has a chance of
    one in 10 to the power of 24.

    Examples:
        >>> seen = Seen()
        >>> seen.first("actor/a", "France"), seen.first("actor/a", "France"), seen.first("actor/a", "Chad")
        (None, True, False)
    """

    def __init__(self) -> None:
        self._memory: dict[str, bytes] = {}
        self._spilt = False
        self._database: sqlite3.Connection | None = None

    def first(self, key: str, value: str) -> bool | None:
        """Return `None` for a new key, which is then known, and whether it came with this value before."""
        mark = digest(value)
        in_memory = self._memory.get(key)
        if in_memory is not None:
            return in_memory == mark
        known = False
        if self._spilt and self._database:
            row = self._database.execute("SELECT value FROM seen WHERE key = ?", (digest(key),)).fetchone()
            if row and row[0] != mark:
                return False
            known = bool(row)
        if len(self._memory) >= CACHE:
            self._spill()
        self._memory[key] = mark
        return True if known else None

    def forget(self, key: str) -> None:
        """Remove a key again, of which nothing came after all."""
        self._memory.pop(key, None)

    def _spill(self) -> None:
        """Move all that the memory holds into the database."""
        if self._database is None:
            self._database = sqlite3.connect("", isolation_level=None)  # a temporary file that SQLite removes
            self._database.execute(f"PRAGMA cache_size = -{CACHE_KIB}")
            self._database.execute("PRAGMA journal_mode = OFF")
            self._database.execute("PRAGMA synchronous = OFF")
            self._database.execute("CREATE TABLE seen (key BLOB PRIMARY KEY, value BLOB) WITHOUT ROWID")
        self._database.execute("BEGIN")
        rows = sorted((digest(key), mark) for key, mark in self._memory.items())
        self._database.executemany("INSERT OR IGNORE INTO seen VALUES (?, ?)", rows)
        self._database.execute("COMMIT")
        self._memory.clear()
        self._spilt = True

    def close(self) -> None:
        """Remove the temporary database."""
        if self._database:
            self._database.close()


def digest(text: str) -> bytes:
    """Return 128 bits of a text."""
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).digest()
