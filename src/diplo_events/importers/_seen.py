"""`Seen`: keys that were met before, in memory of a fixed size: what does not fit waits in a temporary database."""

import hashlib
import sqlite3
from typing import Final

__all__ = ["Seen"]

CACHE: Final = 100_000
"""How many keys the memory holds before it is emptied; all of them are in the database."""

CACHE_KIB: Final = 65_536
"""How much of the database is in memory; SQLite keeps the rest in a temporary file of its own."""


BITS: Final = 26
"""The bits that say which keys the database may hold are 2 to the power of this, 8 MiB."""

MASK: Final = (1 << BITS) - 1


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
        self._bits = bytearray()
        self._database: sqlite3.Connection | None = None

    def first(self, key: str, value: str) -> bool | None:
        """Return `None` for a new key, which is then known, and whether it came with this value before."""
        mark = digest(value)
        in_memory = self._memory.get(key)
        if in_memory is not None:
            return in_memory == mark
        known = False
        if self._spilt and self._database and self._may_hold(digest(key)):
            row = self._database.execute("SELECT value FROM seen WHERE key = ?", (digest(key),)).fetchone()
            if row and row[0] != mark:
                return False
            known = bool(row)
        if len(self._memory) >= CACHE:
            self._spill()
        self._memory[key] = mark
        return True if known else None

    def _may_hold(self, key: bytes) -> bool:
        """Whether the database may hold a key; most new ones are known to be new without a look into it.

        Two bits for each key, as Bloom proposed (Communications of the ACM 13, 1970, doi:10.1145/362686.362692).
        """
        one, other = places(key)
        return bool(self._bits[one >> 3] & 1 << (one & 7) and self._bits[other >> 3] & 1 << (other & 7))

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
            self._bits = bytearray(1 << (BITS - 3))
        self._database.execute("BEGIN")
        rows = sorted((digest(key), mark) for key, mark in self._memory.items())
        for key, _ in rows:
            for place in places(key):
                self._bits[place >> 3] |= 1 << (place & 7)
        self._database.executemany("INSERT OR IGNORE INTO seen VALUES (?, ?)", rows)
        self._database.execute("COMMIT")
        self._memory.clear()
        self._spilt = True

    def close(self) -> None:
        """Remove the temporary database."""
        if self._database:
            self._database.close()


def places(key: bytes) -> tuple[int, int]:
    """Return the two bits of a digest."""
    number = int.from_bytes(key[:8], "big")
    return number & MASK, number >> BITS & MASK


def digest(text: str) -> bytes:
    """Return 128 bits of a text."""
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).digest()
