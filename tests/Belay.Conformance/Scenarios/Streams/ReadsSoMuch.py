# readexactly waits for so many bytes; if the stream ends before, what came is in the error. read() goes on to the end.
# covers: asyncio.StreamReader.readexactly, asyncio.StreamReader.read, asyncio.IncompleteReadError, asyncio.StreamReader.at_eof
import asyncio

from conformance import log, run


async def main():
    async def handle(reader, writer):
        for piece in (b"ab", b"cd", b"efg"):
            writer.write(piece)
            await writer.drain()
        writer.close()

    server = await asyncio.start_server(handle, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    log("none", len(await reader.readexactly(0)))
    log("three", (await reader.readexactly(3)).decode())
    try:
        await reader.readexactly(5)
    except asyncio.IncompleteReadError as error:
        log("too few", error.partial.decode(), error.expected)
    log("the end", reader.at_eof(), len(await reader.read(1)))
    writer.close()

    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    log("first", (await reader.readexactly(1)).decode())
    log("the rest", (await reader.read()).decode())
    writer.close()
    server.close()


run(main)
