"""Writes the corpus anew: what CPython 3.13 writes for the values of the table, for graphs, and what pickletools says of them.

    python3.13 record.py
"""

import io
import os
import pickle
import pickletools

import graphs
import opcodes
import table

FOLDER = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "Corpus")
GRAPHS = 120
SHOWN = 40
LONGEST = 700


def disassembly(data):
    text = io.StringIO()
    pickletools.dis(data, text)
    return text.getvalue()


def write(name, lines):
    with open(os.path.join(FOLDER, name), "w", encoding="utf-8", newline="\n") as file:
        file.writelines(line + "\n" for line in lines)


def main():
    write("table.txt", (f"{name} {protocol} {pickle.dumps(eval(source, table.NAMES), protocol).hex()}"
                        for name, source in table.VALUES.items() for protocol in range(6)))
    made = []
    for seed in range(10_000):
        protocol = seed % 6
        data = pickle.dumps(graphs.Graphs(seed, protocol).graph(), protocol)
        if 60 < len(data) < LONGEST and not any(name in data for name in graphs.MORE_THAN_ONCE):
            made.append((protocol, data))
            if len(made) == GRAPHS:
                break
    write("graphs.txt", (f"{protocol} {data.hex()}" for protocol, data in made))
    write("opcodes.txt", (f"{name} {data.hex()} {pickle.dumps(pickle.loads(data, encoding='latin1'), 5).hex()}"
                          for name, data in opcodes.LOADED.items()))
    # Of characters that are new in Unicode, another version than CPython's knows more.
    shown = [(data, text) for data, text in ((data, disassembly(data)) for _, data in made) if max(text) < "\u0250"]
    by_hand = [(data, disassembly(data)) for data in (*opcodes.LOADED.values(), *opcodes.SHOWN.values())]
    write("disassembly.txt", ["\n".join(f"# {data.hex()}\n{text}" for data, text in by_hand + shown[:SHOWN]).rstrip("\n")])


if __name__ == "__main__":
    main()
