# Rotating by more than the length comes round; to the left is negative.
# covers: collections.deque.rotate, collections.deque.reverse
from collections import deque

from conformance import log, run


def main():
    for steps in (1, 2, -1, -2, 5, 6, -7, 0):
        items = deque("abcde")
        items.rotate(steps)
        log("by", steps, list(items))
    items.reverse()
    log("reversed", list(items))
    empty = deque()
    empty.rotate(3)
    log("empty", len(empty))
    full = deque("abcd", 4)
    full.rotate()
    log("full", list(full))


run(main)
