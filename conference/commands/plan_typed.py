"""The plan as an organiser works on it in forms: one press, one field, one list at a time."""

from collections.abc import Mapping, Sequence
from typing import Any, Protocol
from uuid import UUID

from marshmallow import Schema, ValidationError, fields, post_load, pre_load

from conference.commands.awards_change import Amending
from conference.commands.awards_plan import MoveRecipient
from conference.commands.awards_prepared import MOST_PRESENTERS
from conference.commands.fields import Asked, Choice, Id, Number, Text, Yes
from conference.domain.awards_prepared import READINESS
from conference.rules.award_catalogue import BY_KEY, PRESETS


class PlacedRecipient(MoveRecipient):
    """The fields of MoveRecipient; a button has one value for both: `place` is the turn, and
    behind a stroke the line before which it goes."""

    @pre_load
    def of_one_field(self, data: Any, **_: Any) -> Any:
        if not isinstance(data, Mapping) or not data.get("place"):
            return data
        turn, *before = str(data["place"]).split("/", 1)
        return {**data, "turn": turn, "before": next(filter(None, before), None)}


class Said(Protocol):
    """A presenter as the documents have one."""

    @property
    def guest(self) -> UUID | None: ...
    @property
    def name(self) -> str: ...
    @property
    def post(self) -> str | None: ...


class PickedPresenter(Amending):
    """One press on the list of who hands over in a turn: somebody comes to it by name or as a
    `guest`, goes up, down, or off. `place` counts from 0; what comes out is AssignPresenters'."""

    guest = Id(load_default=None, allow_none=True)
    name = Text(load_default=None, allow_none=True, longest=120)
    post = Text(load_default=None, allow_none=True)
    up = Number(most=MOST_PRESENTERS, load_default=None, allow_none=True)
    down = Number(most=MOST_PRESENTERS, load_default=None, allow_none=True)
    off = Number(most=MOST_PRESENTERS, load_default=None, allow_none=True)

    assigned: tuple[Said, ...] = ()
    called: Mapping[UUID, tuple[str, str | None]] = {}
    ranks: Sequence[UUID] = ()

    @classmethod
    def knowing(
        cls,
        assigned: Sequence[Said],
        called: Mapping[UUID, tuple[str, str | None]],
        ranks: Sequence[UUID],
    ) -> type[Schema]:
        """The form for who is `assigned`; `called` says name and post of each guest, `ranks` their
        order of precedence, by which a guest comes before those who rank lower."""
        known = {"assigned": tuple(assigned), "called": called, "ranks": ranks}
        return type("KnownPresenters", (cls,), known)

    @post_load
    def to_presenters(self, said: dict[str, Any], **_: Any) -> dict[str, Any]:
        listed = [{"guest": one.guest, "name": one.name, "post": one.post} for one in self.assigned]
        if said["guest"] is not None:
            self.admit(listed, said["guest"])
        elif said["name"] is not None:
            listed.append({"guest": None, "name": said["name"], "post": said["post"]})
        elif all(said[act] is None for act in ("up", "down", "off")):
            raise ValidationError({"name": ["field.required"]})
        rearrange(listed, said["up"], said["down"], said["off"])
        return {"presenters": listed, "amends": said["amends"]}

    def admit(self, listed: list[dict[str, Any]], guest: UUID) -> None:
        """Let a guest come on the list, before the first who ranks lower; once."""
        if guest not in self.called:
            raise ValidationError({"guest": ["field.id"]})
        if any(one["guest"] == guest for one in listed):
            return
        name, post = self.called[guest]
        place = {id: n for n, id in enumerate(self.ranks)}
        lower = (n for n, one in enumerate(listed) if place.get(one["guest"], -1) > place[guest])
        listed.insert(next(lower, len(listed)), {"guest": guest, "name": name, "post": post})


def rearrange(listed: list[Any], up: int | None, down: int | None, off: int | None) -> None:
    """One step of one entry, where there is one."""
    if up is not None and 0 < up < len(listed):
        listed.insert(up - 1, listed.pop(up))
    if down is not None and down < len(listed) - 1:
        listed.insert(down + 1, listed.pop(down))
    if off is not None and off < len(listed):
        listed.pop(off)


class TickedLines(Amending):
    """Lines of one list that are ticked to come on the stage; the others of it do not."""

    lines = fields.List(Id(), load_default=list)

    listed: tuple[UUID, ...] = ()

    @classmethod
    def knowing(cls, listed: Sequence[UUID]) -> type[Schema]:
        return type("KnownLines", (cls,), {"listed": tuple(listed)})

    @post_load
    def to_lists(self, said: dict[str, Any], **_: Any) -> dict[str, Any]:
        ticked = frozenset(said["lines"])
        on = [id for id in self.listed if id in ticked]
        off = [id for id in self.listed if id not in ticked]
        return {"on": on, "off": off, "amends": said["amends"]}


class WholeStageList(Amending):
    """Whether all lines of an instrument come on the stage, or none."""

    on_stage = Yes(required=True)


class WholeReadiness(Asked):
    """How far the objects of a whole turn or instrument are."""

    readiness = Choice(READINESS, required=True)


class TypedAliases(Asked):
    """Other names, one a line; what comes out is NoteAliases'."""

    aliases = Text(load_default=None, allow_none=True, lines=True, longest=2_000)

    @post_load
    def to_names(self, said: dict[str, Any], **_: Any) -> dict[str, Any]:
        return {"aliases": [one.strip() for one in (said["aliases"] or "").splitlines()]}


class PlacedAward(Amending):
    """An award comes before another one (none: last) in the conference's own precedence, which
    begins as a copy of the one it went by; what comes out is ArrangePrecedence's."""

    before = Choice(tuple(BY_KEY), load_default=None, allow_none=True)

    order: tuple[str, ...] = ()
    award = ""

    @classmethod
    def knowing(cls, order: Sequence[str], award: str) -> type[Schema]:
        return type("KnownPrecedence", (cls,), {"order": tuple(order), "award": award})

    @post_load
    def to_order(self, said: dict[str, Any], **_: Any) -> dict[str, Any]:
        before = said["before"]
        if self.award == before:
            return {"order": list(self.order), "amends": said["amends"]}
        rest = [one for one in self.order if one != self.award]
        rest.insert(rest.index(before) if before else len(rest), self.award)
        return {"order": rest, "amends": said["amends"]}


class CopiedPrecedence(Amending):
    """The conference's own precedence begins anew as a preset."""

    preset = Choice(tuple(PRESETS), required=True)

    @post_load
    def to_order(self, said: dict[str, Any], **_: Any) -> dict[str, Any]:
        return {"order": list(PRESETS[said["preset"]]), "amends": said["amends"]}
