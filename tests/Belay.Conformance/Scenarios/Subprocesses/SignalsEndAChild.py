# A child that a signal ends has its number, negative, as return code; any number of tasks may wait for it, and cancelling one changes nothing.
# covers: asyncio.subprocess.Process.kill, asyncio.subprocess.Process.terminate, asyncio.subprocess.Process.send_signal, asyncio.subprocess.Process.wait, asyncio.subprocess.Process.returncode
import asyncio
import signal
from asyncio.subprocess import PIPE

from conformance import log, run, turns


async def main():
    for end in ("kill", "terminate", "send"):
        child = await asyncio.create_subprocess_exec("cat", stdin=PIPE)
        first = asyncio.create_task(child.wait())
        second = asyncio.create_task(child.wait())
        await turns(1)
        second.cancel()
        await asyncio.wait([second])
        log("waiting", first.done(), second.cancelled(), child.returncode)
        if end == "kill":
            child.kill()
        elif end == "terminate":
            child.terminate()
        else:
            child.send_signal(signal.SIGALRM)
        log(end, await first, await child.wait(), child.returncode)


run(main)
