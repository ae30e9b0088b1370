"""Case 01's seven speeches, from the first word to each unit until the last minute at the lectern:
registered, sent, sent back, approved, scheduled, delivered, shortened, withdrawn."""

from typing import Any
from uuid import UUID

from builders import CLERK, STAMP, at, id
from builders_commands import HERE, plan, shelf_of
from builders_speech import PDF, docx, odt

from conference.commands.agenda import add_item, set_agenda_start
from conference.commands.agenda_day import allot_item, finish_item, start_item
from conference.commands.agenda_release import release_agenda
from conference.commands.speech import (
    describe_speech,
    request_speech,
    set_speech_terms,
    withdraw_speech,
)
from conference.commands.speech_order import arrange_speeches, place_speech
from conference.commands.speech_texts import approve_speech, receive_text, send_back_speech
from conference.store import Store
from events.base import Stamp
from projections.library import Library
from projections.speech_list import SpeechList, row_of, speech_list
from projections.speech_order import proposed

UNITS = {
    "Thành phố Rạch Giá": "Đô thị",
    "Sở Lao động - Thương binh và Xã hội": "An sinh",
    "Huyện Giồng Riềng": "Nông thôn",
    "Bộ Chỉ huy Quân sự tỉnh": "Quốc phòng",
    "Huyện An Biên": "Nông thôn",
    "Công ty Cổ phần xi măng Hà Tiên": "Doanh nghiệp",
    "Ủy ban Mặt trận Tổ quốc tỉnh": "An sinh",
}
"""The units that spoke in Kiên Giang on 25 March 2019, in that order; themes are illustrative."""

FILES = (docx(), PDF, odt(), "Kính thưa Hội nghị".encode())


class Desk:
    """The organisers' desk: commands by the unit's name."""

    def __init__(self, store: Store) -> None:
        self.store = store

    def do(self, command: Any, unit: str, by: Stamp = STAMP, /, **said: Any) -> None:
        command(self.store, by, **HERE, speech=id(unit), **said)

    def own(self, command: Any, unit: str, /, **said: Any) -> None:
        """The same by the unit itself."""
        self.do(command, unit, Stamp(by=id(unit), at=STAMP.at), **said)

    def item(self, command: Any, unit: str, **said: Any) -> None:
        command(self.store, STAMP, **HERE, item=id(unit), **said)

    @property
    def listed(self) -> SpeechList:
        return speech_list(shelf_of(self.store))

    def states(self) -> dict[str, str]:
        return {row.unit: row.state for row in self.listed.rows}

    def public(self, unit: str) -> str:
        """What the unit's own page says."""
        shelf = shelf_of(self.store)
        row = row_of(shelf, shelf.agenda.public, id(unit))
        return row.state if row else ""


def prepared(store: Store) -> Desk:
    """All seven asked and registered, with a programme that has an opening and an end."""
    plan(store)
    set_agenda_start(store, STAMP, **HERE, starts_at=at("07:30"))
    for kind, title in (("opening", "Khai mạc"), ("closing", "Bế mạc")):
        said = {"kind": kind, "title": title, "minutes": 10}
        add_item(store, STAMP, **HERE, item=id(title), **said)
    set_speech_terms(store, STAMP, **HERE, minutes=55, texts_by=at("17:00"))
    desk = Desk(store)
    for unit, theme in UNITS.items():
        desk.do(request_speech, unit, unit=unit, theme=theme, minutes=8)
        words = {"title": f"Tham luận của {unit}", "minutes": 10, "speaker": "Nguyễn Văn A"}
        desk.own(describe_speech, unit, **words)
    return desk


def approved(desk: Desk) -> None:
    """All sent, one sent back and sent again, all approved for eight minutes."""
    for number, unit in enumerate(UNITS):
        data = FILES[number % len(FILES)]
        desk.own(receive_text, unit, file=f"bai-{number}", data=data, at=at("10:00"))
    first = next(iter(UNITS))
    desk.do(send_back_speech, first, text=1, remark="Bớt số liệu")
    assert desk.states()[first] == "sent-back"
    desk.own(receive_text, first, file="bai-moi.pdf", data=PDF, at=at("18:00"))
    for unit in UNITS:
        desk.do(approve_speech, unit, text=2 if unit == first else 1, minutes=8)


def test_registered_sent_sent_back_and_approved(store: Store) -> None:
    desk = prepared(store)
    assert set(desk.states().values()) == {"registered"}
    assert (desk.listed.minutes, desk.listed.over) == (70, 15)
    approved(desk)
    assert set(desk.states().values()) == {"approved"}
    assert (desk.listed.minutes, desk.listed.over) == (56, 1)
    speech = shelf_of(store).speeches.by_id[id("Thành phố Rạch Giá")]
    told = [(text.kind, text.state, text.by == CLERK) for text in speech.texts]
    assert told == [("docx", "sent-back", False), ("pdf", "approved", False)]


def test_scheduled_ordered_released_delivered_shortened_and_withdrawn(store: Store) -> None:
    desk = prepared(store)
    approved(desk)
    for unit in UNITS:
        desk.do(place_speech, unit, before=id("Bế mạc"))
    assert {desk.public(unit) for unit in UNITS} == {"approved"}
    order: list[UUID] = [row.id for row in proposed(shelf_of(store), "theme").after]
    arrange_speeches(store, STAMP, **HERE, order=order)
    units = [item.unit for item in shelf_of(store).agenda.speeches]
    assert [units.index(unit) for unit in UNITS] == [0, 1, 3, 5, 4, 6, 2]
    release_agenda(store, STAMP, **HERE, at=at("07:00"))
    assert {desk.public(unit) for unit in UNITS} == {"scheduled"}
    starts = shelf_of(store).agenda.public.timed[id("Huyện Giồng Riềng")].starts_at
    assert starts == at("08:04")
    gone, short, *others = [unit for unit in units if unit]
    desk.own(withdraw_speech, gone, reason="Đồng chí báo cáo viên bận đột xuất")
    desk.item(allot_item, short, minutes=5, at=at("07:40"))
    for hour, unit in enumerate((short, *others), 8):
        desk.item(start_item, unit, at=at(f"{hour:02}:00"))
        desk.item(finish_item, unit, at=at(f"{hour:02}:{'05' if unit == short else '08'}"))
    wanted = {gone: "withdrawn", short: "shortened"} | dict.fromkeys(others, "delivered")
    assert desk.states() == wanted
    assert {unit: desk.public(unit) for unit in UNITS} == wanted
    assert (desk.listed.minutes, desk.listed.over) == (48, 0)


def test_every_position_of_the_log_tells_the_speeches_as_they_were(store: Store) -> None:
    desk = prepared(store)
    before = store.head()
    approved(desk)
    shelf = shelf_of(store)
    assert {row.state for row in speech_list(shelf).rows} == {"approved"}
    then = Library(store.facts).shelf(HERE["conference_id"], before)
    assert {row.state for row in speech_list(then).rows} == {"registered"}
