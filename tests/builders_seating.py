"""Builders of halls, of the planner's guests, and of a seating."""

from collections.abc import Sequence
from typing import Any

from builders import KIEN_GIANG, STAMP, given, id

from conference.commands.agenda import schedule_speech
from conference.commands.awards import register_instrument
from conference.commands.conference import name_chair, plan_conference
from conference.commands.seating import adopt_hall
from conference.domain.invitation import Invitation
from conference.domain.seating import Seating
from conference.planner.guest import Guest
from conference.planner.hall import Hall
from conference.store import Store


def rows(*seats: int, aisles: tuple[int, ...] = ()) -> list[dict[str, Any]]:
    """Rows A, B, C … with so many seats."""
    labels = (chr(ord("A") + number) for number in range(len(seats)))
    return [
        {"label": label, "seats": count, "aisles": [a for a in aisles if a < count]}
        for label, count in zip(labels, seats, strict=True)
    ]


def a_hall(*seats: int, aisles: tuple[int, ...] = (), **said: Any) -> Hall:
    """A hall for the planner: stairs on the left, lectern on the right."""
    return Hall(rows(*seats, aisles=aisles), **said)


def guests(*names: str, **said: Any) -> list[Guest]:
    """Guests in this order of precedence, alike in everything else."""
    return [Guest(id(name), number, **said) for number, name in enumerate(names, 1)]


def hall_said(*seats: int, **said: Any) -> dict[str, Any]:
    """What AdoptHall says of a hall of these rows."""
    usual = {"name": "Hội trường", "presidium": 3, "stairs": "left", "lectern": "right"}
    return {**usual, "rows": rows(*seats or (4, 4)), "unusable": [], **said}


def a_seating(*taken: tuple[str, str], **hall: Any) -> Seating:
    """A seating in a hall of two rows of four, with guests by name on seats, nothing pending."""
    seats = [{"seat": seat, "guest": id(name), "reason": "place n=1"} for seat, name in taken]
    acts = [lambda s: s.adopt_hall(STAMP, **hall_said(**hall))]
    if seats:
        acts.append(lambda s: s.accept_seating(STAMP, seats=seats, seed=1))
    return given(lambda: Seating.begin_for(STAMP, KIEN_GIANG), *acts)


def a_party(store: Store, hall: Sequence[int] = (12, 12, 12), **said: Any) -> None:
    """A conference with its hall, a chair, leaders, a turn of recipients, two speakers, a body."""
    who = {"planner": "Văn thư", "title": "Hội nghị tổng kết", "host": "UBND tỉnh"}
    plan_conference(store, STAMP, conference_id=KIEN_GIANG, held_on="2019-03-25", **who)
    for name, bloc, body in PARTY:
        post = {"kind": "person", "name": name, "honorific": None, "post": None, "body": body}
        place = {"group": body, "bloc": bloc, "order": PARTY.index((name, bloc, body))}
        store.create(Invitation.issue(STAMP, id(name), KIEN_GIANG, **post, **place))
    here: dict[str, Any] = {"conference_id": KIEN_GIANG}
    name_chair(store, STAMP, **here, name="Chủ Trì", post="Phó Chủ tịch")
    speech = {"title": "Tham luận", "minutes": 8}
    schedule_speech(store, STAMP, **here, unit="Huyện An Biên", **speech)
    schedule_speech(store, STAMP, **here, unit="Sở Y tế", speaker="Bác Sĩ", **speech)
    awarded = {**DECISION, "lines": [award_line(n, f"Nhận {n}") for n in (1, 2, 3)]}
    register_instrument(store, STAMP, **here, **awarded)
    if hall:
        adopt_hall(store, STAMP, **here, **hall_said(*hall, **said))


PARTY = [
    ("Bí Thư", "party", "Tỉnh ủy"),
    ("Chủ Trì", "government", "UBND tỉnh"),
    ("An Biên", "district", "Huyện An Biên"),
    ("Bác Sĩ", "agency", "Sở Y tế"),
    *((f"Nhận {n}", "recipient", f"Khối {n}") for n in (1, 2, 3)),
    *((f"Vân Hòa {n}", "other", "Vân Hòa") for n in (1, 2, 3)),
]

DECISION: dict[str, Any] = {
    "kind": "decision",
    "title": "Cờ thi đua",
    "number": "1/QĐ-UBND",
    "dated_on": "2019-03-01",
    "level": "province",
    "signatory": None,
    "announcer": "Ban Thi đua",
    "stated_count": 3,
    "note": None,
}


def award_line(number: int, guest: str) -> dict[str, Any]:
    said = {"award": "co_thi_dua_cap_tinh", "placing": 1, "year": 2018, "reason": None}
    who = {"name": guest, "kind": "collective", "guest": id(guest), "representative": None}
    return {"line": id(f"line {number}"), "number": number, **who, **said}
