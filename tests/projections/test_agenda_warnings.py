"""What is pointed out before the agenda goes out: of the hall's time, of starts, and of persons."""

from collections.abc import Callable, Collection
from typing import Any
from uuid import UUID

import pytest
from builders import KIEN_GIANG, STAMP, at, folded, id
from builders_agenda import add, an_agenda
from builders_awards import a_line, an_instrument
from builders_conference import a_conference
from builders_invitation import facts_of, issued, replace_by

from conference.domain.agenda import Agenda
from conference.domain.awards import Awards
from projections import agenda, conference, run_sheet
from projections.agenda_warnings import Warning, warnings_of

Act = Callable[[Agenda], object]


def speech(name: str, **said: Any) -> Act:
    said = {"unit": "Huyện An Biên", "title": name, "minutes": 10, **said}
    return lambda a: a.schedule_speech(STAMP, id(name), **said)


def item(name: str, **said: Any) -> Act:
    return lambda a: add(a, name, **said)


def found(
    *acts: Act, texts: Collection[UUID] | None = None, starts: str = "08:00", **said: Any
) -> tuple[Warning, ...]:
    """The warnings of an agenda in a house of these `guests`, `awards` and `chair`; every text is
    here unless those that are here are said."""
    drafted = an_agenda()
    drafted.set_start(STAMP, at(starts))
    for act in acts:
        act(drafted)
    house = a_conference(*said.get("house", ()))
    others = facts_of(*said.get("guests", ()), *said.get("awards", ()))
    sheet = folded(run_sheet, others)
    page = folded(agenda, facts_of(drafted))
    here = [one.id for one in page.speeches] if texts is None else texts
    return warnings_of(page, folded(conference, facts_of(house)), sheet, here)


def told(*warnings: Warning) -> list[tuple[str, dict[str, Any]]]:
    return [(one.code, dict(one.facts)) for one in warnings]


def decision(*lines: dict[str, Any], capacity: int = 1) -> Awards:
    awards = Awards.begin_for(STAMP, KIEN_GIANG)
    awards.set_stage_capacity(STAMP, capacity)
    awards.register_instrument(STAMP, id("d"), **{**an_instrument(), "lines": list(lines)})
    return awards


def booked(begins: str, ends: str) -> Any:
    return lambda c: c.book_hall(STAMP, at(begins), at(ends))


def test_nothing_is_said_of_an_agenda_that_fits() -> None:
    assert found(item("a"), speech("s"), item("b")) == ()


def test_a_gap_is_said_where_it_ends() -> None:
    gap = found(item("a"), item("b", fixed_start=at("08:25")))
    assert gap[0].item == id("b")
    assert told(*gap) == [("gap", {"title": "b", "minutes": 15})]


def test_two_fixed_starts_overlap_and_a_linked_run_that_is_too_long_breaks_one() -> None:
    fixed = item("a", fixed_start=at("08:00"), minutes=30)
    overlap = found(fixed, item("b", fixed_start=at("08:20")))
    assert told(*overlap) == [("overlap", {"title": "b", "minutes": 10, "other": "a"})]
    run = found(item("a", minutes=15), item("b"), item("c", fixed_start=at("08:20")))
    assert told(*run) == [("fixed-start", {"title": "c", "minutes": 5})]


def test_an_overlap_with_an_item_that_is_no_neighbour_is_told_with_its_name() -> None:
    long, short = item("a", minutes=120), item("b", fixed_start=at("08:30"))
    run = found(long, short, item("c", fixed_start=at("09:00")), item("d"))
    assert told(*run) == [
        ("fixed-start", {"title": "b", "minutes": 90}),
        ("overlap", {"title": "c", "minutes": 60, "other": "a"}),
        ("overlap", {"title": "d", "minutes": 50, "other": "a"}),
    ]


@pytest.mark.parametrize(
    ("said", "codes"),
    [
        (("07:30", "08:20"), []),
        (("07:30", "08:19"), [("over-booked", {"minutes": 1})]),
        (("08:05", "09:00"), [("before-booked", {"minutes": 5})]),
    ],
)
def test_the_hall_is_there_neither_later_nor_longer_than_booked(
    said: tuple[str, str], codes: list[Any]
) -> None:
    assert told(*found(item("a"), item("b"), house=[booked(*said)])) == codes


def test_one_person_is_not_in_two_places() -> None:
    both = {"owner": "Ông Lê Văn Tám"}
    warnings = found(
        item("a", **both, minutes=30), speech("b", speaker="LÊ VĂN TÁM", fixed_start=at("08:20"))
    )
    wanted = {"title": "b", "other": "a", "who": "LÊ VĂN TÁM"}
    assert ("two-at-once", wanted) in told(*warnings)
    one_after_the_other = found(item("a", **both), item("b", **both))
    assert one_after_the_other == ()


def test_who_presides_and_speaks_needs_somebody_to_preside_meanwhile() -> None:
    chair = [lambda c: c.name_chair(STAMP, "Đỗ Thanh Bình", "Phó Chủ tịch", "Ông", id("chair"))]
    for said in ({"speaker": "Ông Đỗ Thanh Bình"}, {"guest": id("chair")}):
        guests = [issued("chair", name="Đỗ Thanh Bình")]
        warnings = found(speech("s", **said), house=chair, guests=guests)
        assert [one.code for one in warnings] == ["chair-speaks"]


def test_a_speaker_whom_nobody_invited_is_said_and_one_without_a_name_is_not() -> None:
    assert told(*found(speech("s", speaker="Lê Thị Bé"))) == [
        ("not-invited", {"title": "s", "who": "Lê Thị Bé"})
    ]
    assert found(speech("s", speaker="Bà Lê Thị Bé"), guests=[issued("Lê Thị Bé")]) == ()
    assert found(speech("s")) == ()


def test_a_speaker_who_does_not_come_is_said_and_leads_to_the_guest() -> None:
    for act, code in (
        (lambda g: g.decline(STAMP, "bận"), "speaker-declined"),
        (lambda g: g.withdraw(STAMP, "trùng"), "speaker-withdrawn"),
    ):
        guest = issued("Lê Thị Bé")
        act(guest)
        (warning,) = found(speech("s", guest=id("Lê Thị Bé")), guests=[guest])
        assert (warning.code, warning.guest) == (code, id("Lê Thị Bé"))


def test_a_speaker_who_sends_another_is_said_until_the_speech_names_that_one() -> None:
    guest = issued("Lê Thị Bé")
    replace_by(guest, "Trần Văn Hai")
    facts = facts_of(guest)
    for speaker, codes in (("Lê Thị Bé", ["speaker-replaced"]), ("Trần Văn Hai", [])):
        drafted = an_agenda()
        speech("s", guest=id("Lê Thị Bé"), speaker=speaker)(drafted)
        page = folded(agenda, facts_of(drafted))
        house = folded(conference, facts_of(a_conference()))
        warnings = warnings_of(page, house, folded(run_sheet, facts), [id("s")])
        assert [one.code for one in warnings] == codes


AWARDED = [a_line("x", 1, guest=id("g")), a_line("y", 2), a_line("z", 3, guest=id("h"))]


@pytest.mark.parametrize(
    ("speaker", "order", "codes"),
    [
        ("g", "award-speech", []),
        ("h", "award-speech", [("award-before", 3)]),
        ("g", "speech-award", [("award-after", 1)]),
        ("h", "speech-award", []),
        ("h", "award-break-speech", []),
    ],
)
def test_who_receives_in_the_turn_next_to_the_speech_cannot_be_at_the_lectern(
    speaker: str, order: str, codes: list[tuple[str, int]]
) -> None:
    acts = {"award": item("award", kind="award"), "break": item("break", kind="break")}
    acts["speech"] = speech("s", guest=id(speaker))
    warnings = found(
        *(acts[part] for part in order.split("-")),
        guests=[issued("g"), issued("h")],
        awards=[decision(*AWARDED)],
    )
    assert [(one.code, one.facts["turn"]) for one in warnings] == codes


def test_a_representative_and_a_person_are_known_by_their_names() -> None:
    collective = a_line("Huyện An Biên", 1, representative="Ông Lê Văn Tám")
    person = a_line("Trần Thị Sáu", 2, kind="individual")
    for name, turn in (("Lê Văn Tám", 1), ("Bà Trần Thị Sáu", 1)):
        warnings = found(
            item("award", kind="award"),
            speech("s", speaker=name),
            guests=[issued("a", name=name.removeprefix("Bà "))],
            awards=[decision(collective, person, capacity=2)],
        )
        assert [(one.code, one.facts["turn"]) for one in warnings] == [("award-before", turn)]


def test_of_several_award_items_any_turn_counts() -> None:
    warnings = found(
        item("award 1", kind="award"),
        speech("s", guest=id("g")),
        item("award 2", kind="award"),
        guests=[issued("g")],
        awards=[decision(*AWARDED)],
    )
    codes = [(one.code, one.facts["turn"]) for one in warnings]
    assert codes == [("award-before", 1), ("award-after", 1)]


def test_a_speech_without_text_is_said_though_nobody_keeps_any_yet() -> None:
    acts = (speech("s"), speech("t"), item("a"))
    assert [(w.code, w.item) for w in found(*acts, texts={id("t")})] == [("no-text", id("s"))]
    assert [(w.code, w.item) for w in found(*acts, texts=())] == [
        ("no-text", id("s")),
        ("no-text", id("t")),
    ]


def test_many_speeches_without_text_are_one_warning_that_names_them() -> None:
    acts = [speech(name, unit=f"Xã {name}") for name in "abcd"]
    (warning,) = found(*acts, texts=())
    assert told(warning) == [("no-texts", {"count": 4, "who": "Xã a, Xã b, Xã c, Xã d"})]
    assert (warning.item, warning.guest) == (None, None)
    one = found(*acts, texts=[id(name) for name in "abc"])
    assert [(w.code, w.item) for w in one] == [("no-text", id("d"))]


def test_a_speech_that_is_skipped_or_spoken_needs_neither_text_nor_speaker_any_more() -> None:
    acts = (speech("s", speaker="Lê Thị Bé"), speech("t", speaker="Trần Văn Ba"))
    assert len(found(*acts, texts=())) == 4
    skip = lambda a: a.skip_item(STAMP, id("s"), "hết giờ", at("08:00"))  # noqa: E731
    start = lambda a: a.start_item(STAMP, id("t"), at("08:00"))  # noqa: E731
    assert found(*acts, skip, start, texts=()) == ()


def test_warnings_come_in_the_order_of_the_programme_and_the_halls_first() -> None:
    warnings = found(
        speech("s", speaker="Lê Thị Bé"),
        item("b", fixed_start=at("08:05")),
        item("c", fixed_start=at("08:30")),
        house=[booked("07:00", "08:00")],
    )
    codes = ["over-booked", "not-invited", "fixed-start", "gap"]
    assert [one.code for one in warnings] == codes
