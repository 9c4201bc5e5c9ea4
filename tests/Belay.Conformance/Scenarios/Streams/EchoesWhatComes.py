# A server's handler reads what a client writes; each side sees the other's end of the stream, and addresses match.
# covers: asyncio.open_connection, asyncio.start_server, asyncio.StreamReader, asyncio.StreamReader.read, asyncio.StreamReader.at_eof, asyncio.StreamWriter, asyncio.StreamWriter.write, asyncio.StreamWriter.drain, asyncio.StreamWriter.close, asyncio.StreamWriter.is_closing, asyncio.StreamWriter.wait_closed, asyncio.StreamWriter.get_extra_info
import asyncio

from conformance import log, run


async def main():
    served = asyncio.get_running_loop().create_future()

    async def handle(reader, writer):
        while data := await reader.read(100):
            writer.write(data.upper())
            await writer.drain()
        peer = writer.get_extra_info("peername")
        writer.close()
        await writer.wait_closed()
        served.set_result((reader.at_eof(), peer))

    server = await asyncio.start_server(handle, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    for text in ("one", "two"):
        writer.write(text.encode())
        await writer.drain()
        log("answer", (await reader.read(100)).decode())
    log("before", reader.at_eof(), writer.is_closing(), writer.get_extra_info("peername")[1] == port)
    own = writer.get_extra_info("sockname")
    writer.close()
    log("closing", writer.is_closing())
    await writer.wait_closed()
    at_end, peer = await served
    log("served", at_end, peer == own)
    server.close()


run(main)
