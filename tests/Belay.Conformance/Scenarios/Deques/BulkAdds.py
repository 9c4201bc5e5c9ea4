# extendleft adds one after another, so its items end up reversed; a deque can be extended by itself.
# covers: collections.deque.extend, collections.deque.extendleft, collections.deque.clear
from collections import deque

from conformance import log, run


def main():
    items = deque([1, 2])
    items.extend([3, 4])
    log("extend", list(items))
    items.extendleft([0, -1])
    log("extendleft", list(items))
    items.extend(items)
    log("itself", list(items))
    items.clear()
    log("left", len(items))
    items.extendleft([1, 2])
    items.extendleft(items)
    log("itself, left", list(items))


run(main)
