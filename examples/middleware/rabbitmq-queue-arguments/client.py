"""声明、发、搬：client.py declare 队列 [durable] [x-参数=值 …]，put 队列 条数，move 旧 新，careless 队列 x-参数=值（被拒绝了还接着发）。"""

from __future__ import annotations

import struct
import sys

from amqp import BODY, HEADER, Client, RefusedError, declare, publish, short

DECLARED, GOT, CONFIRMED = (50, 11), (60, 71), (60, 80)


def connected() -> Client:
    """登录好，打开了信道 1，要求服务器确认发布。"""
    client = Client()
    client.login()
    client.open()
    client.method(1, 85, 10, b"\0")
    client.wait((85, 11))
    return client


def ask(client: Client, queue: str, words: list[str]) -> None:
    """声明队列，打印服务器的回答里的条数。"""
    arguments: dict[str, bool | int | str] = {}
    for word in words:
        name, _, value = word.partition("=")
        if value:
            arguments[name] = int(value) if value.isdigit() else value
    flags = 2 if "durable" in words else 0
    client.method(1, 50, 10, declare(queue, flags=flags, arguments=arguments))
    answer = client.wait(DECLARED).payload
    print(f"declare-ok: {queue}，{struct.unpack('>I', answer[-8:-4])[0]} 条")


def put(client: Client, queue: str, body: bytes) -> None:
    """发一条持久的消息，等服务器确认。"""
    client.method(1, 60, 40, publish(queue))
    client.frame(HEADER, 1, struct.pack(">HHQHB", 60, 0, len(body), 0x1000, 2))
    client.frame(BODY, 1, body)
    client.wait(CONFIRMED)


def move(client: Client, old: str, new: str) -> int:
    """一条一条搬：取出，发到新队列，服务器确认以后才确认旧的。"""
    moved = 0
    while True:
        client.method(1, 60, 70, bytes(2) + short(old) + b"\0")
        answer = client.read()
        if answer.method != GOT:
            return moved
        tag = answer.payload[4:12]
        client.read()
        put(client, new, client.read().payload)
        client.method(1, 60, 80, tag + b"\0")
        moved += 1


def main(action: str, queue: str, *rest: str) -> None:
    """做一件事，服务器说不就打印它的话。"""
    client = connected()
    try:
        if action == "put":
            for number in range(int(rest[0])):
                put(client, queue, f"order {number + 1}".encode())
            print(f"发了 {rest[0]} 条，都确认了")
        elif action == "move":
            print(f"搬了 {move(client, queue, rest[0])} 条")
        else:
            ask(client, queue, list(rest))
    except RefusedError as answer:
        print(answer)
        if action == "careless":
            client.method(1, 20, 41)
            try:
                put(client, queue, b"order")
            except RefusedError as second:
                print(second)


main(*sys.argv[1:])
