"""Builders of a programme: a day with every kind of line, and who reads its papers."""

from typing import Any

from builders import STAMP, at, id
from builders_commands import HERE, plan, shelf_of

from conference.commands.agenda import add_item, schedule_speech, set_agenda_start
from conference.commands.conference import choose_venue, name_chair
from conference.documents.paper_frame import Reader
from conference.language import catalogue
from conference.store import Store
from projections.library import Shelf

HOST = "Ủy ban nhân dân tỉnh Kiên Giang"


def a_reader(language: str = "vi", address: str = "http://127.0.0.1/agenda?at=1") -> Reader:
    def say(code: str, /, **facts: Any) -> str:
        sentence = catalogue(language)[code]
        return sentence % facts if facts else sentence

    return Reader(language, address, say, lambda guest: guest.called, lambda group: group)


def add(store: Store, name: str, minutes: int = 10, **said: Any) -> None:
    """One more item, called by its name, which makes its id."""
    usual: dict[str, Any] = {"kind": "report", "title": name}
    add_item(store, STAMP, **HERE, item=id(name), minutes=minutes, **{**usual, **said})


def speak(store: Store, title: str, minutes: int = 8, **said: Any) -> None:
    usual: dict[str, Any] = {"unit": "Huyện An Biên", "title": title, "minutes": minutes}
    schedule_speech(store, STAMP, **HERE, item=id(title), **{**usual, **said})


def a_day(store: Store) -> Shelf:
    """A morning of four items and an afternoon that begins at a fixed hour."""
    plan(store, host=HOST)
    choose_venue(store, STAMP, **HERE, name="Hội trường UBND tỉnh", address="Rạch Giá")
    name_chair(store, STAMP, **HERE, honorific="Ông", name="Đỗ Thanh Bình", post="Phó Chủ tịch")
    set_agenda_start(store, STAMP, **HERE, starts_at=at("07:30"))
    add(store, "Khai mạc", kind="opening", owner="Văn phòng UBND tỉnh")
    who = {"speaker": "Bà Nguyễn Thị Đào", "speaker_post": "Bí thư"}
    speak(store, "Nông thôn mới & đời sống", **who, note="chiếu phim")
    speak(store, "Tham luận của Sở Y tế", unit="Sở Y tế")
    add(store, "Giải lao", 15, kind="break")
    add(store, "Trao Cờ thi đua", 35, kind="award", fixed_start=at("13:30"))
    return shelf_of(store)
