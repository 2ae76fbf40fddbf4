"""AMQP 0-9-1，只用一个套接字：发想发的帧，包括不该发的，看服务器怎样回答。"""

from __future__ import annotations

import socket
import struct
from typing import NamedTuple

METHOD, HEADER, BODY, END = 1, 2, 3, 0xCE
NAMES = {(10, 50): "connection.close", (20, 40): "channel.close", (60, 50): "basic.return"}


class Frame(NamedTuple):
    """一个帧：种类、信道、内容。"""

    kind: int
    channel: int
    payload: bytes

    @property
    def method(self) -> tuple[int, int]:
        """方法的两个编号（类、方法）；不是方法帧的是 (0, 0)。"""
        return struct.unpack(">HH", self.payload[:4]) if self.kind == METHOD else (0, 0)


class RefusedError(Exception):
    """服务器说不：说的话里有号码和名字。"""


def short(text: str) -> bytes:
    """短字符串：一个字节的长度。"""
    return struct.pack("B", len(text.encode())) + text.encode()


def long(data: bytes) -> bytes:
    """长字符串：四个字节的长度。"""
    return struct.pack(">I", len(data)) + data


def table(values: dict[str, bool | int | str]) -> bytes:
    """参数表；整数都写成 32 位的。"""
    fields = b""
    for name, value in values.items():
        if isinstance(value, bool):
            fields += short(name) + b"t" + bytes([value])
        elif isinstance(value, int):
            fields += short(name) + b"I" + struct.pack(">i", value)
        else:
            fields += short(name) + b"S" + long(value.encode())
    return long(fields)


def declare(queue: str, *, flags: int = 0, arguments: dict[str, bool | int | str] | None = None) -> bytes:
    """queue.declare 的参数。flags：1 passive，2 durable，4 exclusive，8 auto-delete。"""
    return bytes(2) + short(queue) + bytes([flags]) + table(arguments or {})


def publish(queue: str, *, exchange: str = "", flags: int = 0) -> bytes:
    """basic.publish 的参数。flags：1 mandatory，2 immediate。"""
    return bytes(2) + short(exchange) + short(queue) + bytes([flags])


def header(size: int, kind: int = 60) -> bytes:
    """内容头：没有属性。"""
    return struct.pack(">HHQH", kind, 0, size, 0)


class Client:
    """一条连接。"""

    def __init__(self, host: str = "127.0.0.1", port: int = 5672) -> None:
        """连上，还没有握手。"""
        self.socket = socket.create_connection((host, port), 60)
        self.socket.settimeout(60)

    def login(
        self, user: str = "guest", password: str = "guest", vhost: str = "/", *, mechanism: str = "PLAIN"
    ) -> None:
        """握手：start，start-ok，tune，tune-ok，open。"""
        self.socket.sendall(b"AMQP\x00\x00\x09\x01")
        self.wait((10, 10))
        capabilities = {"authentication_failure_close": True, "connection.blocked": True}
        fields = short("capabilities") + b"F" + table(dict(capabilities))
        response = f"\0{user}\0{password}".encode()
        self.method(0, 10, 11, long(fields) + short(mechanism) + long(response) + short("en_US"))
        tune = self.wait((10, 30)).payload[4:]
        self.method(0, 10, 31, tune[:6] + bytes(2))
        self.method(0, 10, 40, short(vhost) + short("") + b"\0")
        self.wait((10, 41))

    def open(self, channel: int = 1) -> None:
        """打开一个信道。"""
        self.method(channel, 20, 10, short(""))
        self.wait((20, 11))

    def frame(self, kind: int, channel: int, payload: bytes, end: int = END) -> None:
        """发一个帧。"""
        self.socket.sendall(struct.pack(">BHI", kind, channel, len(payload)) + payload + bytes([end]))

    def method(self, channel: int, kind: int, number: int, arguments: bytes = b"") -> None:
        """发一个方法。"""
        self.frame(METHOD, channel, struct.pack(">HH", kind, number) + arguments)

    def read(self) -> Frame:
        """收一个帧。"""
        kind, channel, size = struct.unpack(">BHI", self._exactly(7))
        return Frame(kind, channel, self._exactly(size + 1)[:-1])

    def wait(self, method: tuple[int, int]) -> Frame:
        """收到这个方法为止；服务器说不，就抛出它的话。"""
        while True:
            frame = self.read()
            if frame.method in NAMES:
                code = struct.unpack(">H", frame.payload[4:6])[0]
                text = frame.payload[7 : 7 + frame.payload[6]].decode()
                raise RefusedError(f"{NAMES[frame.method]}: {code} {' '.join(text.split())}")
            if frame.method == method:
                return frame

    def _exactly(self, size: int) -> bytes:
        data = b""
        while len(data) < size:
            try:
                part = self.socket.recv(size - len(data))
            except ConnectionError:
                part = b""
            if not part:
                raise RefusedError("服务器关了连接，什么也没有说")
            data += part
        return data
