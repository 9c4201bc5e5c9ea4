# communicate writes all of the input and ends it, reads output and errors to their ends, and waits for the child.
# covers: asyncio.create_subprocess_exec, asyncio.create_subprocess_shell, asyncio.subprocess.Process, asyncio.subprocess.Process.communicate, asyncio.subprocess.Process.returncode
import asyncio
from asyncio.subprocess import DEVNULL, PIPE, STDOUT

from conformance import log, run


async def main():
    child = await asyncio.create_subprocess_exec("/bin/sh", "-c", "cat; echo $1 >&2; exit 3", "sh", "a  b", stdin=PIPE, stdout=PIPE, stderr=PIPE)
    log("running", child.returncode)
    output, errors = await child.communicate(b"input\n")
    log("output", output.decode().strip())
    log("errors", errors.decode().strip())
    log("ended", child.returncode)

    child = await asyncio.create_subprocess_shell("echo out; echo err >&2", stdin=DEVNULL, stdout=PIPE, stderr=STDOUT)
    output, errors = await child.communicate()
    log("merged", output.decode().split(), errors)

    child = await asyncio.create_subprocess_exec("true")
    log("no pipes", await child.communicate(), child.returncode)


run(main)
