"""Badges on sheets of A4 to be cut: name, post, body, group, and the code for the door."""

from collections.abc import Callable, Sequence
from typing import Any

from conference.documents.guest_face import face
from conference.documents.paper_frame import Reader
from conference.documents.qr_svg import QUIET, drawn, modules
from conference.documents.typst_pdf import typeset
from conference.rules.badge_sizes import SIZES
from projections.guest import Guest
from projections.library import Shelf

CODE_MM = 31
"""Width of a code without its quiet zone: read at arm's length from 30 mm on (formats.md 3.8)."""

MASK = 2
"""One mask for all codes: what they say looks random anyway, so none makes large plain areas."""

COLORS = (
    *("#9f1d20", "#1f4e79", "#1f6b43", "#5b3a8c"),
    *("#7a4b0c", "#0f6570", "#7a2f55", "#44505f"),
)
"""Of the groups in the organiser's order, white on each at 4.5:1; the name stands in it, too."""


Address = Callable[[Guest], str]
"""Where a guest's door code leads."""


def badges_pdf(
    shelf: Shelf, guests: Sequence[Guest], size: str, address_of: Address, reader: Reader
) -> bytes:
    """The badges as of the shelf's position, in one of SIZES."""
    return typeset("badges.typ", laid_out(shelf, guests, size, address_of, reader))


def laid_out(
    shelf: Shelf, guests: Sequence[Guest], size: str, address_of: Address, reader: Reader
) -> dict[str, Any]:
    """What the template draws. Addresses are in capitals, so that their codes stay small at level
    Q, which withstood every damage of formats.md 3.8."""
    codes = [modules(address_of(guest).upper(), MASK, "Q") for guest in guests]
    widest = max(map(len, codes))
    color = {name: COLORS[n % len(COLORS)] for n, name in enumerate(shelf.guest_list.group_names)}
    return {
        "language": reader.language,
        "words": {word: reader.say(f"badge-paper.{word}") for word in ("title", "code")},
        "conference": shelf.conference.title,
        "position": f"#{shelf.position}",
        "size": SIZES[size]._asdict(),
        "code": CODE_MM * (widest + 2 * QUIET) / widest,
        "badges": [
            {**face(guest, reader), "color": color[guest.group], "qr": drawn(code)}
            for guest, code in zip(guests, codes, strict=True)
        ],
    }
