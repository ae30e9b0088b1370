"""The awards as their page shows them: the book of awards, and what should be looked at."""

from dataclasses import dataclass
from functools import cached_property
from uuid import UUID

from projections.award_book import AwardBook
from projections.award_book_checks import evolve
from projections.award_warnings import Warning, warnings_of

__all__ = ["Awards", "blank", "evolve"]


@dataclass(frozen=True)
class Awards(AwardBook):
    @cached_property
    def warnings(self) -> tuple[Warning, ...]:
        return warnings_of(self.instruments, self.settings)


def blank(conference_id: UUID) -> Awards:
    return Awards()
