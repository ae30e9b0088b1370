"""The turns of doors that come back with a long list each, so that live scans need not wait."""

from contextlib import AbstractContextManager, nullcontext
from threading import Lock

FEW = 10
"""Entries of a list that waits for no other."""

TURN = Lock()


def in_turn(count: int) -> AbstractContextManager[object]:
    """The turn of a long list to be read, decided or answered, which is all the processor's work:
    eight at once left a live scan a ninth of it, and it waited four times as long."""
    return TURN if count > FEW else nullcontext()
