"""The badges' document: whose badge is due, and what changes it."""

from typing import Any
from uuid import UUID

import pytest
from builders import KIEN_GIANG, STAMP, folded, id
from builders_invitation import a_place, a_walk_in, enter, facts_of, issued, replace_by

from conference.domain.badges import Badges
from conference.domain.invitation import Invitation
from projections import badges as document
from projections import guest_list
from projections.badges import Printing, printable


def listed(*invitations: Invitation) -> guest_list.GuestList:
    """The guest list of these; their facts are taken from them."""
    page: guest_list.GuestList = folded(guest_list, facts_of(*invitations))
    return page


def printed(*names: str, wording: int = 1, name: str = "first") -> Badges:
    noun = Badges.begin_for(STAMP, KIEN_GIANG)
    noun.print(STAMP, id(name), 7, "large", [(id(one), wording) for one in names])
    return noun


def test_nobody_has_a_badge_at_first() -> None:
    page, guests = document.blank(KIEN_GIANG), listed(issued("a"))
    assert (page.printings, page.size) == ((), "small")
    assert [(one.id, page.state(one)) for one in page.due(guests)] == [(id("a"), "due")]


def test_a_printing_says_who_when_and_in_which_size_and_that_stays_chosen() -> None:
    page = folded(document, facts_of(printed("a", "b")))
    first = Printing(id("first"), STAMP.at, STAMP.by, 7, "large", (id("a"), id("b")))
    assert (page.printings, page.size, page.by_id[id("first")]) == ((first,), "large", first)
    assert page.due(listed(issued("a"), issued("b"))) == ()


REWORDING: dict[str, Any] = {
    "a substitute": replace_by,
    "another name": lambda i: i.describe(STAMP, name="Nguyễn Thị Đào"),
    "another post": lambda i: i.describe(STAMP, post="Phó Giám đốc"),
    "another body": lambda i: i.describe(STAMP, body="Sở Nội vụ"),
    "an honorific": lambda i: i.describe(STAMP, honorific="Bà"),
    "another code": lambda i: i.reissue(STAMP, "mất thẻ"),
}
SILENT: dict[str, Any] = {
    "an entry": enter,
    "an answer": lambda i: i.accept(STAMP),
    "a phone": lambda i: i.describe(STAMP, phone="0912345678"),
    "an excuse": lambda i: i.excuse_absence(STAMP, "ốm"),
    "a rank": lambda i: i.describe(STAMP, post_rank=3),
}


@pytest.mark.parametrize("act", REWORDING)
def test_a_badge_that_says_something_else_is_due_again(act: str) -> None:
    guest = issued("a")
    REWORDING[act](guest)
    guests, page = listed(guest), folded(document, facts_of(printed("a")))
    assert [page.state(one) for one in page.due(guests)] == ["changed"]
    assert guests.by_id[id("a")].wording == guest.version


@pytest.mark.parametrize("act", REWORDING)
def test_a_name_tent_is_due_again_for_all_that_but_the_code(act: str) -> None:
    guest = issued("a")
    REWORDING[act](guest)
    noun = Badges.begin_for(STAMP, KIEN_GIANG)
    noun.print_tents(STAMP, id("tents"), 7, [(id("a"), 1)])
    guests, page = listed(guest), folded(document, facts_of(noun))
    now = "printed" if act == "another code" else "changed"
    assert page.tent_state(guests.by_id[id("a")]) == now
    assert page.state(guests.by_id[id("a")]) == "due"


@pytest.mark.parametrize("act", SILENT)
def test_what_a_badge_does_not_say_leaves_it_as_it_is(act: str) -> None:
    guest = issued("a")
    SILENT[act](guest)
    page = folded(document, facts_of(printed("a")))
    assert page.due(listed(guest)) == ()


def test_a_substitute_who_does_not_come_after_all_changes_the_badge_back() -> None:
    guest = issued("a")
    replace_by(guest)
    guest.accept(STAMP)
    assert listed(guest).by_id[id("a")].wording == 3


def test_who_does_not_come_gets_none_and_who_walked_in_does() -> None:
    a, b, c = issued("a"), issued("b"), issued("c", group="Tỉnh ủy", order=1)
    a.decline(STAMP, "ốm")
    b.withdraw(STAMP, "trùng")
    here, nowhere = a_walk_in(), a_walk_in("contested")
    enter(here)
    guests = listed(a, b, c, a_place(1, of=1), here, nowhere)
    everybody: list[UUID] = [one.id for one in printable(guests)]
    assert everybody == [id("c"), a_place(1, of=1).id, id("walk-in")]
