"""Random graphs of objects, with shared references and rings; and whether two such graphs are the same."""

import collections
import datetime
import decimal
import enum
import pathlib
import random
import uuid

import shapes

ZONES = [datetime.timezone.utc, datetime.timezone(datetime.timedelta(hours=5, minutes=30)),
         datetime.timezone(-datetime.timedelta(hours=3), "BRT"), datetime.timezone(datetime.timedelta(seconds=3601))]
WORDS = ["", "a", "Ada", "naïve", "日本語", "🙂 emoji", "\ud800", "x" * 100, "line\nbreak\\", "\x00", "some key"]

# CPython 3.13 has the name of their module as a string of their own, or another name for it.
MORE_THAN_ONCE = (b"deque", b"defaultdict", b"pathlib")


class Graphs:
    def __init__(self, seed, protocol):
        self.random = random.Random(seed)
        self.protocol = protocol
        self.made = []      # to be referred to again
        self.keys = []      # of these, what can be a key

    def graph(self):
        return self.value(self.random.choice([1, 2, 3, 4, 5]))

    def value(self, depth):
        r = self.random
        if r.random() < 0.002:
            return self.large(depth)
        if self.made and r.random() < 0.2:
            return r.choice(self.made)
        if depth <= 0 or r.random() < 0.35:
            return self.scalar()
        return r.choice(self.CONTAINERS)(self, depth - 1)

    def keep(self, value):
        self.made.append(value)
        return value

    def scalar(self):
        value = self.random.choice(self.SCALARS)(self)
        if self.random.random() < 0.3 and value is not None:
            self.made.append(value)
        return value

    def key(self, depth=2):
        r = self.random
        if self.keys and r.random() < 0.1:
            return r.choice(self.keys)
        kind = r.random()
        if kind < 0.5:
            value = self.text()
        elif kind < 0.7:
            value = self.integer()
        elif kind < 0.8 and depth:
            value = tuple(self.key(depth - 1) for _ in range(r.randrange(5)))
        elif kind < 0.85 and depth:
            value = frozenset(self.key(depth - 1) for _ in range(r.randrange(4)))
        else:
            value = r.choice([None, True, 1.5, b"bytes", shapes.Color.RED, decimal.Decimal("1.10"), uuid.UUID(int=5), datetime.date(2020, 2, 29)])
        self.keys.append(value)
        return value

    def integer(self):
        r = self.random
        bits = r.choice([1, 7, 8, 9, 15, 16, 17, 31, 32, 33, 63, 64, 65, 200, 2100])
        return r.choice([1, -1]) * r.getrandbits(bits)

    def text(self):
        r = self.random
        if r.random() < 0.5:
            return r.choice(WORDS)
        # Two halves of a surrogate pair side by side would be one character on the other side.
        return "".join(chr(r.choice([r.randrange(128), r.randrange(0x2000), r.randrange(0xe000, 0x110000)])) for _ in range(r.choice([1, 3, 10, 90, 300])))

    def data(self):
        return self.random.randbytes(self.random.choice([0, 1, 5, 255, 256, 300]))

    def real(self):
        return self.random.choice([0.0, -0.0, 1.5, float("inf"), float("-inf"), 1e300, self.random.random()])

    def moment(self):
        r = self.random
        zone = r.choice([None, None, *ZONES])
        fold = r.randrange(2) if self.protocol > 3 and r.random() < 0.2 else 0
        return datetime.datetime(r.randrange(1, 10000), r.randrange(1, 13), r.randrange(1, 29), r.randrange(24), r.randrange(60), r.randrange(60), r.randrange(1000000), tzinfo=zone, fold=fold)

    def number(self):
        r = self.random
        return decimal.Decimal(r.choice(["0", "-0", "1.10", "-5", "1E+3", "NaN", "-Infinity", "0.1234567890123456789012345678901", str(r.randrange(10**20)), "12E-40"]))

    SCALARS = [
        lambda self: None,
        lambda self: self.random.random() < 0.5,
        integer, integer, text, text, text, real, data,
        lambda self: complex(self.real(), self.real()),
        moment,
        lambda self: self.moment().date(),
        lambda self: self.moment().timetz(),
        lambda self: datetime.timedelta(self.random.randrange(-9999, 9999), self.random.randrange(86400), self.random.randrange(1000000)),
        lambda self: self.random.choice(ZONES),
        number,
        lambda self: uuid.UUID(int=self.random.getrandbits(self.random.choice([1, 20, 63, 64, 127, 128]))),
        lambda self: pathlib.PurePosixPath(self.random.choice([".", "/", "a/b.txt", "/usr/lib", "ü"])),
        lambda self: self.random.choice([*shapes.Color, shapes.Access.READ, shapes.Access.READ | shapes.Access.WRITE]),
        lambda self: shapes.Pair(self.text(), self.integer() & 0xffff),
    ]

    def many(self):
        return self.random.choice([0, 1, 2, 3, 4, 8, 20])

    def fill(self, container, depth):
        for _ in range(self.many()):
            container.append(self.value(depth))
        return container

    def fill_dict(self, container, depth):
        for _ in range(self.many()):
            container[self.key()] = self.value(depth)
        return container

    def list_(self, depth):
        return self.fill(self.keep([]), depth)

    def large(self, depth):
        # More than a frame takes.
        size = self.random.choice([65_535, 65_536, 70_000])
        return self.keep(self.random.choice(["x" * size, "ä" * (size // 2), bytes(size), bytearray(size), list(range(300, 300 + size // 3))]))

    def big_list(self, depth):
        return self.keep(list(range(self.random.choice([999, 1000, 1001, 2000]))))

    def dict_(self, depth):
        return self.fill_dict(self.keep({}), depth)

    def big_dict(self, depth):
        return self.keep(dict.fromkeys(range(self.random.choice([999, 1000, 1001, 2000]))))

    def tuple_(self, depth):
        return self.keep(tuple(self.value(depth) for _ in range(self.many())))

    def ring_of_tuple(self, depth):
        ring = []
        made = self.keep((ring, *(self.scalar() for _ in range(self.random.randrange(4)))))
        ring.append(made)
        return made

    def set_(self, depth):
        return self.keep({self.key() for _ in range(self.many())})

    def big_set(self, depth):
        return self.keep(set(range(self.random.choice([999, 1000, 1001]))))

    def frozenset_(self, depth):
        return self.keep(frozenset(self.key() for _ in range(self.many())))

    def bytearray_(self, depth):
        return self.keep(bytearray(self.data()))

    def deque_(self, depth):
        return self.fill(self.keep(collections.deque(maxlen=self.random.choice([None, None, 3, 50]))), depth)

    def ordered(self, depth):
        return self.fill_dict(self.keep(collections.OrderedDict()), depth)

    def default(self, depth):
        return self.fill_dict(self.keep(collections.defaultdict(self.random.choice([None, list, int, dict]))), depth)

    def counter(self, depth):
        return self.keep(collections.Counter(self.key() for _ in range(self.many())))

    def plain(self, depth):
        made = self.keep(shapes.Plain(self.text()))
        made.value = self.value(depth)
        return made

    def slotted(self, depth):
        if self.protocol < 2:       # which cannot have them
            return self.plain(depth)
        made = self.keep(shapes.Slotted(None, None))
        made.left, made.right = self.value(depth), self.value(depth)
        return made

    def frozen(self, depth):
        return self.keep(shapes.Frozen(self.text(), self.tuple_(depth)))

    def frozen_slotted(self, depth):
        if self.protocol < 2:
            return self.plain(depth)
        return self.keep(shapes.FrozenSlotted(self.value(depth), self.value(depth)))

    def point(self, depth):
        return self.keep(shapes.Point(self.integer() & 0xffff, self.real()))

    def inner(self, depth):
        return self.keep(shapes.Outer.Inner(depth))

    CONTAINERS = [list_, list_, list_, dict_, dict_, dict_, tuple_, tuple_, ring_of_tuple, set_, frozenset_, bytearray_, deque_, ordered, default,
                  counter, plain, plain, slotted, frozen, frozen_slotted, point, inner, big_list, big_dict, big_set]


PLAIN = (type(None), bool, int, float, str, bytes, complex, datetime.date, datetime.time, datetime.timedelta, datetime.timezone, decimal.Decimal, uuid.UUID,
         pathlib.PurePath, enum.Enum, type)


def difference(first, second):
    """None if the two are the same graph: equal values, and one object in the one wherever there is one in the other."""
    pairs, back, todo = {}, {}, [(first, second, "top")]
    while todo:
        a, b, path = todo.pop()
        if type(a) is not type(b):
            return f"{path}: {type(a)} and {type(b)}"
        if isinstance(a, PLAIN):
            if repr(a) != repr(b) or getattr(a, "fold", 0) != getattr(b, "fold", 0):
                return f"{path}: {a!r} and {b!r}"
            continue
        if id(a) in pairs or id(b) in back:
            if pairs.get(id(a)) != id(b) or back.get(id(b)) != id(a):
                if a != () and a != frozenset():
                    return f"{path}: one object here, two there"
            continue
        pairs[id(a)], back[id(b)] = id(b), id(a)
        if isinstance(a, dict):
            if len(a) != len(b):
                return f"{path}: {len(a)} and {len(b)} keys"
            for number, ((ka, va), (kb, vb)) in enumerate(zip(a.items(), b.items())):
                if ka != kb or type(ka) is not type(kb):
                    return f"{path}: the keys {ka!r} and {kb!r}"
                todo.append((va, vb, f"{path}[{number}]"))
            if getattr(a, "default_factory", None) is not getattr(b, "default_factory", None):
                return f"{path}: another factory"
        elif isinstance(a, (set, frozenset)):
            if a != b:
                return f"{path}: other items of a set"
        elif isinstance(a, bytearray):
            if a != b:
                return f"{path}: other bytes"
        elif isinstance(a, (list, tuple, collections.deque)):
            if len(a) != len(b) or getattr(a, "maxlen", None) != getattr(b, "maxlen", None):
                return f"{path}: {len(a)} and {len(b)} items, or another maximum"
            todo.extend((x, y, f"{path}[{number}]") for number, (x, y) in enumerate(zip(a, b)))
        else:
            names = a.__slots__ if hasattr(a, "__slots__") else sorted(a.__dict__)
            if not hasattr(a, "__slots__") and names != sorted(b.__dict__):
                return f"{path}: other attributes"
            todo.extend((getattr(a, name), getattr(b, name), f"{path}.{name}") for name in names)
    return None
