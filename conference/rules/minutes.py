"""Minutes and times of day as people type them: one parser for forms and spreadsheets.

"8:15" and "8h15" are eight hours and a quarter where a length is asked for, and a quarter past
eight where a start is: the field decides, and its hint says so.
"""

import re
import unicodedata
from datetime import time

from conference.errors import Refused

LONGEST = 24 * 60
"""Minutes of one item at most: a day."""

MINUTE = r"(?:phút|phut|minutes?|mins?|min|m|p|')"
HOUR = r"(?:giờ|gio|hours?|h|g|:)"

FORMS = (
    re.compile(rf"(?P<m>\d{{1,4}})\s*{MINUTE}?"),
    re.compile(rf"(?P<h>\d{{1,2}})\s*{HOUR}\s*(?:(?P<m>\d{{1,2}})\s*{MINUTE}?)?"),
)

CLOCK = re.compile(rf"(?P<h>\d{{1,2}})\s*{HOUR}\s*(?:(?P<m>\d{{2}})\s*(?::00|{MINUTE})?)?")


def minutes_of(text: str) -> int:
    """ "90", "90 phút", "1h30", "1:30", "1 giờ 30" as whole minutes, at least 1.

    Refused("field.minutes") for anything else, for nothing and for more than a day.
    """
    written = plain(text)
    for form in FORMS:
        if found := form.fullmatch(written):
            parts = found.groupdict()
            minutes = int(parts.get("h") or 0) * 60 + int(parts["m"] or 0)
            if 1 <= minutes <= LONGEST and (parts.get("h") is None or int(parts["m"] or 0) < 60):
                return minutes
    raise Refused("field.minutes")


def clock_of(text: str) -> time:
    """ "8:15", "08:15:00", "8h15", "8g15", "8 giờ 15", "8h" as a time of day.

    Refused("field.instant") for anything else; "8" and "815" leave open what they mean.
    """
    found = CLOCK.fullmatch(plain(text))
    if not found or text.strip().endswith(":"):
        raise Refused("field.instant")
    hour, minute = int(found["h"]), int(found["m"] or 0)
    if hour > 23 or minute > 59:
        raise Refused("field.instant")
    return time(hour, minute)


def plain(text: str) -> str:
    """Without the white space around, small letters, composed as they are written above."""
    return unicodedata.normalize("NFC", text).strip().lower()
