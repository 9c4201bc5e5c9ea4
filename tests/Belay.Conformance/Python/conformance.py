"""What the scenarios share: the trace, and a loop on virtual time. Harness/Trace.cs is the twin of this file.

A scenario logs what happens, never when; the same events must come in the same order from Belay.
"""
import asyncio
import gc
import inspect
import itertools
import weakref

SHARED_NAMES = [(asyncio.CancelledError, "CancelledError"), (asyncio.InvalidStateError, "InvalidStateError"),
                (asyncio.QueueShutDown, "QueueShutDown"), (asyncio.BrokenBarrierError, "BrokenBarrierError"),
                (TimeoutError, "TimeoutError"), (KeyboardInterrupt, "KeyboardInterrupt"),
                (RuntimeError, "RuntimeError"), (ValueError, "ValueError")]

sink = print


class AppError(Exception):
    """A failure that only a scenario can have raised."""


class NetError(Exception):
    """Another kind of failure."""


def log(text, *values):
    sink(" ".join([text, *map(show, values)]))


def show(value):
    if value is None:
        return "none"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, BaseException):
        return describe(value)
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(map(show, value)) + "]"
    return f"{value:g}" if isinstance(value, float) else str(value)


def describe(error):
    """The name that both sides know it by. A text is compared where a scenario gave it, and a group's."""
    if isinstance(error, BaseExceptionGroup):
        return f"ExceptionGroup({error}){show(error.exceptions)}"
    if isinstance(error, (AppError, NetError)):
        return f"{type(error).__name__}({error})"
    name = next((name for kind, name in SHARED_NAMES if isinstance(error, kind)), type(error).__name__)
    return f"{name}({error})" if name == "CancelledError" and error.args and error.args[0] else name


async def turns(count):
    """Gives up the turn so many times."""
    for _ in range(count):
        await asyncio.sleep(0)


class Ticker:
    """Counts the turns of the loop. It keeps the loop busy, so no timer comes while it ticks."""

    def __init__(self):
        self.turn = 0
        self._schedule()

    def stop(self):
        self._next.cancel()

    def _schedule(self):
        self._next = asyncio.get_running_loop().call_soon(self._tick)

    def _tick(self):
        self.turn += 1
        self._schedule()


class InOrder:
    """A set that keeps the order of insertion, so that what a group does to each of its tasks it does in one order."""

    def __init__(self):
        self._items = {}

    def add(self, item):
        self._items[item] = None

    def discard(self, item):
        self._items.pop(item, None)

    def __iter__(self):
        return iter(list(self._items))

    def __len__(self):
        return len(self._items)


class VirtualLoop(asyncio.SelectorEventLoop):
    """asyncio's own loop on time that begins at 0 and jumps to the next timer when nothing can run."""

    def __init__(self):
        super().__init__()
        self._now = 0.0
        self._numbers = itertools.count()
        self.created = weakref.WeakKeyDictionary()
        self._select = self._selector.select
        self._selector.select = self._jump
        self.set_exception_handler(self._report)

    def time(self):
        return self._now

    def create_task(self, coro, **options):
        task = super().create_task(coro, **options)
        self.created[task] = next(self._numbers)
        return task

    async def shutdown_default_executor(self, timeout=None):
        await super().shutdown_default_executor()       # no limit: it would be over at once

    def _jump(self, timeout):
        if timeout:
            self._now += timeout
            timeout = 0
        return self._select(timeout)

    def _report(self, loop, context):
        if "exception" in context:
            log("error handler:", context["exception"])


def loop_factory():
    return VirtualLoop()


def make_order_definite():
    """asyncio cancels the tasks of a group, and those left at the end of a run, in the order of a set: in none."""
    begin = asyncio.TaskGroup.__init__
    all_tasks = asyncio.tasks.all_tasks

    def begin_in_order(self):
        begin(self)
        self._tasks = InOrder()

    def all_tasks_in_order(loop=None):
        tasks = all_tasks(loop)
        created = (loop or asyncio.get_running_loop()).created
        return sorted(tasks, key=lambda task: created.get(task, -1))

    asyncio.TaskGroup.__init__ = begin_in_order
    asyncio.all_tasks = asyncio.tasks.all_tasks = all_tasks_in_order


def run(main):
    """Runs a scenario: a coroutine function on a loop of its own, or a function that runs its loops itself."""
    try:
        if inspect.iscoroutinefunction(main):
            asyncio.run(main(), loop_factory=loop_factory)
        else:
            main()
    except BaseException as error:
        log("main raised", error)
    gc.collect()


gc.disable()    # what only a collection finds is reported when a scenario ends
gc.freeze()     # and what is there before need not be looked through each time
make_order_definite()
