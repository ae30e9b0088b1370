"""Every fact there is: importing this module registers all topics."""

from events import agenda, attendance, awards, conference, invitation, seating, team
from events.base import TOPICS

NOUNS = (conference, invitation, attendance, agenda, awards, seating, team)

__all__ = ["NOUNS", "TOPICS"]
