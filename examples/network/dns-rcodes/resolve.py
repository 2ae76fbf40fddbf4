"""每个名字像大多数程序那样问一次系统的解析器；--faults 是参数有错的几种，不用问 DNS；--list 是全部错误。"""

import socket
import sys


def say(what: str, *arguments: object) -> None:
    try:
        print(f"{what}：{socket.getaddrinfo(*arguments)[0][4][0]}")
    except socket.gaierror as error:
        print(f"{what}：{error}")


if sys.argv[1:] == ["--faults"]:
    say("标志不对", "www.example.test", 80, 0, 0, 0, 0x10000)
    say("地址族不对", "127.0.0.1", 80, 99)
    say("种类不对", "127.0.0.1", 80, 0, 99)
    say("没有这个服务名", "127.0.0.1", "nosuchservice")
    say("IPv6 的地址，只要 IPv4", "::1", 80, socket.AF_INET)
if sys.argv[1:] == ["--list"]:
    for constant in sorted(dir(socket)):
        if constant.startswith("EAI_"):
            print(constant, int(getattr(socket, constant)))
for name in sys.argv[1:]:
    if not name.startswith("--"):
        say(name, name, 80, 0, socket.SOCK_STREAM)
