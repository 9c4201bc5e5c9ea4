# A full deque drops at one end what it has no place for when something is added at the other; inserting into it fails.
# covers: collections.deque.maxlen, collections.deque.copy
from collections import deque

from conformance import log, run


def main():
    items = deque(range(5), 3)
    log("begins with", list(items))
    items.append(5)
    log("append", list(items))
    items.appendleft(0)
    log("appendleft", list(items))
    items.extend([6, 7, 8, 9])
    log("extend", list(items))
    items.extendleft([1, 2])
    log("extendleft", list(items))
    try:
        items.insert(1, 0)
    except IndexError:
        log("insert refused")
    copy = items.copy()
    copy.append(4)
    log("copy", list(copy), copy.maxlen, list(items))
    nothing = deque([1], 0)
    nothing.append(2)
    nothing.appendleft(2)
    log("no places", len(nothing), nothing.maxlen)
    log("no maximum", deque().maxlen)


run(main)
