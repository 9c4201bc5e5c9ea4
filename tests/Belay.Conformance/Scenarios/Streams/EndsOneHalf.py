# write_eof ends this side's output; the other side reads it all and can still answer.
# covers: asyncio.StreamWriter.write_eof, asyncio.StreamWriter.writelines, asyncio.StreamWriter.can_write_eof
import asyncio

from conformance import log, run


async def main():
    async def handle(reader, writer):
        data = await reader.read()
        writer.write(str(len(data)).encode())
        await writer.drain()
        writer.close()

    server = await asyncio.start_server(handle, "127.0.0.1", 0)
    reader, writer = await asyncio.open_connection("127.0.0.1", server.sockets[0].getsockname()[1])
    writer.writelines([b"one", b"two", b"three"])
    writer.write_eof()
    log("answer", (await reader.read()).decode())
    writer.close()
    await writer.wait_closed()
    server.close()


run(main)
