"""做一件不该做的事，打印服务器的回答：provoke.py 名字。"""

from __future__ import annotations

import struct
import subprocess
import sys
from collections.abc import Callable

from amqp import BODY, HEADER, METHOD, Client, RefusedError, declare, header, publish, short

QUEUE = (50, 11)
NOTHING = (0, 1)  # 没有这个方法：等服务器说不


def connected() -> Client:
    """登录好，打开了信道 1。"""
    client = Client()
    client.login()
    client.open()
    return client


def no_route() -> None:
    """mandatory 的消息，没有队列接。"""
    client = connected()
    client.method(1, 60, 40, publish("nowhere", flags=1))
    client.frame(HEADER, 1, header(0))
    client.wait(NOTHING)


def connection_forced() -> None:
    """管理员关连接。"""
    client = connected()
    subprocess.run(["rabbitmqctl", "-q", "close_all_connections", "maintenance"], check=True, capture_output=True)
    client.wait(NOTHING)


def access_refused() -> None:
    """amq. 开头的名字归服务器。"""
    client = connected()
    client.method(1, 50, 10, declare("amq.mine"))
    client.wait(QUEUE)


def not_found() -> None:
    """只问不建（passive），队列不在。"""
    client = connected()
    client.method(1, 50, 10, declare("nowhere", flags=1))
    client.wait(QUEUE)


def resource_locked() -> None:
    """别的连接独占的队列。"""
    owner, other = connected(), connected()
    owner.method(1, 50, 10, declare("mine", flags=4))
    owner.wait(QUEUE)
    other.method(1, 50, 10, declare("mine", flags=4))
    other.wait(QUEUE)


def precondition_failed() -> None:
    """同一个队列，另一组参数。"""
    client = connected()
    client.method(1, 50, 10, declare("orders", flags=2))
    client.wait(QUEUE)
    client.method(1, 50, 10, declare("orders", flags=2, arguments={"x-max-length": 10}))
    client.wait(QUEUE)


def frame_error() -> None:
    """帧的最后一个字节不是 206。"""
    client = connected()
    client.frame(METHOD, 1, b"\0\x32\0\x0a" + declare("orders"), end=0)
    client.wait(NOTHING)


def frame_too_large() -> None:
    """帧比握手时说好的大。"""
    client = connected()
    client.socket.sendall(struct.pack(">BHI", BODY, 1, 200_000))
    client.wait(NOTHING)


def command_invalid() -> None:
    """只有服务器才说的 queue.declare-ok。"""
    client = connected()
    client.method(1, 50, 11, short("orders") + bytes(8))
    client.wait(NOTHING)


def bad_mechanism() -> None:
    """服务器没有的认证机制。"""
    Client().login(mechanism="NONE")


def channel_error() -> None:
    """没有打开的信道。"""
    client = connected()
    client.method(2, 50, 10, declare("orders"))
    client.wait(QUEUE)


def opened_twice() -> None:
    """同一个信道打开两次。"""
    client = connected()
    client.open()


def unexpected_frame() -> None:
    """没有 publish，先来了内容。"""
    client = connected()
    client.frame(HEADER, 1, header(5))
    client.wait(NOTHING)


def not_allowed() -> None:
    """没有这个 vhost。"""
    Client().login(vhost="shop")


def not_implemented() -> None:
    """immediate：RabbitMQ 没有。"""
    client = connected()
    client.method(1, 60, 40, publish("orders", flags=2))
    client.frame(HEADER, 1, header(0))
    client.wait(NOTHING)


def internal_error() -> None:
    """connection.close 少了参数：解不开。"""
    client = connected()
    client.method(0, 10, 50)
    client.wait(NOTHING)


def syntax_error() -> None:
    """PLAIN 的回答里没有分隔的空字节。"""
    client = Client()
    client.socket.sendall(b"AMQP\x00\x00\x09\x01")
    client.wait((10, 10))
    client.method(0, 10, 11, bytes(4) + short("PLAIN") + b"\0\0\0\5guest" + short("en_US"))
    client.wait((10, 30))


def main(name: str) -> None:
    """做这一件，打印回答。"""
    action: Callable[[], None] = globals()[name]
    try:
        action()
    except RefusedError as answer:
        print(answer)
    else:
        sys.exit("服务器没有说不")


main(sys.argv[1])
