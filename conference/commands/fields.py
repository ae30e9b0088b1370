"""Form and JSON fields that commands share; each refuses with one code that has a sentence."""

import re
import unicodedata
from collections.abc import Mapping
from typing import Any

from marshmallow import EXCLUDE, Schema, fields, pre_load

from conference.rules.mail_address import deliverable
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


LONGEST_FILE = 120
"""Characters of a file's name that are kept."""


def file_name(name: str) -> str:
    """A file's name on one line; what cannot be shown is left out."""
    line = " ".join(name.split())
    shown = "".join(c for c in line if not unreadable(c))[:LONGEST_FILE]
    return Text().deserialize(shown) or "-"


class Address(Text):
    """A mail address that a mail can go to."""

    default_error_messages = {"address": "field.address"}

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> Any:
        text = super()._deserialize(value, attr, data, **kwargs)
        if text is not None and deliverable(text) is None:
            raise self.make_error("address")
        return text


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
