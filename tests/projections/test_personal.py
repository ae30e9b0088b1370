"""A guest's own part: the seat, the turns on stage, the speeches; and whom digits belong to."""

from dataclasses import replace

from builders_demo import DEMO, demo_folder, settings_in
from immutables import Map

from conference.rules.precedence import Standing
from conference.store import Store
from projections.guest import Guest, Substitute
from projections.library import Library, Shelf
from projections.personal import personal, phone_ends
from projections.seating_plan import SeatingPlan
from projections.sitting import Sitting


def demo() -> Shelf:
    store = Store(settings_in(demo_folder()))
    try:
        return Library(store.facts).shelf(DEMO)
    finally:
        store.close()


def test_a_recipient_sees_the_own_turns_and_nobody_elses() -> None:
    shelf = demo()
    linked = [one for one in shelf.run_sheet.recipients if one.guest]
    assert linked
    for one in linked:
        own = personal(shelf, shelf.guest_list.by_id[one.guest])  # type: ignore[index]
        assert one.line in {recipient.line for _, recipient in own.turns}
        assert {recipient.guest for _, recipient in own.turns} == {one.guest}


def test_a_seated_guest_sees_the_own_seat_and_others_none() -> None:
    shelf = demo()
    first, second, *_ = shelf.guest_list.guests
    sat = Sitting(first.id, "precedence")
    seated = replace(shelf, seating_plan=SeatingPlan(sittings=Map({"A-01": sat})))
    assert personal(seated, first).seat == "A-01"
    assert personal(seated, second).seat is None


def guest(phone: str | None, other: str | None = None) -> Guest:
    who = Substitute("Lê Văn Bê", None, "Phó Giám đốc", None, other) if other else None
    return Guest(DEMO, "person", "Sở", Standing("agency", 1), phone=phone, substitute=who)


def test_digits_are_the_ends_of_the_numbers_that_are_known() -> None:
    assert phone_ends(guest("0912 345.678")) == ("5678",)
    assert phone_ends(guest("0912345678", "+84 297 111 2222")) == ("5678", "2222")
    assert phone_ends(guest(None)) == phone_ends(guest("115")) == ()
