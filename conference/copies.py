"""Copies of what is read: drawn once for all who would be shown the same.

Documents never change. So a page or an answer that is made of documents alone stays as it is until
one of the conference's documents becomes another, for everybody with the same roles and language.
What differs all the same (the form's token, a name, the time, the log's position) is left open in
a copy as a *hole*, and filled for each request.
"""

import re
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator, Mapping
from datetime import date
from functools import wraps
from html import escape
from secrets import token_hex
from threading import Lock
from typing import NamedTuple

from flask import Response, current_app, g, make_response, request, session
from flask.typing import ResponseReturnValue

from conference import gate
from conference.language import chosen_language
from projections.library import Shelf

MOST = 32 * 1024 * 1024
"""Bytes that all copies of a process may take: some 250 pages of the demo."""

BESIDE = 64 * 1024
"""Bytes counted for the documents that a copy keeps alive; most of them it shares (an estimate)."""

TURNS = 16
"""Locks by which those who ask for the same at once wait for one drawing: a ping makes every open
screen ask."""

MARK = f"hole-{token_hex(16)}-"
"""Where a hole is. Nobody can write it into a text: another in every process, and never sent."""

OF_A_PARTIAL = ("HX-Request", "HX-Boosted")
"""Headers by which a page is told apart from its partial."""

HOLE = re.compile(rf"{MARK}(\w+);")

View = Callable[..., ResponseReturnValue]


class Copy(NamedTuple):
    """A drawn answer: `texts` with one of `holes` between each two, and what it was drawn from."""

    shelf: Shelf
    texts: tuple[bytes, ...]
    holes: tuple[str, ...]
    content_type: str
    etag: str | None

    @property
    def weight(self) -> int:
        return BESIDE + sum(map(len, self.texts))


class Copies:
    """The copies of this process; those that nobody asked for the longest time go first."""

    def __init__(self, holes: Mapping[str, Callable[[], str]], most: int = MOST) -> None:
        self.holes, self.most, self.weight = holes, most, 0
        self._kept: OrderedDict[Hashable, Copy] = OrderedDict()
        self._lock = Lock()
        self._turns = [Lock() for _ in range(TURNS)]

    def of(self, key: Hashable, draw: Callable[[], Copy]) -> Copy:
        """The copy under this key, drawn where there is none."""
        if (kept := self._get(key)) is not None:
            return kept
        with self._turns[hash(key) % TURNS]:
            if (kept := self._get(key)) is not None:
                return kept
            new = draw()
            self._keep(key, new)
            return new

    def _get(self, key: Hashable) -> Copy | None:
        with self._lock:
            if (kept := self._kept.get(key)) is not None:
                self._kept.move_to_end(key)
            return kept

    def _keep(self, key: Hashable, new: Copy) -> None:
        with self._lock:
            self._kept[key] = new
            self.weight += new.weight
            while self.weight > self.most:
                self.weight -= self._kept.popitem(last=False)[1].weight


def copied(view: View) -> View:
    """Mark a view that reads only documents, roles, language, day and its URL: it may be copied.

    It answers 200 or raises. After a command, and where a notice waits, it is drawn as ever.
    """

    @wraps(view)
    def shown(**ids: object) -> ResponseReturnValue:
        if request.method != "GET" or "_flashes" in session:
            return view(**ids)
        copies: Copies = current_app.extensions["copies"]
        return answer(copies, copies.of(key(), lambda: drawn(view, ids)))

    shown.copied = True  # type: ignore[attr-defined]
    return shown


def straight() -> Response | None:
    """Before all else: reading what may be copied needs no token checked and no tries counted,
    which cost as much again as the copy. Who asks is still asked first."""
    view = current_app.view_functions.get(request.endpoint or "")
    if request.method != "GET" or not hasattr(view, "copied"):
        return None
    gate.enforce()
    return make_response(view(**(request.view_args or {})))  # type: ignore[misc]


def key() -> Hashable:
    """All that a copy depends on. Documents are told apart by identity, which holds while the
    copy keeps them; those of a past position never become others."""
    asked = (request.path, request.query_string, *map(request.headers.get, OF_A_PARTIAL))
    return *asked, chosen_language(), gate.roles_here(), today(), *identities()


def today() -> date | None:
    """The day on the conference's clock, by which the linter judges; the past has its own."""
    return None if past() else gate.newest().conference.clock(gate.now()).date()


def identities() -> Iterator[int]:
    """Of the documents as they are now; of none for a past position."""
    if not past():
        yield from (id(one) for name, one in vars(gate.newest()).items() if name != "position")


def past() -> bool:
    """Whether a past position is asked for."""
    return bool(request.query_string) and "at" in request.args


def drawn(view: View, ids: Mapping[str, object]) -> Copy:
    """What the view answers, with holes."""
    g.copying = True
    try:
        response = make_response(view(**ids))
    finally:
        del g.copying
    assert response.status_code == 200
    parts = HOLE.split(response.get_data(as_text=True))
    texts = tuple(part.encode() for part in parts[::2])
    etag = response.headers.get("ETag")
    return Copy(gate.shelf(), texts, tuple(parts[1::2]), response.content_type or "", etag)


def answer(copies: Copies, copy: Copy) -> Response:
    """The copy with its holes filled for who asks now."""
    if past():
        g.shelf = copy.shelf
    filled = {name: escape(copies.holes[name]()).encode() for name in set(copy.holes)}
    parts = [b""] * (len(copy.texts) + len(copy.holes))
    parts[::2], parts[1::2] = copy.texts, map(filled.__getitem__, copy.holes)
    response = Response(b"".join(parts), content_type=copy.content_type)
    if copy.etag:
        response.headers["ETag"] = copy.etag
    return response


def hole(name: str) -> str:
    """What differs between two who are shown the same: its value, or an open place in a copy."""
    if "copying" in g:
        return f"{MARK}{name};"
    copies: Copies = current_app.extensions["copies"]
    return copies.holes[name]()
