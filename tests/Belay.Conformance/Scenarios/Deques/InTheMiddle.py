# Items are found by equality, and put in and taken out anywhere; what is assigned during an enumeration is seen by it, what is added ends it.
# covers: collections.deque.insert, collections.deque.remove, collections.deque.index, collections.deque.count
from collections import deque

from conformance import log, run


def main():
    items = deque(["a", "b", "c", "b"])
    log("where", items.index("b"), items.count("b"), "c" in items, "d" in items)
    items.remove("b")
    items.insert(1, "x")
    items.insert(0, "y")
    items.insert(len(items), "z")
    log("now", list(items))
    del items[2]
    items[1] = "".join(["n", "e", "w"])
    log("now", list(items), "new" in items)
    for item in items:
        items[3] = "seen"
        log("item", item)
    try:
        for item in items:
            items.append(item)
    except RuntimeError:
        log("changed", len(items))


run(main)
