"""从一条到 443 端口的连接的抓包（pcap、以太网、IPv4）里读出 TLS 记录。只用标准库。"""

import struct
from collections.abc import Iterator

HANDSHAKE, APPLICATION_DATA = 22, 23
CLIENT_HELLO, SERVER_HELLO, CLIENT_KEY_EXCHANGE = 1, 2, 16


def segments(path: str) -> Iterator[tuple[str, int, bytes]]:
    """逐个给出带数据的 TCP 段：（发送方, 序号, 载荷）。"""
    with open(path, "rb") as file:
        file.read(24)
        while header := file.read(16):
            packet = file.read(struct.unpack("<IIII", header)[2])[14:]
            tcp = packet[(packet[0] & 15) * 4 : int.from_bytes(packet[2:4], "big")]
            source, _, sequence = struct.unpack("!HHI", tcp[:8])
            if payload := tcp[(tcp[12] >> 4) * 4 :]:
                yield ("server" if source == 443 else "client", sequence, payload)


def records(path: str, sender: str) -> Iterator[tuple[int, bytes]]:
    """按 TCP 流的次序给出一方的每条 TLS 记录：（类型, 内容）。"""
    stream = b"".join(dict(sorted((s, p) for who, s, p in segments(path) if who == sender)).values())
    while len(stream) >= 5:
        kind, length = stream[0], int.from_bytes(stream[3:5], "big")
        yield kind, stream[5 : 5 + length]
        stream = stream[5 + length :]


def handshake(path: str, sender: str) -> Iterator[tuple[int, bytes]]:
    """给出一方到 ChangeCipherSpec 为止的握手消息：（类型, 整条消息）。"""
    messages = b""
    for kind, body in records(path, sender):
        if kind != HANDSHAKE:
            break
        messages += body
    while messages:
        length = 4 + int.from_bytes(messages[1:4], "big")
        yield messages[0], messages[:length]
        messages = messages[length:]
