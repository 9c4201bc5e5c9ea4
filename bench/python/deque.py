"""Items go in and out a hundred at a time: one in and one out. And a part of the middle, copied."""

import collections
import itertools

import measure

BURST = 100
LENGTH = 1000


def queue(count, clock):
    items = collections.deque()
    clock.start()
    for _ in range(count // BURST):
        for i in range(BURST):
            items.append(i)
        for _ in range(BURST):
            items.popleft()
    clock.stop()


def stack(count, clock):
    items = collections.deque()
    clock.start()
    for _ in range(count // BURST):
        for i in range(BURST):
            items.append(i)
        for _ in range(BURST):
            items.pop()
    clock.stop()


def left(count, clock):
    items = collections.deque()
    clock.start()
    for _ in range(count // BURST):
        for i in range(BURST):
            items.appendleft(i)
        for _ in range(BURST):
            items.popleft()
    clock.stop()


def slice_(count, clock):
    items = collections.deque(range(2 * LENGTH))
    items.rotate(LENGTH)
    clock.start()
    for _ in range(count):
        list(itertools.islice(items, LENGTH // 2, LENGTH + LENGTH // 2))
    clock.stop()


BODIES = {"queue": queue, "stack": stack, "left": left, "slice": slice_}
options = measure.arguments(*BODIES)
measure.per_operation(BODIES[options.variant], options, 1 if options.variant == "slice" else BURST)
