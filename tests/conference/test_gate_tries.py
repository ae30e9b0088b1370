"""A moving minute: what was tried counts for sixty seconds, and nobody counts for another."""

from datetime import timedelta

from builders import STAMP, id

from conference.gate_tries import Tries

NOW, ONE, OTHER = STAMP.at, id("one"), id("other")


def test_a_try_counts_for_a_minute_and_for_nobody_else() -> None:
    tries = Tries(3)
    tries.add(ONE, 2, NOW)
    tries.add(ONE, 1, NOW + timedelta(seconds=20))
    times = (NOW + timedelta(seconds=s) for s in (20, 59.9, 60, 79.9, 80))
    assert [tries.left(ONE, at) for at in times] == [0, 0, 2, 2, 3]
    assert tries.left(OTHER, NOW) == 3


def test_no_more_count_than_there_may_be() -> None:
    tries = Tries(3)
    tries.add(ONE, 2_000, NOW)
    assert (tries.left(ONE, NOW), tries.wait_s(ONE, NOW)) == (0, 60)


def test_the_wait_is_said_in_whole_seconds_and_never_none() -> None:
    tries = Tries(1)
    assert tries.wait_s(ONE, NOW) == 1
    tries.add(ONE, 1, NOW)
    waits = [tries.wait_s(ONE, NOW + timedelta(seconds=s)) for s in (0, 0.5, 59, 59.9, 60)]
    assert waits == [60, 60, 1, 1, 1]
