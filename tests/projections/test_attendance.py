"""Attendance: invited, present, excused and absent, in all, by group and by site."""

from typing import Any

from builders import STAMP, at, folded, id
from builders_invitation import a_group, a_place, a_walk_in, enter, facts_of, issued, replace_by
from hypothesis import given
from hypothesis import strategies as st

from conference.domain.invitation import Invitation
from conference.errors import Refused
from projections import attendance as document
from projections.attendance import Attendance, Count


def counted(*invitations: Invitation) -> Attendance:
    page: Attendance = folded(document, facts_of(*invitations))
    return page


def figures(page: Attendance) -> tuple[int, int, int, int]:
    return page.invited, page.present, page.excused, page.absent


def test_nobody_is_invited_to_an_empty_conference() -> None:
    page = counted()
    assert (figures(page), page.groups, page.sites) == ((0, 0, 0, 0), (), ())


def test_absent_are_the_invited_who_are_not_present_the_excused_among_them() -> None:
    a, b, c = issued("a"), issued("b"), issued("c")
    enter(a)
    b.excuse_absence(STAMP, "ốm")
    page = counted(a, b, c)
    assert page.groups == (Count("Sở, ban, ngành", 5, invited=3, present=1, excused=1),)
    assert figures(page) == (3, 1, 1, 2)


def test_who_declined_or_was_withdrawn_is_not_expected() -> None:
    a, b, c, d = (issued(name) for name in "abcd")
    a.excuse_absence(STAMP, "ốm")
    a.decline(STAMP, "ốm")
    b.excuse_absence(STAMP, "ốm")
    b.withdraw(STAMP, "trùng")
    replace_by(c)
    d.withdraw(STAMP, "trùng")
    d.reissue(STAMP, "mời lại")
    assert figures(counted(a, b, c, d)) == (2, 0, 1, 3)


def test_who_declined_and_came_is_invited_and_present() -> None:
    a = issued("a")
    a.decline(STAMP, "ốm")
    enter(a)
    assert figures(counted(a)) == (1, 1, 0, 0)


def test_an_entry_ends_the_excuse_and_its_reversal_the_presence_alone() -> None:
    a = issued("a")
    a.excuse_absence(STAMP, "ốm")
    enter(a)
    a.reverse_check_in(STAMP, "nhầm", at("07:40"))
    page = counted(a)
    assert figures(page) == (1, 0, 1, 1)


def test_a_group_counts_its_places_and_an_unknown_count_nothing() -> None:
    unknown = a_group(None, "unknown", group="Báo chí", order=3)
    page = counted(unknown, a_group(2), a_place(1, of=2), a_place(2, of=2))
    assert page.groups == (Count("Báo chí", 3), Count("Vân Hòa", 9, invited=2))
    assert figures(page) == (2, 0, 0, 2)


def test_a_walk_in_is_invited_and_present() -> None:
    walk_in = a_walk_in()
    enter(walk_in)
    page = counted(walk_in, issued("a"))
    *_, group = page.groups
    assert group == Count("walk_in", 100_000, invited=1, present=1, walked_in=1)
    assert (page.summoned, page.came, page.absent, page.walked_in) == (1, 0, 1, 1)


def test_sites_and_groups_are_two_views_of_the_same_guests() -> None:
    here, there = issued("a"), issued("b", site="phu-quoc")
    other = issued("c", site="phu-quoc", group="Tỉnh ủy", order=1)
    enter(there)
    page = counted(here, there, other)
    tops = (Count("Tỉnh ủy", 1, invited=1), Count("Sở, ban, ngành", 5, invited=2, present=1))
    assert page.groups == tops
    assert page.sites == (Count("", 5, invited=1), Count("phu-quoc", 1, invited=2, present=1))


def test_a_group_stands_where_its_first_guest_stands() -> None:
    page = counted(issued("a", order=7), issued("b", order=2), issued("c", group="Z", order=3))
    assert [(group.group, group.order) for group in page.groups] == [
        ("Sở, ban, ngành", 2),
        ("Z", 3),
    ]


ACTS: dict[str, Any] = {
    "accept": lambda i: i.accept(STAMP),
    "decline": lambda i: i.decline(STAMP, "ốm"),
    "substitute": replace_by,
    "withdraw": lambda i: i.withdraw(STAMP, "trùng"),
    "reissue": lambda i: i.reissue(STAMP, "mời lại"),
    "enter": enter,
    "reverse": lambda i: i.reverse_check_in(STAMP, "nhầm", at("07:40")),
    "excuse": lambda i: i.excuse_absence(STAMP, "ốm"),
    "revoke": lambda i: i.revoke_excuse(STAMP, "về"),
}


@given(st.lists(st.tuples(st.integers(0, 3), st.sampled_from(sorted(ACTS))), max_size=30))
def test_the_carried_totals_are_what_a_recount_gives(acts: list[tuple[int, str]]) -> None:
    guests = [issued("a"), issued("b", group="Tỉnh ủy"), issued("c", site="x"), a_place()]
    for number, act in acts:
        try:
            ACTS[act](guests[number])
        except Refused:
            continue
    page = counted(*guests)
    invited = [guest for guest in guests if guest.answer not in ("declined", "withdrawn")]
    present = sum(guest.present for guest in guests)
    declined = sum(guest.answer == "declined" for guest in guests)
    excused = sum(guest.excuse is not None for guest in invited) + declined
    absent = len(invited) + declined - present
    assert figures(page) == (len(invited), present, excused, absent)
    for counts in (page.groups, page.sites):
        assert sum(count.absent for count in counts) == page.absent


@given(st.lists(st.sampled_from(sorted(ACTS)), max_size=15))
def test_the_row_and_the_invitation_agree(acts: list[str]) -> None:
    guest = issued("a")
    for act in acts:
        try:
            ACTS[act](guest)
        except Refused:
            continue
    answer, present, excuse = guest.answer, guest.present, guest.excuse
    substitute, revision, version = guest.substitute, guest.revision, guest.version
    row = counted(guest).by_id[id("a")]
    assert (row.answer, row.present, row.excuse) == (answer, present, excuse)
    assert (row.revision, row.version) == (revision, version)
    assert (row.substitute and tuple(vars(row.substitute).values())) == substitute
