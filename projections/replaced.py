"""A document with some fields exchanged: what every clause of `evolve` answers."""

from dataclasses import fields
from functools import cache
from typing import Any, TypeVar

D = TypeVar("D")


@cache
def names_of(kind: Any) -> frozenset[str]:
    return frozenset(field.name for field in fields(kind))


def replaced(document: D, **changes: Any) -> D:
    """What dataclasses.replace does, for a class without a __post_init__ of its own.

    Copies the fields as they are, 1 µs for a guest's row against 12 µs through its constructor;
    cached properties are left behind. TypeError for a field that the class does not have.
    """
    kind: Any = type(document)
    names, values = names_of(kind), {**vars(document), **changes}
    if len(values) != len(names):
        if unknown := changes.keys() - names:
            raise TypeError(f"{kind.__name__} has no {unknown}")
        values = {name: values[name] for name in names}
    new: D = object.__new__(kind)
    object.__setattr__(new, "__dict__", values)
    return new
