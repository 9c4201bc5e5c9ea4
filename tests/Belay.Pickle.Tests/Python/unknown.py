"""Objects of classes that nobody has registered: prints their pickles, or checks that what came back is the same.

    python3.13 unknown.py           # prints lines "name protocol hex"
    python3.13 unknown.py check     # reads such lines
"""

import fractions
import ipaddress
import pickle
import re
import sys

import graphs
import shapes

ring = shapes.Unknown()
ring.itself = [ring]
items = shapes.Items([1, [2]])
items.more = {"a": items}
keywords = shapes.Keywords.__new__(shapes.Keywords, 1, key=[2])

VALUES = {
    "plain": ring,
    "items": items,
    "keywords": keywords,
    "fraction": fractions.Fraction(1, 3),
    "error": ValueError("text", 1),
    "pattern": re.compile("a+", re.IGNORECASE),
    "address": ipaddress.ip_address("10.0.0.1"),
    "function": len,
    "class": shapes.Unknown,
    "range": range(1, 10, 2),
    "slice": slice(1, None),
    "ellipsis": ...,
    "nested": [ring, {"a": items, "b": ring}, (ring,)],
}


def same(a, b):
    if isinstance(a, (shapes.Items, shapes.Unknown, shapes.Keywords, list)):
        return graphs.difference(a, b) is None
    if isinstance(a, ValueError):
        return type(a) is type(b) and a.args == b.args
    return type(a) is type(b) and a == b


if sys.argv[1:] == ["check"]:
    for line in sys.stdin:
        name, protocol, data = line.split()
        try:
            if not same(VALUES[name], pickle.loads(bytes.fromhex(data))):
                print(name, protocol, "is not the same")
        except Exception as error:
            print(name, protocol, repr(error))
else:
    for name, value in VALUES.items():
        for protocol in (2, 3, 4, 5):
            print(name, protocol, pickle.dumps(value, protocol).hex())
