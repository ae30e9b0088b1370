"""The hall: labels, places, distances."""

from builders_seating import a_hall

from conference.planner.hall import free_runs


def test_a_seat_is_called_by_row_and_number() -> None:
    hall = a_hall(3, 100)
    labels = [seat.label for seat in hall.seats]
    assert labels[:4] == ["A-01", "A-02", "A-03", "B-01"]
    assert labels[-1] == "B-100"


def test_a_row_lies_in_the_middle() -> None:
    seats = a_hall(4, 2).seats
    assert [seat.x for seat in seats] == [-3, -1, 1, 3, -1, 1]


def test_an_aisle_parts_a_row_into_blocks_and_moves_the_seats_apart() -> None:
    seats = a_hall(4, aisles=(2,)).seats
    assert [seat.block for seat in seats] == [0, 0, 1, 1]
    assert seats[2].x - seats[1].x > seats[1].x - seats[0].x


def test_the_seats_at_the_stairs_are_nearest_to_them() -> None:
    left = a_hall(6, 6, stairs="left")
    right = a_hall(6, 6, stairs="right")
    assert min(left.seats, key=lambda seat: seat.to_stairs).label == "A-01"
    assert min(right.seats, key=lambda seat: seat.to_stairs).label == "A-06"


def test_the_place_of_honour_is_right_of_who_sits_there() -> None:
    hall = a_hall(4, presidium=4)
    assert [seat.number for seat in hall.honoured(hall.seats)] == [3, 2, 4, 1]
    assert [seat.number for seat in hall.stage] == [2, 3, 1, 4]


def test_unusable_seats_are_not_there() -> None:
    hall = a_hall(3, presidium=2, unusable=["A-02", "CT-01"])
    assert list(hall.by_label) == ["CT-02", "A-01", "A-03"]


def test_free_seats_beside_each_other_are_a_run() -> None:
    hall = a_hall(6, 3, aisles=(3,), unusable=["A-05"])
    runs = free_runs(hall, {"B-01"})
    found = sorted(tuple(seat.label for seat in run.seats) for run in runs)
    assert found == [("A-01", "A-02", "A-03"), ("A-04",), ("A-06",), ("B-02", "B-03")]
