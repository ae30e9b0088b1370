"""What holds of every ceremony, whoever comes late, is missing, or is edited while it goes on."""

from collections import Counter
from typing import Any

from builders import KIEN_GIANG, STAMP, id
from builders_awards import CERTIFICATE, FLAG, register
from builders_invitation import enter, facts_of, issued
from builders_stage import Played
from hypothesis import given
from hypothesis import strategies as st

from conference.domain.awards import Awards
from conference.domain.invitation import Invitation
from projections.ceremony_row import CALLED

ORDERS = "huan_chuong_lao_dong"
ACTS = ("press", "arrive", "end", "later", "representative", "lift", "reach", "back", "accept")
CHANGES = ("move", "phonetic", "split")

groups = st.lists(
    st.tuples(st.sampled_from([FLAG, CERTIFICATE, ORDERS]), st.integers(1, 4)),
    min_size=1,
    max_size=3,
)
steps = st.lists(st.tuples(st.sampled_from(ACTS + CHANGES), st.integers(0, 11)), max_size=40)


class Lived:
    """A ceremony with guests, lived step by step."""

    def __init__(self, groups: list[tuple[str, int]], here: int, capacity: int) -> None:
        self.names = [f"{d}.{n}" for d, (_, count) in enumerate(groups) for n in range(count)]
        self.awards = Awards.begin_for(STAMP, KIEN_GIANG)
        for d, (award, count) in enumerate(groups):
            level = "president" if award == ORDERS else "province"
            names = [f"{d}.{n}" for n in range(count)]
            register(f"d{d}", *names, award=award, level=level, number=f"{d}/QĐ")(self.awards)
        self.awards.set_stage_capacity(STAMP, capacity)
        self.guests = {name: issued(name) for name in self.names}
        for n, (name, guest) in enumerate(self.guests.items()):
            self.awards.link_recipient(STAMP, id(name), id(name))
            if here >> n & 1:
                enter(guest, "07:30")
        someone: Invitation = issued("someone")
        enter(someone, "07:00")
        self.played = Played(*facts_of(self.awards, *self.guests.values(), someone))

    def step(self, act: str, n: int) -> None:
        name = self.names[n % len(self.names)]
        stage, played = self.played.stage, self.played
        if act == "press":
            played.press()
        elif act == "arrive":
            if not self.guests[name].present:
                enter(self.guests[name], "10:30")
        elif act in ("end", "later", "representative"):
            who = "Người khác" if act == "representative" else None
            played.act(stage.settle_absence, id(name), act, name=who)
        elif act in ("lift", "reach"):
            played.act(stage.lift_absence if act == "lift" else stage.reach, id(name))
        elif act == "back":
            if played.now.cue and played.now.cue.kind in ("call", "reading"):
                played.act(stage.revert_cue, played.now.cue.key)
        else:
            self.change(act, name, n)
        played.take(*facts_of(self.awards, *self.guests.values()))

    def change(self, act: str, name: str, n: int) -> None:
        turns = self.awards.turns
        turn = turns[n % len(turns)]
        if act == "move":
            self.awards.move_turn(STAMP, turn.id, turns[0].id if turn != turns[0] else None)
        elif act == "phonetic":
            self.awards.note_phonetic(STAMP, id(name), f"đọc {n}")
        elif act == "split" and len(turn.lines) > 1:
            self.awards.split_turn(
                STAMP, turn.id, turn.lines[-1], id(f"split {len(self.played.facts)}")
            )


def called(lived: Lived) -> Counter[str]:
    rows = lived.played.now.run.rows.values() if lived.played.now.run else ()
    return Counter(place.name for row in rows for place in row if not place.gap)


@given(groups, st.integers(0, 4095), st.integers(1, 4), steps)
def test_nobody_is_called_twice_or_missing_and_nothing_is_shown_before_it_was_read(
    groups: list[tuple[str, int]], here: int, capacity: int, acts: list[tuple[str, int]]
) -> None:
    lived = Lived(groups, here, capacity)
    for act, n in acts:
        before = lived.played.now
        lived.step(act, n)
        now = lived.played.now
        keys = [cue.key for cue in now.cues]
        assert len(set(keys)) == len(keys)
        assert all(count == 1 for count in called(lived).values())
        if now.cue and now.cue.kind == "call" and now.cue != before.cue and act == "press":
            live = before.by_id[now.cue.turn] if now.cue.turn else None
            assert live is not None
            states = {one.name: one.state for one in live.turn.recipients}
            assert all(states[place.name] in CALLED for place in now.by_id[live.id].called)
        read = {one.turn for one in now.taken if one.kind == "call"}
        shown = {place.line for place in now.shown}
        assert not shown or (now.on_stage is not None and now.on_stage.id in read)
        assert shown <= {place.line for row in rows_of(now) for place in row if not place.gap}


def rows_of(now: Any) -> Any:
    return now.run.rows.values() if now.run else ()


@given(groups, st.integers(0, 4095), st.integers(1, 4), steps)
def test_at_the_end_everybody_stood_on_stage_or_somebody_said_otherwise(
    groups: list[tuple[str, int]], here: int, capacity: int, acts: list[tuple[str, int]]
) -> None:
    lived = Lived(groups, here, capacity)
    for act, n in acts:
        lived.step(act, n)
    lived.played.play()
    now, stood = lived.played.now, called(lived)
    for name in lived.names:
        state = now.attending.state(now.rows.everybody[id(name)])
        assert stood[name] == 1 or state in ("missing", "held", "later"), (name, state)


@given(groups, st.integers(0, 4095), st.integers(1, 4), st.lists(st.integers(0, 11), max_size=6))
def test_the_order_of_who_is_here_stays_the_plans(
    groups: list[tuple[str, int]], here: int, capacity: int, late: list[int]
) -> None:
    """Absences and late arrivals leave gaps and come later; of those who are here nobody moves."""
    lived = Lived(groups, here, capacity)
    turns = lived.played.now.sheet.turns
    wanted = [one.name for turn in turns for one in turn.recipients if one.state == "present"]
    for n in late:
        lived.step("press", 0)
        lived.step("arrive", n)
    lived.played.play()
    order = [place.name for live in lived.played.now.turns for place in live.called]
    assert [name for name in order if name in set(wanted)] == wanted
