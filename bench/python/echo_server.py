"""An echo server, until it is killed. Prints the port it listens on."""

import argparse
import asyncio
import ssl

CHUNK = 64 * 1024

parser = argparse.ArgumentParser()
parser.add_argument("--protocol", action="store_true", help="asyncio's callbacks, not its streams")
parser.add_argument("--tls", metavar="FILE", help="certificate and key, in one file")
parser.add_argument("--uvloop", action="store_true")
options = parser.parse_args()


async def echo(reader, writer):
    try:
        while data := await reader.read(CHUNK):
            writer.write(data)
            await writer.drain()
    except ConnectionError:
        pass  # the clients go when they have measured
    finally:
        writer.close()


class Echo(asyncio.Protocol):
    def connection_made(self, transport):
        self.transport = transport

    def data_received(self, data):
        self.transport.write(data)


async def main():
    context = None
    if options.tls:
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        context.load_cert_chain(options.tls)
    where = dict(host="127.0.0.1", port=0, ssl=context, backlog=4096)
    if options.protocol:
        server = await asyncio.get_running_loop().create_server(Echo, **where)
    else:
        server = await asyncio.start_server(echo, **where)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


def loop_factory():
    if not options.uvloop:
        return asyncio.new_event_loop()
    import uvloop

    return uvloop.new_event_loop()


with asyncio.Runner(loop_factory=loop_factory) as runner:
    runner.run(main())
