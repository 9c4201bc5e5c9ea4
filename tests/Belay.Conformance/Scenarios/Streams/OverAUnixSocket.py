# The same over a socket in the file system.
# covers: asyncio.open_unix_connection, asyncio.start_unix_server
import asyncio
import os
import tempfile

from conformance import log, run


async def main():
    async def handle(reader, writer):
        writer.write(await reader.readexactly(4))
        writer.close()

    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "socket")
        server = await asyncio.start_unix_server(handle, path)
        log("file", os.path.exists(path))
        reader, writer = await asyncio.open_unix_connection(path)
        writer.write(b"ping")
        log("answer", (await reader.read()).decode())
        writer.close()
        server.close()
        try:
            await asyncio.open_unix_connection(path)
        except OSError:
            log("closed")


run(main)
