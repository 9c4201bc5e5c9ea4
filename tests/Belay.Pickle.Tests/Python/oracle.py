"""Sends pickles of random graphs, gets them back written anew, and says whether they are still the same.

    python3.13 oracle.py FIRST LAST

Each message is its length in four bytes and as many bytes. For each seed: a pickle, and the protocol it is to be written with, in one
byte; back comes a pickle. The last message has a line for each that differs.
"""

import io
import pickle
import random
import struct
import sys

import graphs

TAKES = sys.stdin.buffer
GIVES = sys.stdout.buffer


def send(data):
    GIVES.write(struct.pack("<I", len(data)) + data)


def receive():
    return TAKES.read(*struct.unpack("<I", TAKES.read(4)))


def main(first, last):
    differences = []
    for block in range(first, last, 100):
        sent = []
        for seed in range(block, min(block + 100, last)):
            choice = random.Random(seed)
            read = choice.randrange(6)
            written = read if read >= 2 and choice.random() < 0.7 else choice.randrange(2, 6)
            graph = graphs.Graphs(seed, min(read, written)).graph()
            data = pickle.dumps(graph, read)
            sent.append((seed, graph, data, read, written))
            send(bytes([written]) + data)
        GIVES.flush()
        for seed, graph, data, read, written in sent:
            back = receive()
            try:
                found = graphs.difference(graph, pickle.loads(back))
            except Exception as error:
                found = f"{back[:300]!r}: {error!r}"
            if found is None and read == written and back != data and not any(name in data for name in graphs.MORE_THAN_ONCE):
                found = "equal, but not byte by byte"
            if found:
                differences.append(f"seed {seed}, protocol {read} to {written}: {found}")
    send("\n".join(differences).encode(errors="backslashreplace"))
    GIVES.flush()


if __name__ == "__main__":
    sys.setrecursionlimit(10000)
    main(int(sys.argv[1]), int(sys.argv[2]))
