"""Speeches put in another order: every order is reached, and all other items stay in place."""

from typing import Any

from builders import KIEN_GIANG, STAMP, at, given, id
from hypothesis import given as drawn
from hypothesis import strategies as st

from conference.domain.agenda import Agenda


def an_agenda(kinds: list[str]) -> Agenda:
    """Items in this order: "s" a speech, "f" one with a fixed start, anything else a break."""

    def fill(agenda: Agenda) -> None:
        for number, kind in enumerate(kinds):
            said: dict[str, Any] = {"title": str(number), "minutes": 5}
            if kind in "sf":
                fixed = at("09:00") if kind == "f" else None
                agenda.schedule_speech(STAMP, id(f"{number}"), unit="x", fixed_start=fixed, **said)
            else:
                agenda.add_item(STAMP, id(f"{number}"), kind="break", **said)

    return given(lambda: Agenda.draft(STAMP, KIEN_GIANG), fill)


@drawn(st.lists(st.sampled_from("sfb"), max_size=12), st.randoms(use_true_random=False))
def test_every_order_is_reached_and_nothing_else_moves(kinds: list[str], chance: Any) -> None:
    agenda = an_agenda(kinds)
    before = list(agenda.order)
    free = [one for one, kind in zip(before, kinds, strict=True) if kind == "s"]
    wanted = chance.sample(free, len(free))
    agenda.arrange_speeches(STAMP, wanted)
    assert [one for one in agenda.order if one in set(free)] == wanted
    places = [(at, one) for at, one in enumerate(before) if one not in set(free)]
    assert [(at, one) for at, one in enumerate(agenda.order) if one not in set(free)] == places
    agenda.collect_events()
    agenda.arrange_speeches(STAMP, wanted)
    assert list(agenda.collect_events()) == []
