"""A list is accepted as one save and taken back as one, on either store."""

from collections import Counter
from typing import Any
from uuid import UUID

import pytest
from builders import STAMP, at, id
from builders_commands import HERE, at_once, plan, recorded, shelf_of

from conference.commands.guest_import import Asked, ListFile, import_guests, undo_guest_import
from conference.commands.invitation import describe_guest, issue_invitation
from conference.domain.invitation import Invitation
from conference.errors import NotFound, Refused
from conference.store import Store
from events.guest_import import GuestListImported, GuestListImportUndone
from events.invitation import GuestDescribed, InvitationIssued
from events.invitation_answers import InvitationReissued, InvitationWithdrawn

FILE = ListFile("khach.xlsx", "0" * 64, "Khách", 3, 2)
WHO: dict[str, Any] = {"kind": "person", "honorific": None, "post": "Giám đốc", "body": "Sở"}
PLACE: dict[str, Any] = {"group": "Sở, ban, ngành", "bloc": "agency", "order": 5}


def new(name: str) -> Asked:
    return Asked("added", None, {**WHO, **PLACE, "name": name}, {})


def change(guest: str, old: str, post: str) -> Asked:
    return Asked("changed", id(guest), {"post": post}, {"post": old})


def accept(store: Store, *asked: Asked, number: int = 1) -> UUID:
    return import_guests(store, STAMP, **HERE, number=number, file=FILE, asked=asked)


def invite(store: Store, name: str) -> None:
    issue_invitation(store, STAMP, **HERE, guest=id(name), name=name, **WHO, **PLACE)


def undo(store: Store, imported: UUID, **said: Any) -> Counter[str]:
    fates = undo_guest_import(store, STAMP, **HERE, imported=imported, **said)
    return Counter(fate for _, fate in fates)


def test_a_list_is_one_save_and_says_what_it_brought(store: Store) -> None:
    plan(store)
    invite(store, "An")
    before = store.head()
    accept(store, new("Bình"), change("An", "Giám đốc", "Phó Giám đốc"))
    facts = recorded(store, before)
    assert [kind for kind, _ in facts] == [InvitationIssued, GuestDescribed, GuestListImported]
    said = facts[-1][1]
    assert (said["added"], said["changed"], said["unchanged"], said["missing"]) == (1, 1, 3, 2)
    assert (said["guests"][1], said["versions"]) == (id("An"), [1, 2])
    (one,) = shelf_of(store).guest_list.imports
    assert (one.file, one.added, one.undone_at) == ("khach.xlsx", 1, None)


def test_nothing_is_recorded_when_one_guest_has_been_changed_since(store: Store) -> None:
    plan(store)
    invite(store, "An")
    describe_guest(store, STAMP, **HERE, guest=id("An"), post="Chánh Văn phòng")
    before = store.head()
    with pytest.raises(Refused, match=r"guest-import\.moved"):
        accept(store, new("Bình"), change("An", "Giám đốc", "Phó Giám đốc"))
    assert store.head() == before


def test_of_two_that_accept_at_once_one_is_refused(store: Store) -> None:
    plan(store)
    outcomes = at_once(*[lambda: accept(store, new("An"), new("Bình"))] * 2)
    assert sum(isinstance(one, UUID) for one in outcomes) == 1
    assert [one.code for one in outcomes if isinstance(one, Refused)] == ["guest-import.moved"]
    assert len(shelf_of(store).guest_list.guests) == 2


def test_an_import_is_looked_at_before_it_is_taken_back(store: Store) -> None:
    plan(store)
    imported = accept(store, new("An"), new("Bình"))
    before = store.head()
    assert undo(store, imported, looking=True) == {"withdrawn": 2}
    assert store.head() == before


def test_taking_back_is_one_save_and_leaves_who_has_moved_on(store: Store) -> None:
    plan(store)
    invite(store, "Cũ")
    imported = accept(store, new("An"), new("Bình"), change("Cũ", "Giám đốc", "Phó Giám đốc"))
    binh = next(g.id for g in shelf_of(store).guest_list.guests if g.name == "Bình")
    store.change(Invitation, binh, lambda i: i.check_in(STAMP, "A", "quầy 1", at("07:30")))
    before = store.head()
    assert undo(store, imported) == {"withdrawn": 1, "present": 1, "restored": 1}
    kinds = [kind for kind, _ in recorded(store, before)]
    assert kinds[-1] is not InvitationIssued
    assert Counter(kinds) == {
        InvitationWithdrawn: 1,
        GuestDescribed: 1,
        GuestListImportUndone: 1,
    }
    listed = shelf_of(store).guest_list
    assert {g.name: (g.state, g.post) for g in listed.guests} == {
        "An": ("withdrawn", "Giám đốc"),
        "Bình": ("present", "Giám đốc"),
        "Cũ": ("expected", "Giám đốc"),
    }
    assert listed.imports[0].undone_at is not None


def test_whom_an_undone_import_had_invited_the_next_one_invites_again(store: Store) -> None:
    plan(store)
    undo(store, accept(store, new("An")))
    (guest,) = shelf_of(store).guest_list.guests
    before = store.head()
    again = Asked("again", guest.id, {"post": "Phó Giám đốc"}, {"post": "Giám đốc"})
    second = accept(store, again, number=2)
    assert recorded(store, before)[0] == (InvitationReissued, {"revision": 1, "reason": "import"})
    (guest,) = shelf_of(store).guest_list.guests
    assert (guest.state, guest.post) == ("expected", "Phó Giám đốc")
    assert undo(store, second) == {"withdrawn": 1}


def test_imports_are_taken_back_from_the_newest_to_the_oldest(store: Store) -> None:
    plan(store)
    first = accept(store, new("An"))
    (guest,) = shelf_of(store).guest_list.guests
    changed = Asked("changed", guest.id, {"post": "Phó"}, {"post": "Giám đốc"})
    second = accept(store, changed, number=2)
    with pytest.raises(Refused, match=r"guest-import\.nothing-left"):
        undo(store, first)
    assert undo(store, second) == {"restored": 1}
    assert undo(store, first) == {"withdrawn": 1}


def test_another_conferences_import_is_not_to_be_found(store: Store) -> None:
    plan(store)
    plan(store, conference_id=id("other"), code="other")
    imported = accept(store, new("An"))
    with pytest.raises(NotFound):
        undo_guest_import(store, STAMP, conference_id=id("other"), imported=imported)
