"""Fields of the seating: rows of a hall and seats taken, as JSON or as lines of a form."""

from typing import Any

from marshmallow import ValidationError, fields

from conference.commands.fields import Asked, Id, Number, Text
from conference.domain.seating import MOST_ROWS, MOST_SEATS
from conference.errors import Refused
from conference.rules.hall_lines import rows_of
from conference.rules.seat_reasons import read_reason

LONGEST_LABEL = 20
"""Characters of a seat's label: eight of the row, a dash, three digits, and to spare."""

WRONG_TYPE = {"type": "field.list"}

MESSAGES: dict[str, str | list[Any] | dict[Any, Any]] = {
    "invalid": "field.list",
    "required": "field.required",
    "null": "field.required",
    **WRONG_TYPE,
}


class Listed(fields.List[Any]):
    """A list in JSON; in a form the same as text, which `read` takes apart."""

    default_error_messages = MESSAGES

    def read(self, text: str) -> list[Any]:
        raise NotImplementedError

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> Any:
        try:
            listed = self.read(value) if isinstance(value, str) else value
            return super()._deserialize(listed, attr, data, **kwargs)
        except ValidationError as error:
            raise ValidationError(sorted(set(codes_of(error.messages)))) from error


def codes_of(messages: Any) -> list[str]:
    """All codes in nested messages: a form has one field for the whole list."""
    if isinstance(messages, dict):
        return [code for inner in messages.values() for code in codes_of(inner)]
    if isinstance(messages, list):
        return [code for inner in messages for code in codes_of(inner)]
    return [str(messages)]


class Reason(Text):
    """A reason that we know, with its facts: "recipient turn=2 position=5"."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> Any:
        written = super()._deserialize(value, attr, data, **kwargs)
        try:
            return str(read_reason(written or ""))
        except ValueError as error:
            raise ValidationError(["field.reason"]) from error


class RowSaid(Asked):
    error_messages = WRONG_TYPE
    label = Text(required=True, longest=8)
    seats = Number(required=True, least=1, most=MOST_SEATS)
    aisles = fields.List(
        Number(least=1, most=MOST_SEATS), load_default=list, error_messages=MESSAGES
    )


class HallRows(Listed):
    """Rows from the front to the back: objects, or lines such as "A-H 6+8+6"."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(fields.Nested(RowSaid), **kwargs)

    def read(self, text: str) -> list[Any]:
        try:
            return rows_of(text)
        except Refused as refused:
            raise ValidationError(["field.hall-lines"]) from refused

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> Any:
        rows = super()._deserialize(value, attr, data, **kwargs)
        if not 1 <= len(rows) <= MOST_ROWS:
            raise ValidationError(["field.rows"])
        return rows


class SeatLabels(Listed):
    """Labels of seats; in a form with commas, spaces or lines between them."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(Text(longest=LONGEST_LABEL), **kwargs)

    def read(self, text: str) -> list[Any]:
        return text.replace(",", " ").replace(";", " ").split()


class SeatSaid(Asked):
    error_messages = WRONG_TYPE
    seat = Text(required=True, longest=LONGEST_LABEL)
    guest = Id(required=True)
    reason = Reason(load_default="chosen", longest=80)


class SeatsTaken(Listed):
    """Who sits where: objects, or lines of seat, guest and reason."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(fields.Nested(SeatSaid), **kwargs)

    def read(self, text: str) -> list[Any]:
        names = ("seat", "guest", "reason")
        lines = (line.split(" ", 2) for line in text.splitlines() if line.strip())
        return [dict(zip(names, line, strict=False)) for line in lines]
