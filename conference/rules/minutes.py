"""Minutes as people type them: one parser for forms and spreadsheets."""

import re

from conference.errors import Refused

LONGEST = 24 * 60
"""Minutes of one item at most: a day."""

FORMS = (
    re.compile(r"(?P<m>\d{1,4})\s*(?:phút|phut|minutes?|min|m|p|')?"),
    re.compile(
        r"(?P<h>\d{1,2})\s*(?:giờ|gio|hours?|h|:)\s*(?P<m>\d{1,2})?\s*(?:phút|phut|min|m|p|')?"
    ),
)


def minutes_of(text: str) -> int:
    """ "90", "90 phút", "1h30", "1:30", "1 giờ 30" as whole minutes, at least 1.

    Refused("field.minutes") for anything else, for nothing and for more than a day.
    """
    written = text.strip().lower()
    for form in FORMS:
        if found := form.fullmatch(written):
            parts = found.groupdict()
            minutes = int(parts.get("h") or 0) * 60 + int(parts["m"] or 0)
            if 1 <= minutes <= LONGEST and (parts.get("h") is None or int(parts["m"] or 0) < 60):
                return minutes
    raise Refused("field.minutes")
