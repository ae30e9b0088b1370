"""schedule.xml as a tree, safely: no document type, so no entity, nothing fetched or multiplied."""

from dataclasses import dataclass, field
from xml.parsers import expat

DEEPEST = 40
"""Elements inside one another; a schedule has six."""


MOST = 100_000
"""Elements of a file; 38C3's programme of 1,007 events has 20,000."""


class Unread(ValueError):
    """The file is none; the message is the code of why."""


@dataclass
class Node:
    """An element: its local name, attributes, text before its first child, and children."""

    tag: str
    said: dict[str, str]
    text: str = ""
    parts: list["Node"] = field(default_factory=list)

    def child(self, tag: str) -> str:
        """The text of the first child of this name; empty where there is none."""
        return next((part.text.strip() for part in self.parts if part.tag == tag), "")

    def all(self, tag: str) -> list["Node"]:
        return [part for part in self.parts if part.tag == tag]


class Tree:
    """What the parser calls while it reads: the tree grows by it."""

    def __init__(self) -> None:
        self.top = Node("", {})
        self._open = [self.top]
        self._left = MOST

    def start(self, tag: str, said: dict[str, str]) -> None:
        self._left -= 1
        if len(self._open) > DEEPEST or self._left < 0:
            raise Unread("schedule.too-many" if self._left < 0 else "schedule.unreadable")
        node = Node(tag.rpartition(":")[2], said)
        self._open[-1].parts.append(node)
        self._open.append(node)

    def end(self, tag: str) -> None:
        self._open.pop()

    def text(self, words: str) -> None:
        self._open[-1].text += words


def read_xml(data: bytes) -> Node:
    """The root of a document. Unread for what is no XML or declares a document type."""
    tree, parser = Tree(), expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler = tree.start, tree.end
    parser.CharacterDataHandler = tree.text
    parser.StartDoctypeDeclHandler = refuse
    try:
        parser.Parse(data, True)
    except Unread:
        raise
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise Unread("schedule.unreadable") from error
    return tree.top.parts[0]


def refuse(*_: object) -> None:
    """A document type may declare entities; a schedule has no use for one."""
    raise Unread("schedule.doctype")
