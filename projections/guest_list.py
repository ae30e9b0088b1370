"""The guest list: everybody invited, by group, in order of precedence, with counts by group."""

from dataclasses import dataclass, field
from functools import cached_property, singledispatch
from uuid import UUID

from immutables import Map

from conference.rules.names import called, collation, fold, found, spoken
from conference.rules.precedence import Standing
from events.base import Fact
from events.guest_import import GuestListImported, GuestListImportUndone
from events.invitation import GroupCounted, GroupInvited
from events.invitation_answers import InvitationWithdrawn
from projections.guest import NOBODY, Guest, Guests
from projections.guest_import import GuestImport, imported, undone
from projections.guest_story import ROW_FACTS, recounted, rows, standing
from projections.precedence import by_precedence
from projections.replaced import replaced


@dataclass(frozen=True)
class Group:
    """A group that was invited as one; `count` None while unknown."""

    id: UUID
    group: str
    body: str | None
    standing: Standing
    count: int | None
    invited_by: str | None
    site: str
    code: str | None
    note: str | None
    version: int


@dataclass(frozen=True)
class GuestList:
    by_id: Guests = NOBODY
    groups: Map[UUID, Group] = field(default_factory=Map)
    imports: tuple[GuestImport, ...] = ()

    @cached_property
    def guests(self) -> tuple[Guest, ...]:
        """Everybody invited, in order of precedence; withdrawn and declined ones too."""
        return by_precedence(self.by_id.values())

    @cached_property
    def group_names(self) -> tuple[str, ...]:
        """The groups in the organiser's own order, else in that of the dictionary."""
        first: dict[str, int] = {}
        rows: tuple[Guest | Group, ...] = (*self.by_id.values(), *self.groups.values())
        for one in rows:
            first[one.group] = min(first.get(one.group, one.standing.order), one.standing.order)
        return tuple(sorted(first, key=lambda group: (first[group], collation(group))))

    @cached_property
    def grouped(self) -> tuple[tuple[str, tuple[Guest, ...]], ...]:
        """Each group with its guests in order of precedence."""
        guests: dict[str, list[Guest]] = {name: [] for name in self.group_names}
        for guest in self.guests:
            guests[guest.group].append(guest)
        return tuple((name, tuple(listed)) for name, listed in guests.items())

    @cached_property
    def counts(self) -> dict[str, int]:
        """How many gave which answer: invited, accepted, declined, substituted, withdrawn."""
        answers = ("invited", "accepted", "declined", "substituted", "withdrawn")
        counted = dict.fromkeys(answers, 0)
        for guest in self.by_id.values():
            counted[guest.answer] += 1
        return counted

    @cached_property
    def by_name(self) -> dict[str, tuple[UUID, ...]]:
        """Invited guests by who comes, the name read without diacritics."""
        named: dict[str, tuple[UUID, ...]] = {}
        for guest in self.by_id.values():
            if guest.coming and guest.invited:
                key = fold(guest.coming)
                named[key] = (*named.get(key, ()), guest.id)
        return named

    @cached_property
    def homonyms(self) -> frozenset[UUID]:
        """Guests whose name, read without diacritics, is another invited guest's as well."""
        return frozenset(id for ids in self.by_name.values() if len(ids) > 1 for id in ids)

    @cached_property
    def by_call(self) -> dict[str, tuple[UUID, ...]]:
        """Who may come to a door under a name: who declined or sends somebody else may as well."""
        named: dict[str, tuple[UUID, ...]] = {}
        for guest in self.by_id.values():
            if guest.invited or guest.answer == "declined":
                for key in {called(name) for name in (guest.coming, guest.name) if name}:
                    named[key] = (*named.get(key, ()), guest.id)
        return named

    def alike(self, guest: Guest) -> tuple[Guest, ...]:
        """Others who may come under a name of this guest's."""
        names = [name for name in (guest.coming, guest.name) if name]
        ids = {id for name in names for id in self.by_call.get(called(name), ())}
        return tuple(self.by_id[id] for id in sorted(ids - {guest.id}))

    def namesakes(self, name: str) -> tuple[Guest, ...]:
        """Guests about whom to ask when somebody of this name comes without a code."""
        return tuple(self.by_id[id] for id in self.by_call.get(spoken(name)[0], ()))

    def waiting(self, group: str | None = None) -> tuple[Guest, ...]:
        """Guests, of one group or of all, to whom the letter with their present code is due."""
        return tuple(
            guest
            for guest in self.guests
            if guest.lettered and guest.invited and not guest.sent
            if group is None or guest.group == group
        )

    def unanswered(self, group: str | None = None) -> tuple[Guest, ...]:
        """Guests, of one group or of all, who have a letter and told nothing; nobody excused."""
        asked = (one for one in self.guests if one.progress in ("sent", "opened"))
        return tuple(one for one in asked if one.state == "expected" and group in (None, one.group))

    def search(self, wanted: str) -> tuple[Guest, ...]:
        """Guests found by name, initials, post, body or group, without regard to diacritics."""
        return tuple(
            guest
            for guest in self.guests
            if found(wanted, guest.coming, guest.name, guest.post, guest.body, guest.group)
        )

    def likely(self, wanted: str) -> tuple[Guest, ...]:
        """The same, first those who are called just so: a door shows but the first few."""
        here = {guest.id for guest in self.namesakes(wanted)}
        return tuple(sorted(self.search(wanted), key=lambda guest: guest.id not in here))


def blank(conference_id: UUID) -> GuestList:
    return GuestList()


@singledispatch
def evolve(fact: Fact, listed: GuestList) -> GuestList:
    return listed


def with_rows(fact: Fact, listed: GuestList) -> GuestList:
    if fact.originator_id in listed.groups:
        return without_group(fact, listed)
    by_id = rows(fact, listed.by_id)
    return listed if by_id is listed.by_id else replaced(listed, by_id=by_id)


def without_group(fact: Fact, listed: GuestList) -> GuestList:
    """A group that is withdrawn as a whole leaves the list; its places have facts of their own."""
    if not isinstance(fact, InvitationWithdrawn):
        return listed
    return replaced(listed, groups=listed.groups.delete(fact.originator_id))


for fact_class in ROW_FACTS:
    evolve.register(fact_class, with_rows)


@evolve.register
def _(fact: GroupInvited, listed: GuestList) -> GuestList:
    group = Group(
        fact.originator_id,
        fact.group,
        fact.body,
        standing(fact),
        fact.count,
        fact.invited_by,
        fact.site,
        fact.code,
        fact.note,
        fact.originator_version,
    )
    return replaced(listed, groups=listed.groups.set(group.id, group))


@evolve.register
def _(fact: GroupCounted, listed: GuestList) -> GuestList:
    group = listed.groups[fact.originator_id]
    counted = replaced(group, count=fact.count, version=fact.originator_version)
    groups = listed.groups.set(group.id, counted)
    return replaced(listed, groups=groups, by_id=recounted(fact, listed.by_id))


@evolve.register
def _(fact: GuestListImported, listed: GuestList) -> GuestList:
    return replaced(listed, imports=(*listed.imports, imported(fact)))


@evolve.register
def _(fact: GuestListImportUndone, listed: GuestList) -> GuestList:
    return replaced(listed, imports=undone(fact, listed.imports))
