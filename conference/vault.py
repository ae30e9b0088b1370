"""What is not a fact, in tables beside the log: credentials, keys, idempotency answers, outbox."""

from collections.abc import Sequence
from typing import Any, NamedTuple, Protocol

TABLES: list[str] = []
"""Statements that make the tables; each must be harmless on a store that has them."""


class Write(NamedTuple):
    """One statement with `?` placeholders, understood by SQLite and PostgreSQL alike."""

    sql: str
    params: tuple[Any, ...] = ()


class Tables(Protocol):
    """What the vault needs of the store: to read rows, and to write in one transaction."""

    def query(self, sql: str, params: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]: ...

    def write(self, writes: Sequence[Write]) -> None: ...
