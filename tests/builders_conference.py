"""Builders of conferences: one that is planned, whatever is said besides."""

from collections.abc import Callable
from typing import Any

from builders import KIEN_GIANG, STAMP

from conference.domain.conference import Conference

PLAN: dict[str, Any] = {
    "code": "kg-2019",
    "title": "Hội nghị tổng kết",
    "kind": "summary_conference",
    "host": "UBND tỉnh",
    "held_on": "2019-03-25",
    "time_zone": "Asia/Ho_Chi_Minh",
}


def a_conference(*acts: Callable[[Conference], object], **said: Any) -> Conference:
    """A planned conference and what was done with it, all facts pending."""
    conference = Conference.plan(STAMP, **{"id": KIEN_GIANG, **PLAN, **said})
    for act in acts:
        act(conference)
    return conference
