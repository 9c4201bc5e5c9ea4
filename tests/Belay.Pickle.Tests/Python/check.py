"""Reads lines "name hex" and says which of them are not the value of that name."""

import pickle
import sys

import graphs
import table

for line in sys.stdin:
    name, data = line.split()
    try:
        found = graphs.difference(eval(table.VALUES[name], table.NAMES), pickle.loads(bytes.fromhex(data)))
    except Exception as error:
        found = repr(error)
    if found:
        print(f"{name}: {found}")
