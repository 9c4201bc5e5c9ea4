"""What the programs beside it share: the arguments, the clock and the repetitions.

A program calls per_operation(body): body(count, clock) does its operation count times
between clock.start() and clock.stop(), as the main coroutine of a loop or as a plain function.
Printed is "ns" and the median time of one operation.
"""

import argparse
import asyncio
import inspect
import os
import statistics
import time

SAMPLE_SECONDS = 0.08
SAMPLES = 7


class Clock:
    """A stopwatch for the part of the work that is measured."""

    def __init__(self):
        self.elapsed = 0.0
        self._since = 0.0

    def start(self):
        self._since = time.perf_counter()

    def stop(self):
        self.elapsed += time.perf_counter() - self._since


def arguments(*variants):
    """The command line; the variant is what follows the slash in the name of the work."""
    parser = argparse.ArgumentParser()
    if variants:
        parser.add_argument("variant", choices=variants)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--uvloop", action="store_true")
    return parser.parse_args()


def run(coroutine, options):
    """Runs it on a fresh loop of the kind that was asked for."""
    factory = None
    if options.uvloop:
        import uvloop

        factory = uvloop.new_event_loop
    with asyncio.Runner(loop_factory=factory) as runner:
        return runner.run(coroutine)


def per_operation(body, options, batch=1):
    """Doubles the count, always a multiple of batch, until a sample is long enough, then takes the samples."""
    seconds = SAMPLE_SECONDS / 4 if options.quick else SAMPLE_SECONDS
    samples = 3 if options.quick else SAMPLES
    count = batch
    while _once(body, count, options) < seconds:
        count *= 2
    readings = [_once(body, count, options) / count for _ in range(samples)]
    print("ns", statistics.median(readings) * 1e9)


def resident_bytes():
    """What the operating system gave this process."""
    with open("/proc/self/statm") as statm:
        return int(statm.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")


def _once(body, count, options):
    clock = Clock()
    if inspect.iscoroutinefunction(body):
        run(body(count, clock), options)
    else:
        body(count, clock)
    return clock.elapsed
