"""A strict reader of iCalendar, made for the tests alone: RFC 5545 as far as our files go.

It refuses what lenient programs pass over: a bare line feed, a line of more than 75 octets, a fold
inside a letter, an unescaped comma, a zone that nothing explains.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

LINE = re.compile(r'([A-Z-]+)((?:;[A-Z-]+=(?:"[^"]*"|[^";:,]*))*):(.*)', re.DOTALL)
PARAMETER = re.compile(r';([A-Z-]+)=("[^"]*"|[^";:,]*)')
TEXTS = {"SUMMARY", "DESCRIPTION", "LOCATION", "CATEGORIES"}
NEEDED = {"VCALENDAR": {"PRODID", "VERSION"}, "VEVENT": {"UID", "DTSTAMP", "DTSTART"}}


@dataclass
class Part:
    """A component: its properties (value and parameters) and what lies in it."""

    name: str
    said: dict[str, tuple[str, dict[str, str]]] = field(default_factory=dict)
    parts: list["Part"] = field(default_factory=list)

    def text(self, name: str) -> str:
        return re.sub(
            r"\\(.)", lambda found: {"n": "\n"}.get(found[1], found[1]), self.said[name][0]
        )

    def at(self, name: str) -> date:
        """A day, or an instant in the zone that the value names."""
        value, parameters = self.said[name]
        if parameters.get("VALUE") == "DATE":
            return datetime.strptime(value, "%Y%m%d").date()
        if value.endswith("Z"):
            return datetime.strptime(value, "%Y%m%dT%H%M%S%z")
        local = datetime.strptime(value, "%Y%m%dT%H%M%S")
        return local.replace(tzinfo=ZoneInfo(parameters["TZID"]))


def read_calendar(data: bytes) -> Part:
    """The calendar. AssertionError for whatever the standard forbids."""
    top = Part("")
    open_parts = [top]
    for line in unfolded(data):
        found = LINE.fullmatch(line)
        assert found, f"no content line: {line!r}"
        name, value = found[1], found[3]
        if name == "BEGIN":
            open_parts[-1].parts.append(Part(value))
            open_parts.append(open_parts[-1].parts[-1])
        elif name == "END":
            closed = open_parts.pop()
            assert closed.name == value
            assert NEEDED.get(value, set()) <= set(closed.said), closed.said
        else:
            assert name not in open_parts[-1].said, f"{name} twice"
            if name in TEXTS:
                commas = "" if name == "CATEGORIES" else ","
                assert not re.search(rf"(?<!\\)(?:\\\\)*[;{commas}]", value), value
                assert not re.search(r"(?<!\\)(?:\\\\)*\\[^\\;,nN]", value), value
            given = {one: parameter(words) for one, words in PARAMETER.findall(found[2])}
            open_parts[-1].said[name] = (value, given)
    (calendar,) = top.parts
    assert (open_parts, calendar.name) == ([top], "VCALENDAR")
    zoned(calendar)
    return calendar


def parameter(words: str) -> str:
    """A parameter's value: quotation marks are none of it, and a caret escapes (RFC 6868)."""
    return re.sub(
        r"\^(['n^])", lambda found: {"n": "\n", "'": '"'}.get(found[1], "^"), words.strip('"')
    )


def unfolded(data: bytes) -> Iterator[str]:
    assert data.endswith(b"\r\n")
    lines: list[str] = []
    for raw in data[:-2].split(b"\r\n"):
        assert len(raw) <= 75, f"{len(raw)} octets"
        assert not re.search(rb"[\x00-\x08\x0a-\x1f\x7f]", raw), raw
        text = raw.decode("utf-8")  # fails where a fold has torn a letter
        if text[:1] in (" ", "\t"):
            lines[-1] += text[1:]
        else:
            lines.append(text)
    yield from lines


def zoned(calendar: Part) -> None:
    """Every zone that an event names is explained, and by an offset that is the zone's own."""
    zones = {one.text("TZID"): one for one in calendar.parts if one.name == "VTIMEZONE"}
    for event in (one for one in calendar.parts if one.name == "VEVENT"):
        for name in ("DTSTART", "DTEND"):
            value, given = event.said.get(name, ("Z", {}))
            if "T" in value and not value.endswith("Z"):
                at = event.at(name)
                assert isinstance(at, datetime)
                offsets = {one.text("TZOFFSETTO") for one in zones[given["TZID"]].parts}
                assert signed(at.utcoffset()) in offsets


def signed(offset: timedelta | None) -> str:
    assert offset is not None
    minutes = int(offset.total_seconds() // 60)
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}{abs(minutes) % 60:02}"


def events_of(calendar: Part) -> list[Part]:
    return [one for one in calendar.parts if one.name == "VEVENT"]


def event_of(events: list[Part], item: UUID) -> Part:
    """The one event of an item."""
    (found,) = [one for one in events if one.text("UID") == f"{item}@le-dai"]
    return found
