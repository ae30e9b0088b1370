"""What a release holds, what differs since, and what others than organisers go by."""

from copy import deepcopy

import pytest
from builders import STAMP, at, folded, id
from builders_agenda import add, an_agenda
from hypothesis import given
from hypothesis import strategies as st

from conference.domain.agenda import Agenda
from projections import agenda as document
from projections.agenda_item import AgendaItem
from projections.agenda_release import changes, out_of_order


def a_draft(*names: str) -> Agenda:
    agenda = an_agenda()
    agenda.set_start(STAMP, at("07:30"))
    for name in names:
        add(agenda, name, owner="Văn phòng")
    return agenda


def page(agenda: Agenda) -> document.Agenda:
    return folded(document, list(agenda.collect_events()))


def test_before_the_first_release_others_see_nothing() -> None:
    seen = page(a_draft("a", "b"))
    assert (seen.public.items, seen.unreleased, len(seen.items)) == ((), (), 2)


def test_what_is_played_before_the_first_release_is_seen_alone() -> None:
    draft = a_draft("a", "b", "c")
    draft.start_item(STAMP, id("b"), at("07:31"))
    draft.insert_item(STAMP, id("d"), kind="remarks", title="d", minutes=5, at=at("07:32"))
    seen = page(draft).public
    assert [(item.title, item.state) for item in seen.items] == [("b", "started"), ("d", "waiting")]
    assert (seen.starts_at, [item.starts_at for item in seen.items]) == (None, [None, None])


def test_a_release_stays_as_it_was_and_the_draft_goes_on() -> None:
    draft = a_draft("a", "b")
    draft.release(STAMP, None, at("07:00"))
    add(draft, "c", before=id("a"))
    draft.withdraw_item(STAMP, id("b"), "vắng")
    seen = page(draft)
    assert [item.title for item in seen.public.items] == ["a", "b"]
    assert [item.title for item in seen.items] == ["c", "a"]
    assert [(one.item.title, one.aspects) for one in seen.unreleased] == [
        ("c", ("added",)),
        ("a", ("start",)),
        ("b", ("withdrawn",)),
    ]


def test_what_becomes_of_an_item_on_the_day_is_seen_by_all() -> None:
    draft = a_draft("a", "b")
    draft.release(STAMP, None, at("07:00"))
    draft.start_item(STAMP, id("a"), at("07:31"))
    draft.skip_item(STAMP, id("b"), "hết giờ", at("07:32"))
    seen = page(draft)
    assert [item.state for item in seen.public.items] == ["started", "skipped"]
    assert seen.unreleased == ()


def test_who_has_to_be_told_is_whose_time_or_order_changed() -> None:
    draft = a_draft("a", "b", "c")
    draft.release(STAMP, None, at("07:00"))
    draft.move_item(STAMP, id("c"), id("a"))
    draft.describe_item(STAMP, id("a"), title="A mới", owner="Văn phòng")
    seen = page(draft)
    assert {one.item.id: one.concerns for one in seen.unreleased} == dict.fromkeys(
        (id("a"), id("b"), id("c")), True
    )
    assert {one.item.id for one in seen.unreleased if "moved" in one.aspects} == {id("c")}
    renamed = a_draft("a")
    renamed.release(STAMP, None, at("07:00"))
    renamed.describe_item(STAMP, id("a"), title="A mới", owner="Văn phòng")
    assert [(one.aspects, one.concerns) for one in page(renamed).unreleased] == [
        (("words",), False)
    ]


def told(agenda: Agenda) -> list[tuple[str | None, str]]:
    return [tuple(notice) for one in page(agenda).unreleased for notice in one.notices]


def a_speech(agenda: Agenda, **said: str) -> None:
    usual = {"unit": "Huyện An Biên", "title": "Kinh nghiệm", "minutes": 8}
    agenda.schedule_speech(STAMP, id("speech"), **{**usual, **said})  # type: ignore[arg-type]


def test_a_speech_that_another_unit_gives_concerns_both() -> None:
    draft = a_draft()
    a_speech(draft)
    draft.release(STAMP, None, at("07:00"))
    draft.describe_item(STAMP, id("speech"), title="Kinh nghiệm", unit="Huyện Hòn Đất")
    assert told(draft) == [("Huyện An Biên", "taken"), ("Huyện Hòn Đất", "added")]


def test_the_units_own_change_of_speaker_or_title_needs_no_telling() -> None:
    draft = a_draft()
    a_speech(draft, speaker="Bà Đào")
    draft.release(STAMP, None, at("07:00"))
    said = {"title": "Kinh nghiệm mới", "unit": "Huyện An Biên", "speaker": "Ông Bình"}
    draft.describe_item(STAMP, id("speech"), **said)
    assert told(draft) == []


def test_who_alone_speaks_is_told_of_another_hour_and_of_another_speaker() -> None:
    draft = a_draft("a")
    add(draft, "words")
    draft.describe_item(STAMP, id("words"), title="Phát biểu", speaker="Ông Lâm")
    draft.release(STAMP, None, at("07:00"))
    draft.time_item(STAMP, id("a"), 25, None)
    assert told(a_copy(draft)) == [("Văn phòng", "changed"), ("Ông Lâm", "changed")]
    draft.describe_item(STAMP, id("words"), title="Phát biểu", speaker="Bà Mai")
    assert told(draft)[1:] == [("Ông Lâm", "taken"), ("Bà Mai", "added")]


def test_what_is_new_or_gone_is_told_to_whom_it_belongs_and_a_break_to_nobody() -> None:
    draft = a_draft("a")
    draft.release(STAMP, None, at("07:00"))
    add(draft, "tea", kind="break")
    a_speech(draft)
    draft.withdraw_item(STAMP, id("a"), "bận")
    assert told(draft) == [("Huyện An Biên", "added"), ("Văn phòng", "withdrawn")]


def items(names: list[int]) -> list[AgendaItem]:
    return [AgendaItem(id(str(name)), "report", str(name), 10) for name in names]


@given(st.permutations(range(7)), st.integers(0, 6), st.integers(0, 6))
def test_one_move_is_told_as_at_most_one_item_moved(
    order: list[int], item: int, place: int
) -> None:
    rest = [name for name in order if name != item]
    after = [*rest[:place], item, *rest[place:]]
    moved = out_of_order(items(order), items(after))
    assert len(moved) <= 1
    assert bool(moved) == (after != order)


@given(st.permutations(range(6)), st.permutations(range(6)))
def test_putting_the_moved_items_back_makes_the_orders_one(
    before: list[int], after: list[int]
) -> None:
    moved = out_of_order(items(before), items(after))
    kept = [[one for one in order if id(str(one)) not in moved] for order in (before, after)]
    assert kept[0] == kept[1]


def test_an_agenda_compared_with_itself_has_not_changed() -> None:
    seen = page(a_draft("a", "b"))
    assert changes(seen.items, seen.items) == ()


def test_a_withdrawal_is_a_drafts_until_the_day_begins() -> None:
    draft = a_draft("a", "b", "c")
    draft.release(STAMP, None, at("07:00"))
    draft.withdraw_item(STAMP, id("b"), "vắng")
    assert [item.state for item in page(a_copy(draft)).public.items] == ["waiting"] * 3
    draft.start_item(STAMP, id("a"), at("07:31"))
    assert [item.state for item in page(draft).public.items] == ["started", "withdrawn", "waiting"]


def test_what_is_played_beside_the_release_is_seen_in_its_place() -> None:
    draft = a_draft("a", "c")
    draft.release(STAMP, None, at("07:00"))
    add(draft, "b", before=id("c"))
    add(draft, "d")
    draft.start_item(STAMP, id("b"), at("07:31"))
    assert [item.title for item in page(draft).public.items] == ["a", "b", "c"]


def a_copy(agenda: Agenda) -> Agenda:
    """The same agenda, its facts still pending in both."""
    return deepcopy(agenda)


def test_what_the_day_puts_in_is_seen_by_all_without_a_release() -> None:
    draft = a_draft("a", "b", "c")
    draft.withdraw_item(STAMP, id("c"), "bận")
    draft.release(STAMP, None, at("07:00"))
    draft.start_item(STAMP, id("a"), at("07:30"))
    said = {"kind": "remarks", "title": "Ý kiến", "minutes": 5}
    draft.insert_item(STAMP, id("new"), at=at("07:31"), **said)
    draft.reinstate_item(STAMP, id("c"), at("07:32"))
    add(draft, "later")
    seen = page(draft).public
    assert [item.id for item in seen.items] == [id(name) for name in ("a", "new", "b", "c")]
    assert [item.state for item in seen.items] == ["started", "waiting", "waiting", "waiting"]


def test_what_the_day_put_in_is_planned_once_it_is_released() -> None:
    draft = a_draft("a", "b")
    draft.release(STAMP, None, at("07:00"))
    draft.start_item(STAMP, id("a"), at("07:30"))
    draft.insert_item(STAMP, id("new"), kind="remarks", title="Ý kiến", minutes=5, at=at("07:31"))
    facts = list(draft.collect_events())
    put_in = folded(document, facts).by_id[id("new")]
    assert (put_in.minutes, put_in.given, put_in.inserted) == (0, 5, True)
    draft.release(STAMP, None, at("07:35"))
    seen = folded(document, facts + list(draft.collect_events()))
    released = seen.released.by_id[id("new")]  # type: ignore[union-attr]
    assert (released.minutes, released.given, released.inserted) == (5, 5, False)
    assert seen.unreleased == ()


@pytest.mark.parametrize(
    ("planned", "given", "minutes"), [(None, 8, 8), (9, None, 9), (9, 7, 7), (None, None, 5)]
)
def test_an_item_of_the_day_has_the_same_minutes_for_rules_and_readers(
    planned: int | None, given: int | None, minutes: int
) -> None:
    draft = a_draft("a")
    draft.release(STAMP, None, at("07:00"))
    draft.start_item(STAMP, id("a"), at("07:30"))
    draft.insert_item(STAMP, id("new"), kind="remarks", title="Ý kiến", minutes=5, at=at("07:31"))
    if planned is not None:
        draft.allot_item(STAMP, id("new"), 6, at("07:32"))
        draft.time_item(STAMP, id("new"), planned, None)
    if given is not None:
        draft.allot_item(STAMP, id("new"), given, at("07:33"))
    assert draft.items[id("new")].given == minutes
    draft.release(STAMP, None, at("07:35"))
    item = page(draft).by_id[id("new")]
    assert draft.items[id("new")].minutes == item.minutes == item.given == minutes


def test_a_release_resets_minutes_of_the_day_where_it_changes_the_plan() -> None:
    draft = a_draft("a", "b", "c")
    draft.release(STAMP, None, at("07:00"))
    draft.start_item(STAMP, id("a"), at("07:30"))
    for name in ("b", "c"):
        draft.allot_item(STAMP, id(name), 5, at("07:31"))
    draft.time_item(STAMP, id("b"), 15, None)
    draft.release(STAMP, None, at("07:35"))
    facts = list(draft.collect_events())
    seen = folded(document, facts).public
    assert [item.given for item in seen.items] == [10, 15, 5]
    draft.allot_item(STAMP, id("b"), 5, at("07:36"))
    (again,) = draft.collect_events()
    seen = folded(document, [*facts, again]).public
    assert [item.given for item in seen.items] == [10, 5, 5]
