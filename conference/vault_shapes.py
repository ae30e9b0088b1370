"""What the columns of a list were taken for, by its headings: the next file of that shape is read
the same way. No fact, and nothing of anybody: headings and names of columns."""

from conference.vault import Tables, Write


def kept(tables: Tables, shape: str) -> tuple[str, ...] | None:
    """The columns of a shape as they were last chosen, from the left; None for a new shape."""
    rows = tables.query("SELECT said FROM sheet_shapes WHERE shape = ?", (shape,))
    return tuple(rows[0][0].split(",")) if rows else None


def keep(tables: Tables, shape: str, columns: tuple[str, ...]) -> None:
    tables.write(
        [
            Write("DELETE FROM sheet_shapes WHERE shape = ?", (shape,)),
            Write("INSERT INTO sheet_shapes VALUES (?, ?)", (shape, ",".join(columns))),
        ]
    )
