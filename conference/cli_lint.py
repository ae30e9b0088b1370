"""What `lint` prints at the command line: every finding as a sentence, and how it stands."""

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from conference.lint_words import message, readiness
from projections.library import Library
from projections.lint_kept import Kept


def checked(
    library: Library, conference: UUID, now: datetime, say: Callable[..., str]
) -> tuple[list[str], bool]:
    """The findings as lines, and whether no error is left that nobody answers for."""
    shelf = library.shelf(conference)
    found = Kept().of(shelf, shelf.conference.clock(now).date(), library)
    lines = []
    for one in found.findings:
        kind = say(f"severity.{'waived' if one.waived else one.severity}")
        lines.append(f"{kind} [{one.code}] {message(one, say)}")
    return [*lines, readiness(found.errors, say)], found.ready
