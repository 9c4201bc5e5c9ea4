# readuntil gives the separator too, the first of several; what is longer than the limit stays in the stream; lines end with it as well.
# covers: asyncio.StreamReader.readuntil, asyncio.StreamReader.readline, asyncio.LimitOverrunError, asyncio.IncompleteReadError
import asyncio

from conformance import log, run


async def main():
    async def handle(reader, writer):
        writer.write(b"a;b,c\nsecond\nlast" + b"x" * 20 + b";end")
        writer.close()

    server = await asyncio.start_server(handle, "127.0.0.1", 0)
    reader, writer = await asyncio.open_connection("127.0.0.1", server.sockets[0].getsockname()[1], limit=16)
    log("one", (await reader.readuntil(b";")).decode())
    log("several", (await reader.readuntil((b";", b","))).decode())
    log("line", (await reader.readline()).decode().rstrip("\n"))
    log("line", (await reader.readline()).decode().rstrip("\n"))
    try:
        await reader.readuntil(b";")
    except asyncio.LimitOverrunError:
        log("too long")
    log("still there", (await reader.readexactly(24)).decode())
    try:
        await reader.readuntil(b"|;")
    except asyncio.IncompleteReadError as error:
        log("no separator", error.partial.decode())
    writer.close()
    server.close()


run(main)
