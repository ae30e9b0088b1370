"""Once only: a write repeated under its Idempotency-Key answers the same and records nothing."""

import re
from collections.abc import Callable
from hashlib import sha256
from uuid import UUID, uuid4, uuid5

from flask import request

from conference import gate, vault
from conference.errors import Refused
from conference.store import Store
from conference.store_writer import Conflict

KEY = re.compile(r"[A-Za-z0-9_-]{8,80}")
SPACE = UUID("0b7f3f0e-9d5f-4d55-8a3c-6a1e20190325")
"""The space of ids that are made for a keyed request, so that a repetition makes the same id."""


def once(carry_out: Callable[[Store], None], makes: UUID | None) -> UUID | None:
    """Carry a write out, at most once for its Idempotency-Key; answers the id of what it makes.

    The answer is kept in the same transaction as the facts. The same key with another request is
    refused (422). Of two that come at the same moment one is carried out, both get its answer.
    """
    store, key = gate.house().store, kept_key()
    if key is None:
        carry_out(store)
        return makes
    asked = request_hash()
    known = known_answer(key, asked)
    if known is not None:
        return known[1]
    try:
        carry_out(store.along(vault.answering(key, asked, makes, gate.now())))
    except (Refused, Conflict):
        other = known_answer(key, asked)
        if other is None:
            raise
        return other[1]
    keep(key, asked, makes)
    return makes


def keep(key: str, asked: str, id: UUID | None) -> None:
    """Keep the answer of a write that recorded nothing, too."""
    if known_answer(key, asked) is None:
        try:
            gate.house().store.write([vault.answering(key, asked, id, gate.now())])
        except Refused:
            known_answer(key, asked)


def kept_key() -> str | None:
    """The key of this request, one account's own; None where none was sent."""
    given = request.headers.get("Idempotency-Key")
    if given is None:
        return None
    if not KEY.fullmatch(given):
        raise Refused("idempotency.bad-key")
    return f"{gate.stamp().by}:{given}"


def made_id() -> UUID:
    """The id for what this request makes: the same for the same key, else a new one."""
    key = kept_key()
    return uuid5(SPACE, key) if key else uuid4()


def request_hash() -> str:
    """What the request asks for, so that a key used for something else is noticed."""
    asked = f"{request.method} {request.full_path}\n".encode()
    if request.mimetype == "multipart/form-data":
        files = sorted(request.files.items())
        parts = [sha256(file.stream.read()).digest() for _, file in files]
        for _, file in files:
            file.stream.seek(0)
        return sha256(asked + b"".join(parts)).hexdigest()
    return sha256(asked + request.get_data()).hexdigest()


def known_answer(key: str, asked: str) -> tuple[str, UUID | None] | None:
    """What was answered under the key before. Refused when it was for another request."""
    known = vault.answer(gate.house().store, key)
    if known is not None and known[0] != asked:
        raise Refused("idempotency.other-request")
    return known
