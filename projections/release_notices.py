"""Whom a release has to be told to: units and speakers whose time or order changed."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from uuid import UUID

from conference.rules.mail_address import deliverable
from projections.agenda_item import AgendaItem
from projections.agenda_release import Change, Release, changed, changes, party
from projections.library import Shelf

Items = Mapping[UUID, AgendaItem]


@dataclass(frozen=True)
class Party:
    """Somebody whom a change concerns. `role`: unit, speaker, or owner of an item that is no
    speech; `address` None where no mail can go."""

    role: str
    item: UUID
    who: str
    address: str | None

    @property
    def key(self) -> str:
        return f"{self.role}:{self.item}"


@dataclass(frozen=True)
class Line:
    """What a party is told of one change: that the item is added (as theirs), taken from them,
    withdrawn, or changed."""

    change: Change
    kind: str


@dataclass(frozen=True)
class Told:
    """What one address is told, or one party that has none: each change once, in their order."""

    parties: tuple[Party, ...]
    lines: tuple[Line, ...]

    @property
    def address(self) -> str | None:
        return self.parties[0].address

    @property
    def who(self) -> str:
        return "; ".join(dict.fromkeys(party.who for party in self.parties))

    @property
    def about(self) -> tuple[str, ...]:
        return tuple(party.key for party in self.parties)


def parties(shelf: Shelf, item: AgendaItem) -> Iterator[Party]:
    """Whose an item is now: the unit of a speech, the speaker too where a mail of his or her own
    can go; of any other item who carries it out."""
    speech = shelf.speeches.by_id.get(item.id)
    linked = (speech.guest if speech else None) or item.guest
    guest = shelf.guest_list.by_id.get(linked) if linked else None
    own = reached(speech.speaker_email) if speech else None
    if guest and guest.invited:
        own = own or reached(guest.email)
    if not item.unit:
        yield Party("owner", item.id, party(item) or item.title, own)
        return
    yield Party("unit", item.id, item.unit, address_of(shelf, item, item.unit))
    if own:
        name = item.speaker or (guest.name if guest else None) or item.unit
        yield Party("speaker", item.id, name, own)


def address_of(shelf: Shelf, item: AgendaItem, unit: str | None) -> str | None:
    """A unit's address: that of the speech, while it is this unit's. The agenda may have handed it
    to another, of whom the speech itself says nothing yet."""
    speech = shelf.speeches.by_id.get(item.id)
    return reached(speech.email) if speech and speech.unit == unit else None


def reached(address: str | None) -> str | None:
    """The address, if a mail can go there."""
    return address if deliverable(address) else None


def address_now(shelf: Shelf, about: Collection[str], items: Items) -> str | None:
    """Where these parties are reached as of now: an address may have been put right since."""
    for key in about:
        role, _, id = key.partition(":")
        item = items.get(UUID(id))
        for one in parties(shelf, item) if item else ():
            if one.role == role and one.address:
                return one.address
    return None


def told(shelf: Shelf, found: Iterable[Change]) -> tuple[Told, ...]:
    """The changes by whom they concern: one for each address, one for each party without."""
    those: dict[object, list[tuple[Party, Line]]] = {}
    for change in found:
        for who, kind in change.notices:
            last = address_of(shelf, change.item, who)
            former = (Party("former", change.item.id, who or "", last),)
            for one in former if kind == "taken" else parties(shelf, change.item):
                place = one.address.casefold() if one.address else one.key
                those.setdefault(place, []).append((one, Line(change, kind)))
    return tuple(
        Told(tuple(one for one, _ in both), tuple(dict.fromkeys(line for _, line in both)))
        for both in those.values()
    )


def changes_of(releases: tuple[Release, ...], number: int) -> tuple[Change, ...]:
    """What a release changed of the one before; the first changed nothing for anybody."""
    if number < 2:
        return ()
    return changes(releases[number - 2].items, releases[number - 1].items)


@dataclass(frozen=True)
class Unsent:
    """A notice of an earlier release that has not gone out: its parties, and the release `before`
    it, which is the last that they know of."""

    address: str
    about: tuple[str, ...]
    before: Release

    def concerns(self, told: Told) -> bool:
        """Whether it is for who is told now, so that one notice has to say both."""
        same = told.address is not None and told.address.casefold() == self.address.casefold()
        return same or not set(self.about).isdisjoint(told.about)


def joined(shelf: Shelf, one: Told, unsent: Iterable[Unsent], items: Items) -> Told:
    """Who is told now, together with what nobody has told these parties yet of earlier releases;
    `items` as they are released now."""
    for old in unsent:
        for key in (key for key in old.about if key not in one.about):
            id = UUID(key.partition(":")[2])
            item, was = items.get(id), old.before.by_id.get(id)
            known = item or was
            if known is None or stands(item, was):
                continue
            more = tuple(each for each in parties(shelf, known) if each.key == key)
            again = any(line.change.item.id == id for line in one.lines)
            late = () if again else (anew(known, item, was),)
            one = Told((*one.parties, *more), (*one.lines, *late))
    return one


def anew(known: AgendaItem, item: AgendaItem | None, was: AgendaItem | None) -> Line:
    """What is told of an item against the release that its party knows."""
    if item is None:
        return Line(Change(known, was, ("withdrawn",)), "withdrawn")
    same = was is not None and party(was) == party(item)
    return Line(changed(item, was, moved=True), "changed" if same else "added")


def stands(item: AgendaItem | None, was: AgendaItem | None) -> bool:
    """Whether an item has the time and the place that it had: nobody need be told."""
    if item is None or was is None:
        return item is was
    return (item.number, item.starts_at, item.minutes) == (was.number, was.starts_at, was.minutes)


def items_known(releases: tuple[Release, ...], number: int) -> dict[UUID, AgendaItem]:
    """The items that a release and those before it have, as they stood last."""
    found: dict[UUID, AgendaItem] = {}
    for release in releases[:number]:
        found |= release.by_id
    return found
