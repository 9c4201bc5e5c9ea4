"""The classes that cross over. Support/Shapes.cs is the twin of this file."""

import dataclasses
import enum
import typing


class Plain:
    """Its attributes may be anything, and lead back to it."""

    def __init__(self, name, value=None):
        self.name = name
        self.value = value


@dataclasses.dataclass
class Point:
    across: int      # of more than a letter: those are one object wherever they are
    up: float


@dataclasses.dataclass(frozen=True)
class Frozen:
    label: str
    items: tuple


@dataclasses.dataclass(slots=True)
class Slotted:
    left: object
    right: object


@dataclasses.dataclass(frozen=True, slots=True)
class FrozenSlotted:
    first: object
    second: object


class Pair(typing.NamedTuple):
    key: str
    number: int


class Color(enum.Enum):
    RED = 1
    GREEN = 2
    BLUE = 3


class Access(enum.IntFlag):
    READ = 1
    WRITE = 2


class Outer:
    class Inner:
        def __init__(self, depth):
            self.depth = depth


class Account:
    """Typed on the other side."""

    def __init__(self, owner, created_at, tags, balances, friends):
        self.owner = owner
        self.created_at = created_at
        self.tags = tags
        self.balances = balances
        self.friends = friends


class Unknown:
    """Not registered on the other side."""


class Items(list):
    """Nor this, which has items, and attributes too."""


class Keywords:
    def __new__(cls, *args, **kwargs):
        self = super().__new__(cls)
        self.made_with = (args, kwargs)
        return self

    def __getnewargs_ex__(self):
        return self.made_with


for kind in (Plain, Point, Frozen, Slotted, FrozenSlotted, Pair, Color, Access, Outer, Outer.Inner, Account, Unknown, Items, Keywords):
    kind.__module__ = "shapes"
