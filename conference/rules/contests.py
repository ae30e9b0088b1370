"""What can become of an entry that a door without network made against the log."""

PRESENT = ("same_person", "two_people", "taken_back")
"""Of a guest who is in the hall by another entry."""

ABSENT = ("stands", "taken_back")
"""Of a guest whom the log does not know in the hall."""

OUTCOMES = tuple(dict.fromkeys((*PRESENT, *ABSENT)))


def outcomes_of(present: bool) -> tuple[str, ...]:
    """How a contested entry can be settled, by whether its guest is in the hall."""
    return PRESENT if present else ABSENT
