"""Builders of awards: instruments with lines by short names, whole and defaulted."""

from collections.abc import Callable
from typing import Any
from uuid import UUID, uuid5

from builders import KIEN_GIANG, STAMP, at, given, id

from conference.domain.awards import Awards

FLAG = "co_thi_dua_cap_tinh"
CERTIFICATE = "bang_khen_chu_tich_ubnd_tinh"

INSTRUMENT: dict[str, Any] = {
    "kind": "decision",
    "title": "Tặng Cờ thi đua",
    "number": "501/QĐ-UBND",
    "dated_on": "2019-03-01",
    "level": "province",
    "signatory": "Phạm Vũ Hồng",
    "announcer": "Ban Thi đua - Khen thưởng",
    "stated_count": None,
    "note": None,
}


def a_line(name: str, number: int = 1, **said: Any) -> dict[str, Any]:
    """A line to a collective of that name, its id made of the name."""
    usual = {"kind": "collective", "award": FLAG, "placing": None, "year": 2018, "reason": None}
    who = {"guest": None, "representative": None}
    return {"line": id(name), "number": number, "name": name, **usual, **who, **said}


def an_instrument(*names: str, **said: Any) -> dict[str, Any]:
    """What RegisterInstrument says of a decision with a line for each name; what is said of a
    line (award, placing, year, ...) is said of all."""
    of_line = {key: value for key, value in said.items() if key not in INSTRUMENT}
    if "recipients" in of_line:
        of_line["kind"] = of_line.pop("recipients")
    lines = [a_line(name, number, **of_line) for number, name in enumerate(names, 1)]
    whole = {key: value for key, value in said.items() if key in INSTRUMENT}
    return {**INSTRUMENT, **whole, "lines": lines}


def register(name: str, *names: str, **said: Any) -> Callable[[Awards], None]:
    """The act of registering an instrument whose id is made of its name."""
    whole = an_instrument(*names or ("a", "b"), **{"title": name, **said})
    return lambda awards: awards.register_instrument(STAMP, id(name), **whole)


def announce(name: str, clock: str = "10:00") -> Callable[[Awards], None]:
    return lambda awards: awards.announce_instrument(STAMP, id(name), "Ban Thi đua", at(clock))


def present(line: str, clock: str = "10:10") -> Callable[[Awards], None]:
    return lambda awards: awards.present_award(STAMP, id(line), "Chủ tịch", line, at(clock))


def some_awards(*acts: Callable[[Awards], object]) -> Awards:
    """The awards after some acts, nothing pending."""
    return given(lambda: Awards.begin_for(STAMP, KIEN_GIANG), *acts)  # type: ignore[arg-type]


def turn_id(instrument: str, n: int = 1, award: str = FLAG) -> UUID:
    """The id of a turn that the rules make."""
    return uuid5(id(instrument), f"turn/{award}/0/{n}")


def two_turns(*acts: Callable[[Awards], object]) -> Awards:
    """Flags to a, b, c and certificates to d, e, nothing pending."""
    flags, certificates = register("flags", *"abc"), register("papers", *"de", award=CERTIFICATE)
    return some_awards(flags, certificates, *acts)


FLAGS, PAPERS = turn_id("flags"), turn_id("papers", award=CERTIFICATE)
