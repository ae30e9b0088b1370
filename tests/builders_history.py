"""A generated history: the demo's facts, then whatever a day may bring, in any order."""

from collections.abc import Callable, Sequence
from datetime import timedelta
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from uuid import UUID, uuid5

from builders import DAY, STAMP, id
from hypothesis import strategies as st

from conference.config import Settings
from conference.domain.agenda import Agenda
from conference.domain.awards import Awards
from conference.domain.base import Noun
from conference.domain.conference import Conference
from conference.domain.invitation import Invitation
from conference.domain.seating import Seating
from conference.errors import Refused
from conference.importers.workbook import read_book
from conference.store import Store
from demo import make
from events.base import Fact

Act = Callable[["History"], None]


@cache
def demo_facts() -> tuple[Fact, ...]:
    """The demo conference's facts, as its workbook makes them."""
    with TemporaryDirectory() as folder:
        settings = Settings(data_dir=Path(folder), secret_key="a key for tests only")
        Store.migrate(settings)
        store = Store(settings)
        read_book(make.made()).take_over(store, STAMP, "Ban tổ chức")
        facts = tuple(fact for _, fact in store.facts(0, 100_000))
        store.close()
    return facts


class History:
    """A log in memory with the aggregates that its facts make; refused acts record nothing."""

    def __init__(self) -> None:
        self.log: list[Fact] = []
        self.nouns: dict[UUID, Any] = {}
        for fact in demo_facts():
            self.log.append(fact)
            self.nouns[fact.originator_id] = fact.mutate(self.nouns.get(fact.originator_id))
        self.conference_id = self.log[0].conference_id

    def read(self, after: int, limit: int) -> Sequence[tuple[int, Fact]]:
        """The store's reader over the log in memory: positions count from 1."""
        return list(enumerate(self.log[after : after + limit], after + 1))

    def the(self, kind: type[Noun]) -> Any:
        return next(noun for noun in self.nouns.values() if isinstance(noun, kind))

    def guests(self) -> list[Invitation]:
        """The invitations that are a guest's, in the order in which they came."""
        found = (noun for noun in self.nouns.values() if isinstance(noun, Invitation))
        return [noun for noun in found if noun.kind != "group"]

    def add(self, noun: Noun) -> None:
        self.nouns[noun.id] = noun
        self.log += noun.collect_events()  # type: ignore[arg-type]

    def act(self, noun: Noun, verb: str, /, *said: Any, **named: Any) -> None:
        """Do it, or leave everything as it is where a rule forbids it."""
        try:
            getattr(noun, verb)(STAMP, *said, **named)
        except Refused:
            return
        self.log += noun.collect_events()  # type: ignore[arg-type]


numbers = st.integers(0, 10_000)
WORDS = ("Nguyễn Thị Đào", "Ủy ban nhân dân huyện Gò Quao", "việc gia đình", "Ôn tập")


def arrival(n: int, name: str) -> Act:
    def act(history: History) -> None:
        guests = history.guests()
        guest, at = guests[n % len(guests)], DAY + timedelta(minutes=n % 90)
        said: dict[str, tuple[Any, ...]] = {
            "accept": (),
            "decline": (WORDS[2],),
            "withdraw": (WORDS[2],),
            "reissue": (WORDS[2],),
            "excuse_absence": (WORDS[2],),
            "revoke_excuse": (WORDS[2],),
        }
        if name == "check_in":
            history.act(guest, name, door="A", device="quầy 1", at=at)
        elif name == "reverse_check_in":
            history.act(guest, name, WORDS[2], at)
        elif name == "name_substitute":
            history.act(guest, name, name=WORDS[0], honorific=None, post="Phó phòng")
        else:
            history.act(guest, name, *said[name])

    return act


def programme(n: int, name: str, minutes: int) -> Act:
    def act(history: History) -> None:
        agenda = history.the(Agenda)
        order = list(agenda.order)
        if name == "add_item" or not order:
            item = uuid5(id("items"), str(len(history.log)))
            before = order[n % len(order)] if order else None
            said = {"kind": "remarks", "title": WORDS[3], "minutes": minutes, "before": before}
            history.act(agenda, "add_item", item, **said)
            return
        item = order[n % len(order)]
        said_of: dict[str, tuple[Any, ...]] = {
            "move_item": (order[(n * 7) % len(order)],),
            "time_item": (minutes, None),
            "withdraw_item": (WORDS[2],),
            "start_item": (DAY + timedelta(minutes=n % 90),),
            "finish_item": (DAY + timedelta(minutes=90),),
        }
        history.act(agenda, name, item, *said_of[name])

    return act


def stage(n: int, name: str) -> Act:
    def act(history: History) -> None:
        awards = history.the(Awards)
        if name == "set_stage_capacity":
            history.act(awards, name, 1 + n % 20)
        else:
            preset = ("decree_list", "flags_first")[n % 2]
            history.act(awards, name, preset, ("descending", "ascending")[n // 2 % 2])

    return act


def hall(n: int, name: str) -> Act:
    def act(history: History) -> None:
        seating, guests = history.the(Seating), history.guests()
        seats = sorted(seating.usable)
        seat, other = seats[n % len(seats)], seats[(n * 13) % len(seats)]
        guest = guests[n % len(guests)]
        said: dict[str, tuple[Any, ...]] = {
            "pin_seat": (seat, guest.id, "place"),
            "unpin_seat": (seat,),
            "swap_seats": (seat, other),
            "vacate_seat": (seat, WORDS[2]),
        }
        history.act(seating, name, *said[name])

    return act


def frame(n: int, name: str) -> Act:
    def act(history: History) -> None:
        said = {"retitle": (f"Hội nghị {n}", WORDS[1]), "open": (DAY,), "close": (DAY,)}
        history.act(history.the(Conference), name, *said[name])

    return act


ENTERING = ("check_in", "reverse_check_in", "excuse_absence", "revoke_excuse")
COMING = ("accept", "decline", "name_substitute", "withdraw", "reissue")
ITEMS = ("add_item", "move_item", "time_item", "withdraw_item", "start_item", "finish_item")

acts = st.one_of(
    st.builds(
        arrival,
        numbers,
        st.sampled_from(("check_in", "reverse_check_in", *COMING, "revoke_excuse")),
    ),
    st.builds(programme, numbers, st.sampled_from(ITEMS), st.integers(1, 240)),
    st.builds(stage, numbers, st.sampled_from(("set_stage_capacity", "choose_precedence"))),
    st.builds(hall, numbers, st.sampled_from(("pin_seat", "unpin_seat", "swap_seats"))),
    st.builds(hall, numbers, st.just("vacate_seat")),
    st.builds(frame, numbers, st.sampled_from(("retitle", "open", "close"))),
)
"""Anything that a day may bring."""
