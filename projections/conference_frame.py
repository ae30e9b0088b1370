"""What frames a conference: its chair, the documents on its table, notes on its source."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID


@dataclass(frozen=True)
class Chair:
    name: str
    post: str
    honorific: str | None
    guest: UUID | None


@dataclass(frozen=True)
class TabledDocument:
    id: UUID
    title: str
    kind: str
    adopted_at: datetime | None = None


def title_of(id: UUID, *documents: TabledDocument) -> str | None:
    """The title of one of these documents, None where it is none of them."""
    return next((one.title for one in documents if one.id == id), None)


@dataclass(frozen=True)
class Note:
    """A note on the source: `anomaly` (contradicts itself) or `illustrative`."""

    id: UUID
    kind: str
    about: str
    text: str


@dataclass(frozen=True)
class Letter:
    """What every letter says beside its guest; the fields of LetterWorded."""

    parent: str | None = None
    place: str | None = None
    subject: str | None = None
    asked: str | None = None
    contact: str | None = None
    copies: str | None = None
    authority: str | None = None
    signer_post: str | None = None
    signer: str | None = None


UNWORDED = Letter()
"""Before anybody has said what the letters say."""
