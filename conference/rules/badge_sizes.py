"""The sizes that badges are printed in, in millimetres on a sheet of A4."""

from typing import NamedTuple

MOST = 300
"""Badges of one printing: some forty sheets, drawn in about a second; others wait for the next."""


class Size(NamedTuple):
    """`columns` by `rows` badges of `width` by `height`, each with a `band` of its group's name;
    `upright` ones have the code below the name. Printers leave 6 mm of a sheet white."""

    width: int
    height: int
    columns: int
    rows: int
    band: int
    upright: bool = False


SIZES = {
    "small": Size(98, 70, 2, 4, 9),
    "medium": Size(98, 93, 2, 3, 11),
    "large": Size(98, 140, 2, 2, 13, upright=True),
}
"""By name; the large one is as big as A6 without the edge that cannot be printed."""
