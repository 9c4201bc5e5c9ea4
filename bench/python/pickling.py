"""Whole pickles written and read, by the pickler in C. Work/PickleWork.cs makes the same values."""

import pickle

import measure
from pickling_shapes import Account

NUMBERS = 10_000
TEXTS = 1000
ACCOUNTS = 1000
CIRCLE = 10


def ints():
    return [i * 37 for i in range(NUMBERS)]


def strs():
    return {f"key {i}": f"the value of it {i}" for i in range(TEXTS)}


def objects():
    accounts = [Account(f"owner {i}", i, i * 1.25) for i in range(ACCOUNTS)]
    for i, account in enumerate(accounts):
        first = i - i % CIRCLE
        account.friends = [accounts[first], accounts[min(i + 1, first + CIRCLE - 1)]]
    return accounts


VALUES = {"ints": ints, "ints-as-objects": ints, "strs": strs, "strs-as-objects": strs, "objects": objects}


def body(variant):
    does, _, name = variant.partition("-")
    value = VALUES[name]()
    given = value if does == "dumps" else pickle.dumps(value, 5)

    def dumps(count, clock):
        clock.start()
        for _ in range(count):
            pickle.dumps(given, 5)
        clock.stop()

    def loads(count, clock):
        clock.start()
        for _ in range(count):
            pickle.loads(given)
        clock.stop()

    return dumps if does == "dumps" else loads


options = measure.arguments(*(f"{does}-{name}" for does in ("dumps", "loads") for name in VALUES))
measure.per_operation(body(options.variant), options)
