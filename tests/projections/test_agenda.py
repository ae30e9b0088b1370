"""The agenda as a document: order, starts, gaps, overlaps."""

from datetime import timedelta

from builders import STAMP, at, folded, id
from builders_agenda import add, an_agenda
from hypothesis import given
from hypothesis import strategies as st

from conference.domain.agenda import Agenda
from events.base import Fact
from projections import agenda as document


def facts_of(agenda: Agenda) -> list[Fact]:
    return list(agenda.collect_events())  # type: ignore[arg-type]


def drafted(*names: str) -> tuple[Agenda, document.Agenda]:
    agenda = an_agenda()
    for name in names:
        add(agenda, name)
    return agenda, folded(document, facts_of(agenda))


def evolved(page: document.Agenda, agenda: Agenda) -> document.Agenda:
    for fact in facts_of(agenda):
        page = document.evolve(fact, page)
    return page


def test_linked_items_start_where_the_one_before_ends() -> None:
    agenda, page = drafted("a", "b")
    agenda.set_start(STAMP, at("08:00"))
    page = evolved(page, agenda)
    assert [item.starts_at for item in page.items] == [at("08:00"), at("08:10")]
    assert page.ends_at == at("08:20")


def test_starts_are_unknown_until_the_first_is_known() -> None:
    _, page = drafted("a", "b")
    assert [item.starts_at for item in page.items] == [None, None]
    assert page.ends_at is None


def test_a_fixed_start_leaves_a_gap_or_overlaps() -> None:
    agenda, page = drafted("a", "b", "c")
    agenda.set_start(STAMP, at("08:00"))
    agenda.time_item(STAMP, id("b"), 10, at("08:30"))
    agenda.time_item(STAMP, id("c"), 10, at("08:35"))
    page = evolved(page, agenda)
    assert [item.gap_minutes for item in page.items] == [0, 20, -5]
    assert [item.id for item in page.overlaps] == [id("c")]


def test_an_overlap_with_an_item_further_up_is_none_of_the_gaps() -> None:
    agenda, page = drafted("a", "b", "c", "d")
    agenda.set_start(STAMP, at("07:30"))
    agenda.time_item(STAMP, id("a"), 120, None)
    agenda.time_item(STAMP, id("b"), 10, at("08:00"))
    agenda.time_item(STAMP, id("c"), 10, at("08:30"))
    agenda.time_item(STAMP, id("d"), 10, at("09:20"))
    page = evolved(page, agenda)
    assert [item.gap_minutes for item in page.items] == [0, -90, -60, -10]
    agenda.time_item(STAMP, id("d"), 5, at("09:20"))
    page = evolved(page, agenda)
    agenda.release(STAMP, None, at("07:00"))
    page = evolved(page, agenda)
    assert page.released is not None
    assert page.ends_at == page.released.ends_at == at("09:30")


@given(
    st.lists(
        st.tuples(st.integers(1, 240), st.one_of(st.none(), st.integers(0, 1440))),
        min_size=1,
        max_size=9,
    )
)
def test_the_end_is_the_latest_and_a_gap_is_time_in_which_nothing_takes_place(
    timed: list[tuple[int, int | None]],
) -> None:
    agenda = an_agenda()
    agenda.set_start(STAMP, at("08:00"))
    for number, (minutes, fixed) in enumerate(timed):
        start = None if fixed is None else at("08:00") + timedelta(minutes=fixed)
        add(agenda, f"item {number}", minutes=minutes, fixed_start=start)
    page = folded(document, facts_of(agenda))
    spans = [(item.starts_at, item.ends_at) for item in page.items if item.starts_at]
    assert page.ends_at == max(ends for _, ends in spans if ends)
    for place, item in enumerate(page.items):
        before = [ends for _, ends in spans[:place] if ends]
        free = all(item.starts_at and item.starts_at >= ends for ends in before)
        assert (item.gap_minutes >= 0) is free
        if item.gap_minutes > 0 and before:
            gap = max(before), item.starts_at
            assert gap[1]
            assert gap[1] - gap[0] == timedelta(minutes=item.gap_minutes)


def test_a_fact_of_another_noun_leaves_the_same_document() -> None:
    from events.conference import ThemeChosen

    _, page = drafted("a")
    envelope = {"originator_id": id("x"), "originator_version": 2, "timestamp": STAMP.at}
    fact = ThemeChosen(**envelope, conference_id=id("x"), by=STAMP.by, theme="Đoàn kết")
    assert document.evolve(fact, page) is page


def test_a_move_by_steps_says_whom_to_stand_before() -> None:
    _, page = drafted("a", "b", "c")
    assert page.after(id("a"), 1) == id("c")
    assert page.after(id("a"), -1) == id("b")
    assert page.after(id("b"), 1) is None
    assert page.after(id("b"), -1) == id("a")


@given(st.lists(st.tuples(st.sampled_from("abcde"), st.sampled_from("abcde-")), max_size=12))
def test_document_and_aggregate_agree_on_the_order(moves: list[tuple[str, str]]) -> None:
    agenda, page = drafted(*"abcde")
    for item, before in moves:
        agenda.move_item(STAMP, id(item), None if before == "-" else id(before))
    page = evolved(page, agenda)
    assert list(page.order) == agenda.order
    assert page.version == agenda.version


@given(st.sampled_from("abcde"), st.sampled_from("abcde-"))
def test_moving_an_item_and_moving_it_back_changes_nothing(item: str, before: str) -> None:
    agenda, page = drafted(*"abcde")
    follower = page.after(id(item), 0)
    agenda.move_item(STAMP, id(item), None if before == "-" else id(before))
    agenda.move_item(STAMP, id(item), follower)
    assert evolved(page, agenda).items == page.items


@given(st.lists(st.integers(1, 240), min_size=1, max_size=20))
def test_minutes_sum_up_to_the_span(minutes: list[int]) -> None:
    agenda = an_agenda()
    agenda.set_start(STAMP, at("08:00"))
    for number, length in enumerate(minutes):
        add(agenda, f"item {number}", minutes=length)
    page = folded(document, facts_of(agenda))
    assert page.ends_at == at("08:00") + timedelta(minutes=sum(minutes))


def test_an_item_goes_from_waiting_through_started_to_finished() -> None:
    agenda, page = drafted("a")
    states = [page.items[0].state]
    agenda.start_item(STAMP, id("a"), at("08:01"))
    agenda.finish_item(STAMP, id("a"), at("08:12"))
    for fact in facts_of(agenda):
        page = document.evolve(fact, page)
        states.append(page.items[0].state)
    (item,) = page.items
    assert states == ["waiting", "started", "finished"]
    assert (item.started_at, item.finished_at) == (at("08:01"), at("08:12"))


def test_a_withdrawn_item_is_kept_with_its_reason_and_takes_no_time() -> None:
    agenda, page = drafted("a", "b")
    agenda.withdraw_item(STAMP, id("a"), "vắng")
    page = evolved(page, agenda)
    assert [(item.title, item.number) for item in page.items] == [("b", 1)]
    (gone,) = page.withdrawn
    assert (gone.title, gone.withdrawn, gone.state) == ("a", "vắng", "withdrawn")
    assert page.minutes == 10


def test_a_speech_says_whose_it_is_until_it_is_described_anew() -> None:
    agenda, page = drafted("a")
    said = {"unit": "Huyện An Biên", "title": "Tham luận"}
    agenda.schedule_speech(STAMP, id("s"), **said, minutes=8, speaker="Lê A", before=id("a"))
    page = evolved(page, agenda)
    assert [item.title for item in page.items] == ["Tham luận", "a"]
    agenda.describe_item(STAMP, id("s"), **said, speaker="Lê B", speaker_post="Phó Chủ tịch")
    (speech,) = evolved(page, agenda).speeches
    assert (speech.kind, speech.unit, speech.minutes) == ("speech", "Huyện An Biên", 8)
    assert (speech.speaker, speech.speaker_post) == ("Lê B", "Phó Chủ tịch")


def test_the_ceremony_starts_with_the_first_award() -> None:
    agenda, page = drafted("a")
    assert page.awards_start_at is None
    agenda.set_start(STAMP, at("08:00"))
    for name in ("b", "c"):
        add(agenda, name, kind="award")
    assert evolved(page, agenda).awards_start_at == at("08:10")


def test_an_empty_agenda_ends_when_it_starts() -> None:
    agenda, page = drafted()
    agenda.set_start(STAMP, at("08:00"))
    assert evolved(page, agenda).ends_at == at("08:00")
