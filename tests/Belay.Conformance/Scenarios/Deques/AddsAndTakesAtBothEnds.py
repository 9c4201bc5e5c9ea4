# Items go in and come out at both ends; an empty deque has nothing to give.
# covers: collections.deque, collections.deque.append, collections.deque.appendleft, collections.deque.pop, collections.deque.popleft
from collections import deque

from conformance import log, run


def main():
    items = deque()
    items.append("b")
    items.appendleft("a")
    items.append("c")
    log("all", list(items))
    log("first", items.popleft())
    log("last", items.pop())
    log("ends", items[0], items[-1])
    items.pop()
    for take in (items.pop, items.popleft):
        try:
            take()
        except IndexError:
            log("nothing left")


run(main)
