"""Which guest already invited a row of a list means: by code, name and body, post, or phone."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Any, TypeVar
from uuid import UUID

from rapidfuzz.fuzz import ratio

from conference.importers.guest_sheet_cells import Entry
from conference.rules.names import fold
from projections.guest import Guest

NEAR = 85
"""Likeness of two folded names, 0 to 100, by which one is taken for the other mistyped: one letter
in eight (rapidfuzz.fuzz.ratio)."""

UNDONE = "import"
"""Why a guest was withdrawn whom an import had invited: the next import invites the guest again."""

T = TypeVar("T")
Key = Callable[[Entry | Guest], Hashable]


def comparable(guests: Iterable[Guest]) -> list[Guest]:
    """The guests that a list can mean, in the organiser's order: not who walked in, nor places that
    nobody has named."""
    found = [one for one in guests if one.kind != "walk_in" and (one.name or one.post)]
    return sorted(found, key=lambda one: (one.standing.order, one.standing.number, one.id))


def matched(entries: Sequence[Entry], guests: Sequence[Guest]) -> dict[int, Guest]:
    """The guest of each row that means one, by the row's place in the list.

    Each pass takes the rows and guests that are left. Where a key is several rows' or guests', some
    passes take them in their order; the others take only what is the only one.
    """
    found: dict[int, Guest] = {}
    taken: set[UUID] = set()
    for in_order, key_of in PASSES:
        if len(taken) == len(guests):
            break
        left = [i for i in range(len(entries)) if i not in found]
        rows = keyed((i, key_of(entries[i])) for i in left)
        known = keyed((one, key_of(one)) for one in guests if one.id not in taken)
        for key in rows.keys() & known.keys():
            if not in_order and (len(rows[key]) > 1 or len(known[key]) > 1):
                continue
            for row, guest in zip(rows[key], known[key], strict=False):
                if fits(entries[row], guest):
                    found[row] = guest
                    taken.add(guest.id)
    return found


def keyed(ones: Iterable[tuple[T, Hashable]]) -> dict[Hashable, list[T]]:
    listed: dict[Hashable, list[T]] = defaultdict(list)
    for one, key in ones:
        if key is not None:
            listed[key].append(one)
    return listed


def fits(entry: Entry, guest: Guest) -> bool:
    """Two different names are one guest's only when they are nearly the same, since a code that
    counts rows moves when one is put in; and so are bodies, where neither code nor phone says that
    it is the same guest."""
    name, phone, code = said(entry, "name"), digits(said(entry, "phone")), said(entry, "code")
    if code == str(guest.id):
        return True
    if name and guest.name and not near(name, guest.name):
        return False
    known = (phone and phone == digits(guest.phone)) or (code and code == guest.code)
    return bool(known) or same_body(said(entry, "body"), guest.body)


def near(one: str, other: str) -> bool:
    return fold(one) == fold(other) or ratio(fold(one), fold(other)) >= NEAR


def same_body(one: str | None, other: str | None) -> bool:
    """Whether two bodies are written differently, and not two: Sở Y tế, Sở Y tế tỉnh."""
    if not (one and other):
        return True
    first, second = fold(one), fold(other)
    return first in second or second in first or near(one, other)


def exactly(name: str | None, body: str | None) -> Hashable:
    return (name.casefold(), fold(body or "")) if name else None


def folded(name: str | None, body: str | None) -> Hashable:
    return (fold(name), fold(body or "")) if name else None


def nameless(name: str | None, post: str | None, body: str | None) -> Hashable:
    return (fold(post), fold(body or "")) if post and not name else None


def together(first: str | None, second: str | None) -> Hashable:
    return (fold(first), fold(second)) if first and second else None


def digits(phone: str | None) -> Hashable:
    """The digits that count: those behind 0 or +84."""
    return "".join(c for c in phone if c.isdigit())[-9:] or None if phone else None


def said(entry: Entry, name: str) -> Any:
    return entry.values.get(name)


def also(key: Hashable, more: Any) -> Hashable:
    """A key that holds one thing more; None where either is blank."""
    return (key, more) if key is not None and more is not None else None


def place_of(one: Entry | Guest) -> tuple[Any, Any, Any, Any]:
    """Name, post, body and the phone's digits, of a row or of a guest."""
    if isinstance(one, Guest):
        return one.name, one.post, one.body, digits(one.phone)
    return (*(said(one, name) for name in ("name", "post", "body")), digits(said(one, "phone")))


def by_code(one: Entry | Guest) -> Hashable:
    return one.code if isinstance(one, Guest) else said(one, "code")


def by_id(one: Entry | Guest) -> Hashable:
    """What an export of ours writes as the code."""
    return str(one.id) if isinstance(one, Guest) else said(one, "code")


def by_name_and_phone(one: Entry | Guest) -> Hashable:
    name, _, _, phone = place_of(one)
    return also(fold(name) if name else None, phone)


def by_all(one: Entry | Guest) -> Hashable:
    name, post, body, _ = place_of(one)
    return also(exactly(name, body), fold(post or ""))


def by_name_and_body(one: Entry | Guest) -> Hashable:
    name, _, body, _ = place_of(one)
    return exactly(name, body)


def by_folded_name(one: Entry | Guest) -> Hashable:
    name, _, body, _ = place_of(one)
    return folded(name, body)


def by_post_alone(one: Entry | Guest) -> Hashable:
    name, post, body, _ = place_of(one)
    return nameless(name, post, body)


def by_post_now_named(one: Entry | Guest) -> Hashable:
    """A post that was invited without a name, and the row that names somebody for it."""
    name, post, body, _ = place_of(one)
    return None if isinstance(one, Guest) and name else together(post, body)


def by_name_and_post(one: Entry | Guest) -> Hashable:
    name, post, _, _ = place_of(one)
    return together(name, post)


def by_phone(one: Entry | Guest) -> Hashable:
    phone: str | None = place_of(one)[3]
    return phone


PASSES: tuple[tuple[bool, Key], ...] = (
    (False, by_id),
    (False, by_code),
    (False, by_name_and_phone),
    (True, by_all),
    (True, by_name_and_body),
    (True, by_folded_name),
    (True, by_post_alone),
    (False, by_post_now_named),
    (False, by_name_and_post),
    (False, by_phone),
)
"""How a row and a guest are told to be the same, the surest way first, and whether several with
the same key are taken in their order."""
