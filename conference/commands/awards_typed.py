"""An instrument as an organiser types it into a form: one award and placing, a name a line."""

from typing import Any, Protocol
from uuid import UUID

from marshmallow import Schema, ValidationError, post_load

from conference.commands.awards import RECIPIENTS
from conference.commands.awards_change import Amending
from conference.commands.fields import Choice, Number, Text
from conference.commands.fields_time import Day
from conference.rules.award_catalogue import BY_KEY, LEVELS

MOST_TYPED = 2_000
"""Lines of one form: more come by workbook."""


class KnownLine(Protocol):
    id: UUID
    name: str
    guest: UUID | None
    representative: str | None
    reason: str | None


class Known(Protocol):
    @property
    def lines(self) -> "tuple[Any, ...]": ...


class TypedInstrument(Amending):
    """The fields of RegisterInstrument, with `names`: one recipient a line, in order."""

    kind = Choice(("decision", "proposal"), required=True)
    title = Text(required=True, longest=500)
    number = Text(load_default=None, allow_none=True, longest=80)
    dated_on = Day(load_default=None, allow_none=True)
    level = Choice(LEVELS, required=True)
    signatory = Text(load_default=None, allow_none=True)
    announcer = Text(required=True)
    stated_count = Number(least=0, most=100_000, load_default=None, allow_none=True)
    award = Choice(tuple(BY_KEY), required=True)
    recipients = Choice(RECIPIENTS, load_default="collective")
    placing = Number(least=1, most=9, load_default=None, allow_none=True)
    year = Number(least=1945, most=2200, load_default=None, allow_none=True)
    names = Text(required=True, lines=True, longest=300_000)
    note = Text(load_default=None, allow_none=True, longest=1000)

    known: tuple[Any, ...] = ()

    @classmethod
    def knowing(cls, instrument: Known) -> type[Schema]:
        """The same form for an instrument that exists: a line whose name stands keeps its id,
        its guest and its representative."""
        return type("KnownInstrument", (cls,), {"known": instrument.lines})

    @post_load
    def to_lines(self, said: dict[str, Any], **_: Any) -> dict[str, Any]:
        """Turn the typed names into lines."""
        names = [name.strip() for name in said.pop("names").splitlines() if name.strip()]
        if not 1 <= len(names) <= MOST_TYPED:
            raise ValidationError({"names": ["field.range"]})
        like = {key: said.pop(key) for key in ("award", "placing", "year")}
        like["kind"] = said.pop("recipients")
        left = {line.name: line for line in self.known}
        said["lines"] = [
            {**like, **kept(left.pop(name, None)), "number": number, "name": name}
            for number, name in enumerate(names, 1)
        ]
        return said


def kept(line: KnownLine | None) -> dict[str, Any]:
    """What a line that stands already keeps."""
    if line is None:
        return {"line": None, "guest": None, "representative": None, "reason": None}
    stands = {"guest": line.guest, "representative": line.representative, "reason": line.reason}
    return {"line": line.id, **stands}
