"""How long items of a kind took in the past: by the facts, where enough were played."""

from datetime import timedelta

from builders import STAMP, at, folded, id
from builders_agenda import add, an_agenda

from projections import agenda as document
from projections.agenda import Agenda
from projections.past_durations import Durations, past_durations


def lived(kind: str, *minutes: int) -> Agenda:
    """An agenda whose items of a kind took these minutes, one after the other."""
    draft, now = an_agenda(), at("07:30")
    for number, took in enumerate(minutes):
        item = add(draft, f"{kind} {number}", kind=kind)
        draft.start_item(STAMP, item, now)
        now += timedelta(minutes=took)
        draft.finish_item(STAMP, item, now)
    return folded(document, list(draft.collect_events()))


def test_the_shortest_quarter_and_the_middle_of_all_conferences_are_told_by_kind() -> None:
    first, second = lived("speech", 6, 12, 8), lived("speech", 7, 9)
    assert past_durations([first, second]) == (Durations("speech", 5, 7, 8),)


def test_of_too_few_items_the_past_says_nothing() -> None:
    assert past_durations([lived("speech", 6, 7, 8, 9), lived("report", 10)]) == ()


def test_a_second_take_counts_as_time_and_what_never_ended_does_not_count() -> None:
    draft = an_agenda()
    add(draft, "a")
    draft.start_item(STAMP, id("a"), at("07:30"))
    draft.finish_item(STAMP, id("a"), at("07:40"))
    draft.retake_item(STAMP, id("a"), at("07:50"))
    running = folded(document, draft_facts := list(draft.collect_events()))
    assert past_durations([running] * 5) == ()
    draft.finish_item(STAMP, id("a"), at("07:55"))
    over = folded(document, draft_facts + list(draft.collect_events()))
    assert past_durations([over] * 5) == (Durations("report", 5, 15, 15),)
