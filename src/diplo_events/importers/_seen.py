"""`Seen`: keys that were met before, in memory of a fixed size: what does not fit waits in a temporary database."""

import hashlib
import sqlite3
from collections.abc import Iterable
from typing import Final

__all__ = ["Seen"]

FEWEST: Final = 1 << 14
"""How many entries the table in memory has room for at first; it grows when three quarters are in use."""

GROWTH: Final = 16
"""How many times larger it becomes."""

SLOTS: Final = 1 << 22
"""How many entries it has room for at most; when these are in use, they move into the database."""

KEY: Final = 16
"""How many bytes of an entry are the digest of the key."""

ENTRY: Final = 24
"""How many bytes an entry has: the digests of the key and of the value. The largest table takes 96 MiB."""

FREE: Final = bytearray(KEY)
"""The key of an entry that is not in use."""

GONE: Final = bytearray(ENTRY - KEY)
"""The value of a key that was forgotten."""

CACHE_KIB: Final = 16_384
"""How much of the database is in memory; SQLite keeps the rest in a temporary file of its own."""

BITS: Final = 26
"""The bits that say which keys the database may hold are 2 to the power of this, 8 MiB."""

MASK: Final = (1 << BITS) - 1


class Seen:
    """A mapping from keys to the first value that each was met with, of any size.

    Keys are kept as 128-bit digests, values as 64 bits: that two of 18 million keys differ and have one digest has a
    chance of one in 10 to the power of 24.

    Examples:
        >>> seen = Seen()
        >>> seen.first("actor/a", "France"), seen.first("actor/a", "France"), seen.first("actor/a", "Chad")
        (None, True, False)
    """

    def __init__(self) -> None:
        self._table = bytearray(FEWEST * ENTRY)
        self._used = 0
        self._bits = bytearray()
        self._database: sqlite3.Connection | None = None

    def first(self, key: str, value: str) -> bool | None:
        """Return `None` for a new key, which is then known, and whether it came with this value before."""
        mark, content = digest(key, KEY), digest(value, ENTRY - KEY)
        place = self._place_of(mark)
        known: bytes | bytearray | None = None
        if self._table[place : place + KEY] == mark:
            known = self._table[place + KEY : place + ENTRY]
        elif self._database is not None:
            known = self._stored(self._database, mark)
        if known is not None and known != GONE:
            return known == content
        self._put(place, mark, content)
        return None

    def forget(self, key: str) -> None:
        """Make a key new again, of which nothing came after all."""
        mark = digest(key, KEY)
        self._put(self._place_of(mark), mark, GONE)

    def _place_of(self, mark: bytes | bytearray) -> int:
        """Return where the entry of a key begins in the table, or where it would."""
        table = self._table
        size = len(table)
        place = int.from_bytes(mark[:4], "big") * (size // ENTRY) >> 32  # in the order of the keys
        place *= ENTRY
        while (found := table[place : place + KEY]) != mark and found != FREE:
            place = (place + ENTRY) % size
        return place

    def _put(self, place: int, mark: bytes | bytearray, content: bytes | bytearray) -> None:
        """Put an entry where its place in the table is."""
        is_new = self._table[place : place + KEY] == FREE
        self._table[place : place + ENTRY] = mark + content
        self._used += is_new
        if self._used * ENTRY * 4 > len(self._table) * 3:
            self._grow()

    def _grow(self) -> None:
        """Make room in the table: a larger one, or none of it in memory."""
        old = self._table
        used = (old[begin : begin + ENTRY] for begin in range(0, len(old), ENTRY) if old[begin : begin + KEY] != FREE)
        if len(old) >= SLOTS * ENTRY:
            self._spill(used)
            self._table, self._used = bytearray(len(old)), 0
            return
        self._table = bytearray(min(len(old) * GROWTH, SLOTS * ENTRY))
        for entry in used:
            place = self._place_of(entry[:KEY])
            self._table[place : place + ENTRY] = entry

    def _stored(self, database: sqlite3.Connection, mark: bytes | bytearray) -> bytes | bytearray | None:
        """Return the value of a key in the database; most new keys are known not to be there without a look into it.

        Two bits for each key, as Bloom proposed (Communications of the ACM 13, 1970, doi:10.1145/362686.362692).
        """
        one, other = places(mark)
        if not (self._bits[one >> 3] & 1 << (one & 7) and self._bits[other >> 3] & 1 << (other & 7)):
            return None
        row = database.execute("SELECT value FROM seen WHERE key = ?", (mark,)).fetchone()
        return row[0] if row else None

    def _spill(self, entries: Iterable[bytearray]) -> None:
        """Move entries into the database, in about the order of their keys."""
        if self._database is None:
            self._database = sqlite3.connect("", isolation_level=None)  # a temporary file that SQLite removes
            self._database.execute(f"PRAGMA cache_size = -{CACHE_KIB}")
            self._database.execute("PRAGMA journal_mode = OFF")
            self._database.execute("PRAGMA synchronous = OFF")
            self._database.execute("CREATE TABLE seen (key BLOB PRIMARY KEY, value BLOB) WITHOUT ROWID")
            self._bits = bytearray(1 << (BITS - 3))
        self._database.execute("BEGIN")
        self._database.executemany("INSERT OR REPLACE INTO seen VALUES (?, ?)", map(self._marked, entries))
        self._database.execute("COMMIT")

    def _marked(self, entry: bytearray) -> tuple[bytes, bytes]:
        """Mark a key as one that the database holds, and return it with its value."""
        for place in places(entry):
            self._bits[place >> 3] |= 1 << (place & 7)
        return bytes(entry[:KEY]), bytes(entry[KEY:])

    def close(self) -> None:
        """Remove the temporary database."""
        if self._database:
            self._database.close()


def places(key: bytes | bytearray) -> tuple[int, int]:
    """Return the two bits of a digest."""
    number = int.from_bytes(key[8:KEY], "big")
    return number & MASK, number >> BITS & MASK


def digest(text: str, size: int) -> bytes | bytearray:
    """Return so many bytes of the digest of a text."""
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=size).digest()
