"""A conference's log leaves the store and enters another, whole or not at all."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from builders import STAMP
from builders_workbook import bad_cells

from conference.config import Settings
from conference.errors import NotFound, Refused
from conference.importers.demo import load_demo
from conference.importers.log_file import exported, import_log, read_log
from conference.importers.workbook_desk import conference_id_of
from conference.store import Store
from projections.library import Library

KIEN_GIANG = conference_id_of("kien-giang-2019")


@pytest.fixture
def elsewhere(tmp_path: Path) -> Iterator[Store]:
    """Another store, which holds the demo."""
    settings = Settings(data_dir=tmp_path / "elsewhere", secret_key="a key for tests only")
    settings.data_dir.mkdir()
    Store.migrate(settings)
    store = Store(settings)
    load_demo(store, STAMP, "Ban tổ chức")
    yield store
    store.close()


@pytest.fixture
def lines(elsewhere: Store) -> list[bytes]:
    """The demo's log."""
    return list(exported(elsewhere, KIEN_GIANG))


def changed(line: bytes, change: Callable[[dict[str, Any]], object]) -> bytes:
    said = json.loads(line)
    change(said)
    return json.dumps(said).encode()


def test_an_exported_log_read_into_an_empty_store_gives_the_same_log_and_documents(
    store: Store, elsewhere: Store, lines: list[bytes]
) -> None:
    id = import_log(store, lines)
    assert list(exported(store, id)) == lines
    theirs, ours = (Library(one.facts).shelf(id) for one in (elsewhere, store))
    assert [vars(ours)[name] for name in vars(ours) if name != "position"] == [
        vars(theirs)[name] for name in vars(theirs) if name != "position"
    ]


def test_the_first_line_says_what_the_file_is_and_who_acted(lines: list[bytes]) -> None:
    header = json.loads(lines[0])
    assert (header["format"], header["version"]) == ("le-dai-log", 1)
    assert header["facts"] == len(lines) - 1
    assert header["actors"] == {str(STAMP.by): "Ban tổ chức"}


def test_a_conference_that_is_there_already_is_refused(store: Store, lines: list[bytes]) -> None:
    import_log(store, lines)
    head = store.head()
    with pytest.raises(Refused) as refused:
        import_log(store, lines)
    assert (refused.value.code, store.head()) == ("store.exists", head)


def test_an_unknown_conference_is_not_found(store: Store) -> None:
    with pytest.raises(NotFound):
        list(exported(store, uuid4()))


@pytest.mark.parametrize(
    ("spoil", "line", "code"),
    [
        (lambda ls: [], 0, "log.empty"),
        (lambda ls: ls[:1], 1, "log.empty"),
        (lambda ls: [b"Ho ten;Chuc vu", *ls], 1, "log.bad-line"),
        (lambda ls: [b"{}", *ls], 1, "log.not-a-log"),
        (lambda ls: [changed(ls[0], lambda h: h.update(version=2))], 1, "log.newer-format"),
        (lambda ls: ls[:-1], -1, "log.cut-off"),
        (lambda ls: [*ls[:3], b"[" * 100_000], 4, "log.bad-line"),
        (lambda ls: [*ls[:3], b'{"topic": 1}'], 4, "log.bad-line"),
        (lambda ls: [*ls[:3], b"7"], 4, "log.bad-line"),
        (lambda ls: [changed(ls[0], lambda h: h.update(conference="x"))], 1, "log.bad-line"),
        (lambda ls: [ls[0], changed(ls[1], lambda f: f.pop("id"))], 2, "log.bad-"),
        (lambda ls: [ls[0], ls[1], ls[1]], 3, "log.version-gap"),
        (lambda ls: [ls[0], *ls[2:]], 2, "log.version-gap"),
        (lambda ls: [ls[0], changed(ls[1], lambda f: f.update(topic="os:system"))], 2, "topic"),
        (lambda ls: [ls[0], changed(ls[1], lambda f: f.update(at="7 giờ"))], 2, "log.bad-payload"),
        (lambda ls: [ls[0], changed(ls[1], lambda f: f["payload"].pop("code"))], 2, "payload"),
        (
            lambda ls: [ls[0], changed(ls[1], lambda f: f["payload"].update(title=7))],
            2,
            "log.bad-payload",
        ),
        (
            lambda ls: [changed(ls[0], lambda h: h.update(conference=str(uuid4()))), *ls[1:]],
            2,
            "log.other-conference",
        ),
    ],
)
def test_a_bad_line_is_named_by_its_number(
    lines: list[bytes], spoil: Any, line: int, code: str
) -> None:
    ((_, number, _, found),) = bad_cells(lambda: read_log(spoil(lines)))
    assert number == (len(lines) - 1 if line < 0 else line)
    assert code in found
