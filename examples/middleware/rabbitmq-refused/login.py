"""登录，声明一个队列：login.py 主机 用户 口令 vhost [队列]。"""

from __future__ import annotations

import sys

from amqp import Client, RefusedError, declare


def main(host: str, user: str, password: str, vhost: str, queue: str = "orders") -> None:
    """成了打印一句，服务器说不就打印它的话。"""
    client = Client(host)
    try:
        client.login(user, password, vhost)
        client.open()
        client.method(1, 50, 10, declare(queue, flags=2))
        client.wait((50, 11))
    except RefusedError as answer:
        print(answer)
    else:
        print(f"登录了，队列 {queue} 声明了")


main(*sys.argv[1:])
