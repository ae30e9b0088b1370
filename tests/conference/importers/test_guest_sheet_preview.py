"""A list beside the guests already invited: new, changed, unchanged, missing, and what is odd."""

from time import perf_counter
from typing import Any

from builders import KIEN_GIANG, STAMP
from builders_guest_sheet import entries
from builders_invitation import facts_of, issued

from conference.importers.guest_sheet_preview import Preview, previewed
from projections.guest_list import GuestList, blank, evolve

HERE = {"name": "Nguyễn Văn Hưng", "post": "Giám đốc", "body": "Sở Y tế"}
COLUMNS = frozenset({"name", "post", "body"})


def withdrawn(reason: str) -> GuestList:
    """A list on which Nguyễn Văn Hưng's invitation was withdrawn for this reason."""
    guest = issued("g0", **HERE)
    guest.withdraw(STAMP, reason)
    listed = blank(KIEN_GIANG)
    for fact in facts_of(guest):
        listed = evolve(fact, listed)
    return listed


def invited(*said: dict[str, Any]) -> GuestList:
    """A list of guests who are invited so, in this order."""
    listed = blank(KIEN_GIANG)
    for number, one in enumerate(said):
        for fact in facts_of(issued(f"g{number}", **{**one, "order": number})):
            listed = evolve(fact, listed)
    return listed


def look(*said: dict[str, Any], at: GuestList | None = None) -> Preview:
    return previewed(entries(*said), (), at or invited(), "Đại biểu", COLUMNS)


def states(preview: Preview) -> list[str]:
    return [row.state for row in preview.rows]


def codes(preview: Preview) -> list[list[str]]:
    return [[note.code for note in row.notes] for row in preview.rows]


def test_a_new_guest_is_asked_for_as_the_command_takes_it() -> None:
    (row,) = look({**HERE, "group": "KHỐI CÁC SỞ", "code": "K1"}).rows
    assert (row.state, row.notes) == ("added", ())
    assert {name: row.said[name] for name in ("kind", "bloc", "order", "group", "code")} == {
        "kind": "person",
        "bloc": "agency",
        "order": 1,
        "group": "KHỐI CÁC SỞ",
        "code": "K1",
    }


def test_the_same_list_again_says_nothing_new() -> None:
    twins = {**HERE, "phone": "0912345678"}, {**HERE, "phone": "0912345679"}
    preview = look(*reversed(twins), at=invited(*twins))
    assert (states(preview), preview.missing) == (["unchanged", "unchanged"], ())


def test_a_change_is_told_field_by_field() -> None:
    known = invited({**HERE, "phone": "0911111111"})
    (row,) = look({**HERE, "post": "Phó Giám đốc", "phone": "0922222222"}, at=known).rows
    assert row.state == "changed"
    assert row.changes == {
        "post": ("Giám đốc", "Phó Giám đốc"),
        "phone": ("0911111111", "0922222222"),
    }
    assert row.said == {"post": "Phó Giám đốc", "phone": "0922222222"}


def test_a_blank_cell_says_nothing_about_what_stands() -> None:
    known = invited({**HERE, "phone": "0911111111"})
    assert states(look(HERE, at=known)) == ["unchanged"]


def test_a_guest_is_recognised_without_diacritics_by_phone_and_by_post() -> None:
    known = invited(HERE, {"name": None, "post": "Giám đốc", "body": "Sở Nội vụ", "kind": "post"})
    without = look({**HERE, "name": "Nguyen Van Hung"}, at=known)
    assert without.rows[0].changes == {"name": ("Nguyễn Văn Hưng", "Nguyen Van Hung")}
    named = {"name": "Lê Thị Na", "post": "Giám đốc", "body": "Sở Nội vụ"}
    assert look(named, at=known).rows[0].changes == {"name": (None, "Lê Thị Na")}
    phone = {**HERE, "phone": "0912 345 678"}
    moved = {**HERE, "name": "Nguyễn Văn Hưngg", "body": "Sở Tư pháp", "phone": "+84912345678"}
    assert states(look(moved, at=invited(phone))) == ["changed"]


def test_a_guest_is_recognised_by_the_code_of_the_row_or_of_an_export() -> None:
    known = invited({**HERE, "code": "K7"})
    (guest,) = known.guests
    moved = {**HERE, "body": "Văn phòng UBND tỉnh"}
    assert states(look({**moved, "code": "K7"}, at=known)) == ["changed"]
    assert states(look({**moved, "code": "K8"}, at=known)) == ["added"]
    other = {"name": "Lê Thị Na", "body": "Văn phòng UBND tỉnh"}
    assert states(look({**other, "code": "K7"}, at=known)) == ["added"]
    assert states(look({**other, "code": str(guest.id)}, at=known)) == ["changed"]


def test_the_same_name_in_another_body_is_another_guest_and_pointed_out() -> None:
    preview = look({**HERE, "body": "Sở Tư pháp"}, at=invited(HERE))
    assert states(preview) == ["added"]
    assert codes(preview) == [["guest-sheet.homonym-listed"]]
    assert [guest.name for guest in preview.missing] == ["Nguyễn Văn Hưng"]


def test_whom_the_organiser_has_withdrawn_is_not_invited_again() -> None:
    preview = look(HERE, at=withdrawn("trùng người"))
    assert (states(preview), preview.taken, preview.missing) == (["withdrawn"], (), ())
    assert codes(preview) == [["guest-sheet.withdrawn"]]


def test_whom_an_undone_import_had_invited_is_invited_again_as_the_file_says() -> None:
    (row,) = look({**HERE, "post": "Phó Giám đốc"}, at=withdrawn("import")).taken
    assert (row.state, row.said) == ("again", {"post": "Phó Giám đốc"})


def test_a_guest_who_is_invited_goes_before_one_who_was_withdrawn() -> None:
    listed = withdrawn("import")
    for fact in facts_of(issued("now", **HERE)):
        listed = evolve(fact, listed)
    assert states(look(HERE, at=listed)) == ["unchanged"]


def test_a_row_that_repeats_another_is_taken_once() -> None:
    preview = look(HERE, HERE, {**HERE, "name": "nguyễn văn hưng"})
    assert states(preview) == ["added", "twice", "twice"]
    assert preview.rows[1].notes[0].facts == {"row": 2}


def test_two_names_that_only_diacritics_tell_apart_are_both_taken_and_pointed_out() -> None:
    preview = look(HERE, {**HERE, "name": "Nguyễn Văn Hùng"})
    assert states(preview) == ["added", "added"]
    assert codes(preview) == [[], ["guest-sheet.duplicate-row"]]


def test_nearly_the_same_name_in_the_same_body_is_pointed_out() -> None:
    preview = look(HERE, {**HERE, "name": "Nguyễn Văn Hưngg", "post": "Phó Giám đốc"})
    assert codes(preview) == [[], ["guest-sheet.near-row"]]
    far = look(HERE, {**HERE, "name": "Nguyễn Văn Hưngg", "body": "Sở Tư pháp"})
    assert codes(far) == [[], []]


def test_what_a_row_leaves_blank_is_pointed_out_and_nobody_is_not_taken() -> None:
    preview = look({"name": "Lê A"}, {"post": "Giám đốc"}, {"body": "Sở Y tế"})
    assert states(preview) == ["added", "added", "nobody"]
    assert codes(preview) == [
        ["guest-sheet.no-post"],
        ["guest-sheet.no-name"],
        ["guest-sheet.nobody"],
    ]


def test_a_group_keeps_the_spelling_that_it_has() -> None:
    """The builder's guests are of Sở, ban, ngành."""
    (row,) = look({**HERE, "group": "SỞ, BAN, NGÀNH"}, at=invited({**HERE, "name": "Lê A"})).rows
    assert (row.state, row.group, row.said["group"]) == ("added", *["Sở, ban, ngành"] * 2)


def test_the_gravest_rows_come_first() -> None:
    rows = {"name": "Lê A"}, {**HERE}, {**HERE, "name": "Nguyễn Văn Hùng"}, {"body": "Sở Y tế"}
    assert [row.entry.row for row in look(*rows).noted] == [5, 4, 2]


def test_the_digest_moves_with_the_list_and_with_the_file() -> None:
    one = look(HERE).digest
    assert one == look(HERE).digest
    assert one != look({**HERE, "post": "Phó Giám đốc"}).digest
    assert one != look(HERE, at=invited(HERE)).digest


def test_rows_that_all_look_alike_are_compared_in_bounded_time() -> None:
    """Names of the same initials and body: each with each would be 50 million comparisons."""
    same = [{"name": f"Nguyễn Văn H{number:05}", "post": "x"} for number in range(10_000)]
    begun = perf_counter()
    assert look(*same).count("added") == 10_000
    assert perf_counter() - begun < 30
