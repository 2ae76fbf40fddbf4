"""把 8443 端口转到 443，每段数据扣住 250 毫秒：像往返时间 500 毫秒的服务器。

TCP 握手之后才开始扣，所以 curl 的 time_connect 到 time_appconnect 之间只有 TLS。
"""

import asyncio

ONE_WAY = 0.25  # 秒


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
