# start_tls with somebody who does not speak it fails, and the connection is closed.
# covers: asyncio.StreamWriter.start_tls
import asyncio
import ssl

from conformance import log, run


async def main():
    async def handle(reader, writer):
        writer.write(b"what?" * 10)
        writer.close()

    server = await asyncio.start_server(handle, "127.0.0.1", 0)
    reader, writer = await asyncio.open_connection("127.0.0.1", server.sockets[0].getsockname()[1])
    try:
        await writer.start_tls(ssl.create_default_context(), server_hostname="localhost")
    except OSError:
        log("failed", writer.is_closing())
    server.close()


run(main)
