"""The public names of asyncio's high-level API, by the chapters of its documentation: asked of CPython, not copied from a page."""
import asyncio
import collections
import contextvars
from asyncio import exceptions, futures, locks, queues, runners, streams, subprocess, taskgroups, tasks, threads, timeouts

# What is public for those who write event loops and protocols.
LOW_LEVEL = {"asyncio.StreamReaderProtocol", "asyncio.StreamReader.exception", "asyncio.StreamReader.feed_data",
             "asyncio.StreamReader.feed_eof", "asyncio.StreamReader.set_exception", "asyncio.StreamReader.set_transport",
             "asyncio.StreamWriter.transport"}

# asyncio's loops do much more, for those who write transports. These are what programs use.
LOOP = ("time", "call_soon", "call_soon_threadsafe", "call_later", "call_at", "create_future", "create_task", "set_task_factory",
        "run_in_executor", "set_default_executor", "is_running", "is_closed", "run_until_complete", "run_forever", "stop", "close",
        "set_exception_handler", "call_exception_handler", "set_debug", "add_signal_handler")


def members(qualified, kind):
    """A class and what it adds to its base: its public members. All of a task's, as its documentation has it; none of an exception's."""
    yield qualified
    if not issubclass(kind, BaseException):
        base = object if kind is asyncio.Task else kind.__base__
        yield from (f"{qualified}.{name}" for name in sorted(dir(kind))
                    if not name.startswith("_") and getattr(kind, name) is not getattr(base, name, None))


def exported(*modules):
    for module in modules:
        for name in module.__all__:
            if not name.startswith("_") and f"asyncio.{name}" not in LOW_LEVEL:
                item = getattr(asyncio, name)
                yield from members(f"asyncio.{name}", item) if isinstance(item, type) else [f"asyncio.{name}"]


def loop():
    yield from ("asyncio.get_running_loop", "asyncio.new_event_loop")
    for name in LOOP:
        assert hasattr(asyncio.AbstractEventLoop, name)
        yield f"loop.{name}"
    yield from members("asyncio.Handle", asyncio.Handle)
    yield from members("asyncio.TimerHandle", asyncio.TimerHandle)


def context():
    yield from members("contextvars.ContextVar", contextvars.ContextVar)
    yield from members("contextvars.Token", contextvars.Token)
    yield from ("contextvars.Context", "contextvars.copy_context")


def language():
    yield from ("async def", "await", "async with", "async for", "except*", "KeyboardInterrupt")
    yield from ("ExceptionGroup", "ExceptionGroup.message", "ExceptionGroup.exceptions",
                "ExceptionGroup.split", "ExceptionGroup.subgroup", "ExceptionGroup.derive")


CHAPTERS = {
    "The language": language(),
    "Runners": exported(runners),
    "Coroutines and tasks": [*exported(taskgroups, tasks, threads, timeouts), "asyncio.iscoroutine"],
    "Synchronization primitives": exported(locks),
    "Queues": exported(queues),
    "Exceptions": exported(exceptions),
    "Futures": exported(futures),
    "Event loop": loop(),
    "Context variables": context(),
    "Deques": members("collections.deque", collections.deque),
    "Streams": exported(streams),
    "Subprocesses": [*exported(subprocess), *members("asyncio.subprocess.Process", subprocess.Process)],
}


def main():
    seen = set()
    for chapter, names in CHAPTERS.items():
        print("#", chapter)
        for name in names:
            if name not in seen and name not in LOW_LEVEL:      # a module may export another's
                print(name)
                seen.add(name)
