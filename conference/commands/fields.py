"""Form and JSON fields that commands share; each refuses with one code that has a sentence."""

import re
import unicodedata
from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from marshmallow import EXCLUDE, Schema, ValidationError, fields, pre_load

from conference.errors import Refused
from conference.rules.minutes import minutes_of
from conference.rules.names import unreadable

LONGEST = 300
"""Characters of one line of text: twice the longest official title found (case 01: 126)."""


class Asked(Schema):
    """The parent of all commands: unknown fields are passed over, '' means not given."""

    error_messages = {"type": "field.object"}

    class Meta:
        unknown = EXCLUDE

    @pre_load
    def blank_is_not_given(self, data: Any, **_: Any) -> Any:
        """A form sends '' where nobody filled in: None if that can be said, else the default."""
        if not isinstance(data, Mapping):
            return data
        none = {name for name, field in self.fields.items() if field.allow_none}
        said = {key: value for key, value in data.items() if value != "" or key in none}
        return {key: None if value == "" else value for key, value in said.items()}


class Text(fields.String):
    """One line of text: NFC, trimmed, inner white space folded; no control or bidi characters."""

    default_error_messages = {
        "invalid": "field.text",
        "required": "field.required",
        "null": "field.required",
        "characters": "field.characters",
        "long": "field.long",
    }

    def __init__(self, *, longest: int = LONGEST, lines: bool = False, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.longest, self.lines = longest, lines

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> Any:
        if not isinstance(value, str):
            raise self.make_error("invalid")
        text = value.strip() if self.lines else re.sub(r"[ \t\u00a0]+", " ", value).strip()
        if unreadable(re.sub(r"[\r\n]", "", text) if self.lines else text):
            raise self.make_error("characters")
        text = unicodedata.normalize("NFC", text)
        if len(text) > self.longest:
            raise self.make_error("long")
        if not text and self.required:
            raise self.make_error("required")
        return text or None


class Choice(fields.String):
    """One of a few codes."""

    default_error_messages = {
        "invalid": "field.choice",
        "required": "field.required",
        "null": "field.required",
    }

    def __init__(self, choices: tuple[str, ...], **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.choices = choices
        self.metadata = {"enum": list(choices), **self.metadata}

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> Any:
        if not isinstance(value, str) or value not in self.choices:
            raise self.make_error("invalid")
        return value


class Id(fields.UUID):
    """The id of something that exists."""

    default_error_messages = {
        "invalid_uuid": "field.id",
        "required": "field.required",
        "null": "field.required",
    }


class Number(fields.Integer):
    """A whole number between `least` and `most`."""

    default_error_messages = {
        "invalid": "field.number",
        "too_large": "field.number",
        "required": "field.required",
        "null": "field.required",
        "range": "field.range",
    }

    def __init__(self, *, least: int = 0, most: int = 1_000_000, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.least, self.most = least, most

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> Any:
        if isinstance(value, bool) or (isinstance(value, float) and not value.is_integer()):
            raise self.make_error("invalid")
        number = super()._deserialize(value, attr, data, **kwargs)
        if not self.least <= number <= self.most:
            raise self.make_error("range")
        return number


class Yes(fields.Boolean):
    """A tick box: absent is no."""

    default_error_messages = {"invalid": "field.choice", "null": "field.choice"}


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
            return date.fromisoformat(written).isoformat()
        except ValueError as error:
            raise self.make_error("invalid") from error


class Instant(fields.Field[datetime | time]):
    """ISO with offset; or a local date and time, or a time of day, that the door places."""

    default_error_messages = {
        "invalid": "field.instant",
        "required": "field.required",
        "null": "field.required",
    }

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> Any:
        written = str(value).strip()
        if found := re.fullmatch(r"([01]?\d|2[0-3])[:hH]([0-5]\d)(:00)?", written):
            return time(int(found[1]), int(found[2]))
        try:
            at = datetime.fromisoformat(written)
        except ValueError as error:
            raise self.make_error("invalid") from error
        if not 1900 < at.year < 3000:
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
