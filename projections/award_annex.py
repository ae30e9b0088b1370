"""An annex beside its instrument: which file, what the text states, and three counts to compare."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID


@dataclass(frozen=True)
class Annex:
    """The file that an instrument's lines were last taken from. `collectives` and `individuals`
    are how many the decision's text states, None where it does not say."""

    file: str
    at: datetime
    collectives: int | None
    individuals: int | None
    added: int
    changed: int
    gone: int

    @property
    def stated(self) -> int | None:
        """All that the text states."""
        said = [one for one in (self.collectives, self.individuals) if one is not None]
        return sum(said) if said else None


@dataclass(frozen=True)
class Count:
    """One row of the reconciliation. `of`: collectives, individuals or all; `stated` by the text,
    `listed` in the annex, `staged` in the turns."""

    of: str
    stated: int | None
    listed: int
    staged: int

    @property
    def agrees(self) -> bool:
        return self.stated in (None, self.listed)


def reconciled(
    stated: tuple[int | None, int | None, int | None],
    listed: Iterable[tuple[UUID | None, str]],
    staged: frozenset[UUID],
    presentable: bool,
) -> tuple[Count, ...]:
    """Collectives, individuals (and households), all. `stated` in this order; `listed` is id and
    kind of each line, None for one that is new and will come on stage if it can be presented."""
    lines = list(listed)
    on = [kind for id, kind in lines if presentable and (id is None or id in staged)]
    whole = [kind for _, kind in lines]
    found = []
    for of, said, kinds in zip(("collectives", "individuals"), stated, KINDS, strict=False):
        counts = (sum(kind in kinds for kind in one) for one in (whole, on))
        found.append(Count(of, said, *counts))
    return (*found, Count("all", stated[2], len(whole), len(on)))


KINDS = (("collective",), ("individual", "household", "posthumous"))
"""Kinds of recipients that a decision's text counts together: tập thể, cá nhân."""
