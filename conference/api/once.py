"""Once only: a write repeated under its Idempotency-Key answers the same and records nothing."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from conference import gate


def once(carry_out: Callable[[Any], UUID | None]) -> UUID | None:
    return carry_out(gate.house().store)
