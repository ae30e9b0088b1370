"""A workbook's bytes become sheets of plain cells, safely: checked, limited, in another process."""

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from threading import BoundedSemaphore
from typing import Any

from conference.errors import BadCell, BadSheet
from conference.importers import workbook_reader

MOST_BYTES = 10 * 1024 * 1024
"""The size of a file that is read at all; case 01 takes 20 kB, 5,000 guests 0.5 MB."""

PATIENCE_S = 20.0
"""Seconds of the wall clock until the reader is killed: twice its processor time."""

AT_ONCE = BoundedSemaphore(2)
"""Readers running at once in one server: each may take 700 MB."""


@dataclass(frozen=True)
class RawSheet:
    """A sheet as the file has it. Cells are str, int, float, bool, or a dict of one kind of time.

    `formulas` are the addresses of cells that hold a formula ("B5"), `merged` the first and last
    row and column (0-based) of cells that are merged.
    """

    name: str
    rows: tuple[tuple[Any, ...], ...]
    formulas: frozenset[str]
    merged: tuple[tuple[tuple[int, int], tuple[int, int]], ...] = ()


def raw_sheets(data: bytes) -> tuple[RawSheet, ...]:
    """The sheets of an .xlsx. Raises BadSheet with one cell-less line when it is none, is larger
    than it may be, or cannot be read within its limits."""
    if len(data) > MOST_BYTES:
        raise unread("workbook.too-large")
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise unread("workbook.old-format")
    if not data.startswith(b"PK\x03\x04"):
        raise unread("workbook.not-xlsx")
    answer = asked(data)
    if "code" in answer:
        raise unread(answer["code"])
    return tuple(
        RawSheet(
            s["name"],
            tuple(map(tuple, s["rows"])),
            frozenset(s["formulas"]),
            tuple(((top, left), (bottom, right)) for (top, left), (bottom, right) in s["merged"]),
        )
        for s in answer["sheets"]
    )


READER = (str(Path(workbook_reader.__file__)),)
"""What the limited process runs for a workbook."""


def asked(data: bytes, reader: tuple[str, ...] = READER) -> dict[str, Any]:
    """What the limited process says of the file: what is in it, or the code of a refusal."""
    command = [sys.executable, "-I", *reader]
    with AT_ONCE:
        try:
            done = subprocess.run(  # noqa: S603 (our own script, no shell)
                command, input=data, capture_output=True, timeout=PATIENCE_S, check=False, env={}
            )
        except subprocess.TimeoutExpired as expired:
            raise unread("workbook.too-large") from expired
    if done.returncode < 0:
        raise unread("workbook.too-large")
    if done.returncode > 0:
        raise unread("workbook.unreadable")
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def unread(code: str) -> BadSheet:
    """The refusal of a whole file."""
    return BadSheet([BadCell("", 0, "", code, most_mb=MOST_BYTES // 1024**2)])
