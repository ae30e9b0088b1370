"""Fields of time: minutes as people type them, days, instants, zones."""

import re
from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from marshmallow import ValidationError, fields

from conference.errors import Refused
from conference.rules.hours import DayHour, hour_of
from conference.rules.minutes import minutes_of


class Minutes(fields.Field[int]):
    """Minutes as people type them ("90", "1h30"); see conference.rules.minutes."""

    default_error_messages = {
        "invalid": "field.minutes",
        "required": "field.required",
        "null": "field.required",
    }

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> Any:
        try:
            return minutes_of(str(value))
        except Refused as refused:
            raise ValidationError([refused.code]) from refused

    def _serialize(self, value: Any, attr: str | None, obj: Any, **kwargs: Any) -> Any:
        return value


class Day(fields.Field[str]):
    """A day as 2019-03-25 or 25/3/2019; kept as an ISO day."""

    default_error_messages = {
        "invalid": "field.day",
        "required": "field.required",
        "null": "field.required",
    }

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> Any:
        found = re.fullmatch(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})", str(value).strip())
        written = f"{found[3]}-{found[2]:0>2}-{found[1]:0>2}" if found else str(value).strip()
        try:
            day = date.fromisoformat(written)
        except ValueError as error:
            raise self.make_error("invalid") from error
        if not 1900 < day.year < 3000:
            raise self.make_error("invalid")
        return day.isoformat()


class Instant(fields.Field[datetime | time | DayHour]):
    """ISO with offset; or a local date and time, or an hour with or without a day, that the door
    places."""

    default_error_messages = {
        "invalid": "field.instant",
        "required": "field.required",
        "null": "field.required",
    }

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> Any:
        written = str(value).strip()
        try:
            at = hour_of(written)
        except Refused:
            at = self._iso(written)
        if not isinstance(at, datetime):
            return at
        if not 1900 < at.year < 3000:
            raise self.make_error("invalid")
        return at

    def _iso(self, written: str) -> datetime:
        try:
            return datetime.fromisoformat(written)
        except ValueError as error:
            raise self.make_error("invalid") from error


class Moment(Instant):
    """An instant of some clock: ISO with offset, nothing less."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> Any:
        at = super()._deserialize(value, attr, data, **kwargs)
        if not isinstance(at, datetime) or at.tzinfo is None:
            raise self.make_error("invalid")
        return at


class Zone(fields.String):
    """An IANA time zone by its full name."""

    default_error_messages = {
        "invalid": "field.zone",
        "required": "field.required",
        "null": "field.required",
    }

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> Any:
        try:
            return ZoneInfo(str(value)).key
        except (ZoneInfoNotFoundError, ValueError, OSError) as error:
            raise self.make_error("invalid") from error
