"""The awards as their page shows them: the book of awards. What should be looked at in it, and in
the plan made of it, is the linter's (projections.lint)."""

from dataclasses import dataclass
from uuid import UUID

from projections.award_book import AwardBook
from projections.award_book_checks import evolve

__all__ = ["Awards", "blank", "evolve"]


@dataclass(frozen=True)
class Awards(AwardBook):
    """A book of awards."""


def blank(conference_id: UUID) -> Awards:
    return Awards()
