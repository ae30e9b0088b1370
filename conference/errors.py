"""Every way a command can be refused; the doors turn each into an answer and a sentence."""

from typing import Any
from uuid import UUID


class ConferenceError(Exception):
    """The parent of all refusals: understood by the doors, never a defect."""


class NotFound(ConferenceError):
    """There is no such thing, or it is not this conference's."""

    def __init__(self, kind: str, id: UUID | str | int) -> None:
        super().__init__(f"{kind} {id} not found")
        self.kind, self.id = kind, id


class Refused(ConferenceError):
    """Understood, and against a rule. `code` is `noun.reason`; `facts` fill the sentence."""

    def __init__(self, code: str, **facts: Any) -> None:
        super().__init__(code)
        self.code, self.facts = code, facts


class Unreadable(Refused):
    """What was sent cannot be taken for what it should be: 422, as for a wrong field."""


class Stale(ConferenceError):
    """Decided on an old page: the aggregate has since moved on to `version`."""

    def __init__(self, kind: str, version: int) -> None:
        super().__init__(f"{kind} is now at version {version}")
        self.kind, self.version = kind, version


class Forbidden(ConferenceError):
    """None of the `roles` held here may do this `act`."""

    def __init__(self, roles: tuple[str, ...], act: str) -> None:
        super().__init__(f"{', '.join(roles) or 'nobody'} may not {act}")
        self.roles, self.act = roles, act


class BadSheet(ConferenceError):
    """A file cannot be taken over; `rows` lists every bad cell."""

    def __init__(self, rows: list["BadCell"]) -> None:
        super().__init__(f"{len(rows)} bad cells")
        self.rows = rows


class BadCell:
    """One bad cell: sheet, row (1-based, as the office sees it), column heading, refusal code."""

    def __init__(self, sheet: str, row: int, column: str, code: str, **facts: Any) -> None:
        self.sheet, self.row, self.column, self.code, self.facts = sheet, row, column, code, facts


class Unavailable(ConferenceError):
    """The store cannot answer now; the same call may work in a moment (503, Retry-After)."""


class Busy(ConferenceError):
    """Asked too often; the same call may work after so many seconds (503, Retry-After)."""

    def __init__(self, code: str, wait_s: int) -> None:
        super().__init__(code)
        self.code, self.wait_s = code, wait_s
