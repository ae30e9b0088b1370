"""The guest list: rows as the facts make them, order, groups, counts, search."""

from dataclasses import replace

from builders import KIEN_GIANG, STAMP, at, folded, id
from builders_invitation import a_group, a_place, a_walk_in, enter, facts_of, issued, replace_by

from conference.domain.guest_import import GuestImport
from conference.domain.invitation import Invitation
from conference.rules.precedence import Standing
from events.invitation import GroupCounted
from projections import guest_list as document
from projections.guest import Guest, Substitute
from projections.guest_list import Group, GuestList


def listed(*invitations: Invitation) -> GuestList:
    page: GuestList = folded(document, facts_of(*invitations))
    return page


def names(page: GuestList) -> list[str | None]:
    return [guest.name for guest in page.guests]


def row_of(invitation: Invitation) -> Guest:
    return listed(invitation).by_id[invitation.id]


def row_so_far(invitation: Invitation) -> Guest:
    """The row as of now, its facts left pending."""
    page: GuestList = folded(document, list(invitation.pending_events))  # type: ignore[arg-type]
    return page.by_id[invitation.id]


def test_a_row_says_who_is_invited() -> None:
    said = {"honorific": "Bà", "phone": "0912", "email": "a@b.vn", "vip": True, "code": "K1"}
    rank = {"tier": "central", "post_rank": 2, "former": True, "birth_date": "1960", "host": True}
    invitation = issued("a", **said, **rank, invited_by="UBND huyện", site="phu-quoc", note="x")
    assert row_of(invitation) == Guest(
        id=id("a"),
        kind="person",
        group="Sở, ban, ngành",
        standing=Standing("agency", 5, "central", False, True, 2, True, None, "1960"),
        name="a",
        post="Giám đốc",
        body="Sở",
        invited_by="UBND huyện",
        site="phu-quoc",
        note="x",
        **said,  # type: ignore[arg-type]
    )


def test_a_place_counts_within_its_group() -> None:
    place = a_place(3, of=8, invited_by="UBND huyện")
    assert row_of(place) == Guest(
        id=place.id,
        kind="place",
        group="Vân Hòa",
        standing=Standing("district", 9, number=3),
        body="Xã Vân Hòa",
        number=3,
        of=8,
        group_invitation=id("group"),
        invited_by="UBND huyện",
    )


def test_a_walk_in_stands_under_who_vouched() -> None:
    row = row_of(a_walk_in("Hồ Văn C"))
    assert (row.kind, row.name, row.note) == ("walk_in", "Hồ Văn C", "Trần Thị Đào")


def test_a_description_leaves_the_place_in_the_organisers_list() -> None:
    place = a_place(3, of=8)
    place.describe(STAMP, name="Lê Thị Bé", post_rank=2, former=True)
    row = row_of(place)
    assert (row.name, row.version) == ("Lê Thị Bé", 2)
    assert row.standing == Standing("district", 9, post_rank=2, former=True, number=3)


def test_a_substitute_comes_with_the_rank_of_the_own_post() -> None:
    invitation = issued("a", post_rank=1, in_post_since="2010", birth_date="1960")
    replace_by(invitation, "Phó", post_rank=3, phone="0913")
    row = row_of(invitation)
    assert (row.answer, row.coming, row.name) == ("substituted", "Phó", "a")
    assert row.substitute == Substitute("Phó", None, "Phó Giám đốc", 3, "0913")
    assert row.rank == Standing("agency", 5, post_rank=3, substitute=True)


def test_who_accepts_after_all_comes_in_person() -> None:
    invitation = issued("a", post_rank=1)
    replace_by(invitation)
    invitation.accept(STAMP)
    row = row_of(invitation)
    assert (row.answer, row.coming, row.substitute) == ("accepted", "a", None)
    assert row.rank == row.standing


def test_the_last_answer_stands_with_its_reason() -> None:
    invitation, answers = issued("a"), []
    for act in (
        lambda: invitation.decline(STAMP, "ốm"),
        lambda: replace_by(invitation),
        lambda: invitation.withdraw(STAMP, "trùng"),
        lambda: invitation.reissue(STAMP, "mời lại"),
    ):
        act()
        row = row_so_far(invitation)
        answers.append((row.answer, row.reason, row.invited, row.coming, row.revision))
    assert answers == [
        ("declined", "ốm", False, "a", 0),
        ("substituted", None, True, "Phó", 0),
        ("withdrawn", "trùng", False, "a", 0),
        ("invited", None, True, "a", 1),
    ]


def test_who_declined_and_came_is_a_guest_again() -> None:
    invitation = issued("a")
    invitation.decline(STAMP, "ốm")
    enter(invitation)
    row = row_of(invitation)
    assert (row.answer, row.reason, row.state) == ("accepted", None, "present")


def test_the_state_is_what_the_door_sees() -> None:
    invitation = issued("a")
    states = [row_so_far(invitation).state]
    for act in (
        lambda: invitation.excuse_absence(STAMP, "ốm"),
        lambda: enter(invitation),
        lambda: invitation.reverse_check_in(STAMP, "nhầm", at("07:40")),
        lambda: invitation.withdraw(STAMP, "trùng"),
    ):
        act()
        states.append(row_so_far(invitation).state)
    assert states == ["expected", "excused", "present", "excused", "withdrawn"]


def test_guests_stand_in_order_of_precedence() -> None:
    first, second, last = (issued(n, post_rank=r) for n, r in (("b", 1), ("a", 2), ("c", None)))
    assert names(listed(last, second, first)) == ["b", "a", "c"]


def test_an_exception_stands_directly_before_whom_it_names() -> None:
    guests = [issued(name, post_rank=rank) for rank, name in enumerate("abcd", 1)]
    guests[3].override_precedence(STAMP, id("b"), "khách của Bí thư")
    assert names(listed(*guests)) == ["a", "d", "b", "c"]


def test_exceptions_that_follow_each_other_are_all_kept() -> None:
    """a before c, c before b: each stands where it was said to, whatever the rule says."""
    a, b, c = (issued(name, post_rank=rank) for rank, name in enumerate("abc", 1))
    a.override_precedence(STAMP, id("c"), "")
    c.override_precedence(STAMP, id("b"), "")
    assert names(listed(a, b, c)) == ["a", "c", "b"]
    x, y, z = (issued(name, post_rank=rank) for rank, name in enumerate("xyz", 1))
    y.override_precedence(STAMP, id("z"), "")
    z.override_precedence(STAMP, id("x"), "")
    assert names(listed(x, y, z)) == ["y", "z", "x"]


def test_exceptions_in_a_circle_or_to_nobody_leave_the_rule() -> None:
    a, b, c, d = (issued(name, post_rank=rank) for rank, name in enumerate("abcd", 1))
    c.override_precedence(STAMP, id("d"), "")
    d.override_precedence(STAMP, id("c"), "")
    b.override_precedence(STAMP, id("nobody"), "")
    assert names(listed(d, c, b, a)) == ["a", "b", "c", "d"]


def test_groups_follow_the_organisers_order_each_in_precedence() -> None:
    low = issued("low", group="Báo chí", order=2, post_rank=9)
    high = issued("high", group="Báo chí", order=7, post_rank=1)
    page = listed(high, a_group(None, order=3), issued("first", group="Tỉnh ủy", order=1), low)
    assert page.group_names == ("Tỉnh ủy", "Báo chí", "Vân Hòa")
    assert [(name, [guest.name for guest in guests]) for name, guests in page.grouped] == [
        ("Tỉnh ủy", ["first"]),
        ("Báo chí", ["high", "low"]),
        ("Vân Hòa", []),
    ]


def test_a_group_is_kept_with_its_count_until_it_is_withdrawn() -> None:
    group = a_group(None, invited_by="UBND huyện", note="chưa rõ", code="G1")
    group.count_group(STAMP, 8)
    page = listed(group)
    standing = Standing("district", 9)
    said = ("UBND huyện", "", "G1", "chưa rõ", 2)
    known = Group(group.id, "Vân Hòa", "Xã Vân Hòa", standing, 8, *said)
    assert dict(page.groups) == {group.id: known}
    group.withdraw(STAMP, "trùng")
    for fact in facts_of(group):
        page = document.evolve(fact, page)
    assert page == GuestList()


def test_places_count_out_of_the_groups_new_count() -> None:
    group = a_group(2)
    page = listed(group, a_place(1, of=2), a_place(2, of=2), issued("b"))
    group.count_group(STAMP, 8)
    (counted,) = facts_of(group)
    assert isinstance(counted, GroupCounted)
    page = document.evolve(counted, page)
    assert sorted((row.number, row.of) for row in page.by_id.values()) == [(0, 0), (1, 8), (2, 8)]


def test_answers_are_counted() -> None:
    a, b, c, d = (issued(name) for name in "abcd")
    a.accept(STAMP)
    b.decline(STAMP, "ốm")
    c.withdraw(STAMP, "trùng")
    replace_by(d)
    counts = dict.fromkeys(("accepted", "declined", "substituted", "withdrawn", "invited"), 1)
    assert listed(a, b, c, d, issued("e")).counts == counts


def test_whom_to_ask_about_when_a_name_is_said_at_a_desk() -> None:
    declined, sent, gone = issued("Lê An"), issued("Trần Bình"), issued("Hồ Cúc")
    declined.decline(STAMP, "ốm")
    sent.name_substitute(STAMP, name="Đỗ Dung", honorific=None, post="Chuyên viên")
    gone.withdraw(STAMP, "trùng")
    page = listed(issued("Nguyễn Văn An"), declined, sent, gone)
    said = ("ÔNG NGUYEN VAN AN", "Bà Lê An", "đ/c Trần Bình, Sở Y tế", "Đỗ Dung", "Hồ Cúc", "An")
    asked = [[one.name for one in page.namesakes(name)] for name in said]
    assert asked == [["Nguyễn Văn An"], ["Lê An"], ["Trần Bình"], ["Trần Bình"], [], []]


def test_who_is_called_just_as_somebody_types_comes_first() -> None:
    page = listed(issued("Đoàn Quân", tier="central"), issued("Đỗ An"))
    assert [one.name for one in page.search("Ông Đỗ An")] == ["Đoàn Quân", "Đỗ An"]
    assert [one.name for one in page.likely("Ông Đỗ An")] == ["Đỗ An", "Đoàn Quân"]


def test_homonyms_are_pointed_out_while_both_are_invited() -> None:
    a, b, c = issued("Đỗ An"), issued("Do An"), issued("Đỗ Ân Cần")
    assert listed(a, b, c).homonyms == {id("Đỗ An"), id("Do An")}
    other = issued("Do An")
    other.withdraw(STAMP, "trùng")
    assert listed(issued("Đỗ An"), other).homonyms == frozenset()


def test_guests_are_found_by_whoever_comes_and_by_whom_was_invited() -> None:
    a = issued("Nguyễn Thị Hoa", body="Sở Y tế")
    replace_by(a, "Đặng Văn Đông")
    page = listed(a, issued("Lê Bình", body="Sở Tài chính"))
    found = {wanted: len(page.search(wanted)) for wanted in ("hoa", "dong", "so", "dvd", "xyz")}
    assert found == {"hoa": 1, "dong": 1, "so": 2, "dvd": 1, "xyz": 0}


def test_a_guest_is_found_without_diacritics_by_initials_and_by_body() -> None:
    page = listed(issued("Nguyễn Văn Hưng", body="Sở Y tế"), issued("Đỗ Thanh", body="Sở Đất đai"))
    for wanted in ("nvh", "NVH", "nguyen hung", "NGUYỄN VĂN", "so y te", "hung y te"):
        assert [guest.name for guest in page.search(wanted)] == ["Nguyễn Văn Hưng"], wanted
    for wanted in ("do thanh", "đỗ th", "dat dai", "dt"):
        assert [guest.name for guest in page.search(wanted)] == ["Đỗ Thanh"], wanted


def test_whom_the_rule_does_not_tell_apart_stand_in_vietnamese_order() -> None:
    names = ("Lê Ân", "Trần Đức", "Lê An", "Bùi Ánh", "Lê Dung", "Đỗ An", "Võ Âu", "Cao Ăm")
    assert [guest.name for guest in listed(*map(issued, names)).guests] == [
        *("Đỗ An", "Lê An", "Bùi Ánh", "Cao Ăm", "Lê Ân", "Võ Âu", "Lê Dung", "Trần Đức"),
    ]


def test_groups_of_one_place_stand_in_vietnamese_order() -> None:
    groups = ("Ủy ban", "Đoàn", "Dân vận", "Ban Dân tộc")
    page = listed(*(issued(name, group=name) for name in groups))
    assert page.group_names == ("Ban Dân tộc", "Dân vận", "Đoàn", "Ủy ban")


def test_imports_are_listed_with_what_they_brought_and_when_they_were_undone() -> None:
    counts = {"added": 2, "changed": 1, "unchanged": 40, "missing": 3}
    said = {"number": 1, "file": "khach.xlsx", "sha256": "0" * 64, "sheet": "Khách", **counts}
    ids = {"guests": [id("a"), id("b"), id("c")], "versions": [1, 1, 2]}
    accepted = GuestImport.accept(STAMP, KIEN_GIANG, **said, **ids)
    (one,) = listed(accepted).imports
    assert (one.file, one.sheet, one.by, one.at) == ("khach.xlsx", "Khách", STAMP.by, STAMP.at)
    assert (one.added, one.changed, one.unchanged, one.missing) == (2, 1, 40, 3)
    assert one.undone_at is None
    again = GuestImport.accept(STAMP, KIEN_GIANG, **said, **ids)
    again.undo(STAMP, withdrawn=2, restored=1, kept=0)
    (undone,) = listed(again).imports
    assert undone == replace(one, undone_at=STAMP.at)


def test_facts_of_others_leave_the_same_list() -> None:
    from builders_agenda import an_agenda

    agenda = an_agenda()
    agenda.set_start(STAMP, at("08:00"))
    page = document.blank(KIEN_GIANG)
    for fact in facts_of(agenda):
        assert document.evolve(fact, page) is page
