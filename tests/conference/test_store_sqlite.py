"""SQLite's promises: a commit is on the disk when it is told, and one process writes at a time."""

from threading import Thread
from typing import ClassVar

import pytest
from builders import KIEN_GIANG, STAMP
from builders_agenda import add

from conference.config import Settings
from conference.domain.agenda import Agenda
from conference.errors import Unavailable
from conference.store import Store
from conference.store_sqlite import FileLock, SQLite

AGENDA = Agenda.id_of(KIEN_GIANG)


@pytest.mark.parametrize("hasty", ["OFF", "NORMAL"])
def test_a_database_that_would_lose_a_commit_is_not_opened(settings: Settings, hasty: str) -> None:
    class Hasty(SQLite):
        SYNCHRONOUS: ClassVar[str] = hasty

    with pytest.raises(Unavailable, match="synchronous=FULL"):
        Hasty(settings.sqlite_path)


def test_a_commit_waits_while_another_process_has_the_lock(settings: Settings) -> None:
    store, other = Store(settings), FileLock(settings.sqlite_path)
    store.create(Agenda.draft(STAMP, KIEN_GIANG))
    writing = Thread(target=lambda: store.change(Agenda, AGENDA, lambda a: add(a, "opening")))
    with other:
        writing.start()
        writing.join(0.3)
        assert writing.is_alive()
        assert store.load(Agenda, AGENDA).order == []
    writing.join(5)
    assert len(store.load(Agenda, AGENDA).order) == 1
    store.close()
    other.close()
