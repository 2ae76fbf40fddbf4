"""Relays port 8443 to port 443 and holds every chunk back 250 ms: a server with a round-trip time of 500 ms.

The delay begins after the TCP handshake, so what curl measures between time_connect and time_appconnect is TLS alone.
"""

import asyncio

ONE_WAY = 0.25  # seconds


async def relay(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    loop = asyncio.get_running_loop()
    while data := await reader.read(65536):
        loop.call_later(ONE_WAY, writer.write, data)
    loop.call_later(ONE_WAY, writer.close)


async def accept(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    upstream_reader, upstream_writer = await asyncio.open_connection("127.0.0.1", 443)
    await asyncio.gather(relay(reader, upstream_writer), relay(upstream_reader, writer))


async def main() -> None:
    server = await asyncio.start_server(accept, "0.0.0.0", 8443)
    await server.serve_forever()


asyncio.run(main())
