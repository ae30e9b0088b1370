"""Every fact there is: importing this module registers all topics."""

from events import (
    agenda,
    agenda_day,
    agenda_notices,
    agenda_release,
    attendance,
    awards,
    badges,
    conference,
    guest_import,
    invitation,
    invitation_answers,
    invitation_letters,
    publication,
    seating,
    speech,
    team,
)
from events.base import TOPICS

NOUNS = (
    conference,
    invitation,
    invitation_answers,
    invitation_letters,
    guest_import,
    attendance,
    agenda,
    agenda_day,
    agenda_notices,
    agenda_release,
    speech,
    awards,
    seating,
    badges,
    publication,
    team,
)

__all__ = ["NOUNS", "TOPICS"]
