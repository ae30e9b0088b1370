"""What the OpenAPI document says of a command's fields beyond their type: bounds and forms."""

from functools import singledispatch
from typing import Any

from marshmallow import fields

from conference.commands.fields import Number, Text
from conference.commands.fields_time import Day, Instant, Minutes
from conference.rules.minutes import LONGEST


@singledispatch
def hint(field: fields.Field[Any], **_: Any) -> dict[str, Any]:
    """JSON Schema keywords of one field, for apispec's `add_attribute_function`."""
    return {}


@hint.register
def _(field: Text, **_: Any) -> dict[str, Any]:
    return {"maxLength": field.longest}


@hint.register
def _(field: Number, **_: Any) -> dict[str, Any]:
    return {"minimum": field.least, "maximum": field.most}


@hint.register
def _(field: Minutes, **_: Any) -> dict[str, Any]:
    """A number, or text such as 1h30."""
    return typed(field, "integer", "string") | {"minimum": 1, "maximum": LONGEST}


@hint.register
def _(field: Day, **_: Any) -> dict[str, Any]:
    return typed(field, "string") | {"format": "date"}


@hint.register
def _(field: Instant, **_: Any) -> dict[str, Any]:
    """With an offset; or a local time, meant in the conference's zone on its own day."""
    return typed(field, "string") | {"format": "date-time"}


def typed(field: fields.Field[Any], *types: str) -> dict[str, Any]:
    return {"type": [*types, "null"] if field.allow_none else list(types)}
