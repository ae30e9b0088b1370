"""What a door says: a scan, a walk-in or the reversal of an entry; one of them or a backlog."""

from typing import Any

from marshmallow import ValidationError, fields

from conference.commands.check_in_turn import in_turn
from conference.commands.fields import Asked, Choice, Id, Number, Text, Yes
from conference.commands.fields_time import Moment

KINDS = ("scan", "walk_in", "reversal")

SHOWN = ("admitted", "unlisted")

MOST = 2_000
"""Entries of one request: a whole door's evening."""


class Said(Asked):
    """One entry of a door. `kind`: scan (the default), walk_in or reversal.

    A scan has the code that was read, `token`, or the `guest` whom a supervisor found by name. A
    walk-in has `name`, `post`, `body` and `voucher`; a namesake of a guest is asked about first,
    and let in with `sure`. A reversal takes back the entry made under the id `of`, or, a
    supervisor's, that of the `guest`, for a `reason`.

    Whoever comes after the closing is answered closed, as a verdict: entries made before it are
    decided as ever, however late they are told.

    `scan_id` is the idempotency key: an entry sent again is answered the same. `scanned_at` is the
    device's own clock, `counter` the device's own count, in whose order a request is decided on.
    `synced_at` is the server's own time as the device last heard it before the entry (`server_at`
    of the door's list): nothing is believed to be made long before it. `shown` is the verdict that
    a device without network gave on its own: admitted, or unlisted for a code that was not in its
    list. Where the log says otherwise, or an invited guest is called as the walk-in is, the entry
    is recorded for a supervisor to decide on.
    """

    kind = Choice(KINDS, load_default="scan")
    token = Text(load_default=None, allow_none=True, longest=300)
    guest = Id(load_default=None, allow_none=True)
    scan_id = Text(required=True, longest=80)
    door = Text(load_default="", longest=40)
    device = Text(load_default="", longest=80)
    scanned_at = Moment(load_default=None, allow_none=True)
    synced_at = Moment(load_default=None, allow_none=True)
    shown = Choice(SHOWN, load_default=None, allow_none=True)
    counter = Number(load_default=None, allow_none=True, most=2**31)
    name = Text(load_default=None, allow_none=True, longest=120)
    honorific = Text(load_default=None, allow_none=True, longest=40)
    post = Text(load_default=None, allow_none=True)
    body = Text(load_default=None, allow_none=True)
    voucher = Text(load_default=None, allow_none=True, longest=120)
    sure = Yes(load_default=False)
    of = Text(load_default=None, allow_none=True, longest=80)
    reason = Text(load_default=None, allow_none=True)


class Entries(fields.List):
    """A backlog. One entry that cannot be read must not hold up a door's evening: it is answered
    with its own refusal, as long as it has an id."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> Any:
        if not isinstance(value, list):
            raise self.make_error("invalid")
        if not 1 <= len(value) <= MOST:
            raise ValidationError(["field.long"])
        with in_turn(len(value)):
            return [self._read(one) for one in value]

    def _read(self, said: Any) -> Any:
        try:
            return ONE.load(said)
        except ValidationError as error:
            if "scan_id" in error.normalized_messages() or not isinstance(said, dict):
                raise
            return {**ONE.load({"scan_id": said["scan_id"]}), "unread": True}


ONE = Said()


class CheckIn(Said):
    """One entry, or `scans`: a backlog in the device's order. `sent_at`: the device's clock now."""

    scan_id = Text(load_default=None, allow_none=True, longest=80)
    sent_at = Moment(load_default=None, allow_none=True)
    scans = Entries(fields.Nested(Said), load_default=None)
