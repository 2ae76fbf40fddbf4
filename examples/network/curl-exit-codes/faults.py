"""几个故意出错的小服务器：HTTP、TLS、FTP、SMTP、TFTP、LDAP、RTSP、SOCKS、HTTP/2，每个按请求里的名字出错。"""

import contextlib
import socket
import ssl
import struct
import threading
import time
from collections.abc import Callable, Iterator

Handler = Callable[[socket.socket], None]

OK = b"HTTP/1.1 200 OK\r\n"
HTTP = {
    "/ok": OK + b"Content-Length: 5\r\n\r\nhello",
    "/garbage": b"hello, this is no HTTP\n",
    "/bad-length": OK + b"Content-Length: abc\r\n\r\n",
    "/short": OK + b"Content-Length: 100\r\n\r\nhello",
    "/missing": b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n",
    "/no-range": OK + b"Content-Length: 20\r\n\r\n01234567890123456789",
    "/bad-gzip": OK + b"Content-Encoding: gzip\r\nContent-Length: 5\r\n\r\nhello",
    "/big": OK + b"Content-Length: 1000\r\n\r\n" + b"x" * 1000,
    "/loop": b"HTTP/1.1 302 Found\r\nLocation: /loop\r\nContent-Length: 0\r\n\r\n",
    "/bad-chunk": OK + b"Transfer-Encoding: chunked\r\n\r\nZZ\r\nhello",
    "/huge-header": OK + b"X-Large: " + b"a" * 400_000 + b"\r\n\r\n",
    "/login": b'HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Basic realm="r"\r\nContent-Length: 0\r\n\r\n',
    "/empty": b"",
    "/long": OK + b"Content-Length: 100000\r\n\r\n" + b"x" * 100_000,
    # 不是 HTTP/1 的请求：HTTP/2 的开头（PRI * HTTP/2.0），或者 TLS。
    "*": b"HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n",
}
# 用户名就是要演的错：它对哪条命令答什么。
FTP = {
    "nocwd": {"CWD": "550 no"},
    "nopasv": {"EPSV": "500 no", "PASV": "500 no"},
    "odd227": {"EPSV": "500 no", "PASV": "227 strange"},
    "notype": {"TYPE": "504 no"},
    "noretr": {"RETR": "450 no"},
    "nostor": {"STOR": "553 no"},
    "noport": {"EPRT": "500 no", "PORT": "500 no"},
    "nocallback": {"EPRT": "200 ok", "RETR": "150 soon\r\n425 cannot connect"},
    "norest": {"REST": "502 no"},
    "gone": {"SIZE": "550 no", "RETR": "550 no"},
    "nopret": {"PRET": "500 no"},
    "nopass": {"PASS": "530 no"},
    "fine": {},
}
FTP_USUAL = {
    "USER": "331 password",
    "PASS": "230 in",
    "PWD": '257 "/"',
    "CWD": "250 ok",
    "TYPE": "200 ok",
    "SIZE": "213 5",
    "REST": "350 ok",
    "QUIT": "221 bye",
}


def lines(connection: socket.socket) -> Iterator[str]:
    """一行一行地读。"""
    with connection.makefile("rb") as file:
        for line in file:
            yield line.decode().rstrip("\r\n")


def reset(connection: socket.socket) -> None:
    """不告别，直接发 RST。"""
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))


def http(connection: socket.socket) -> None:
    data = b""
    # 0x16 是 TLS 的第一个字节：对方说的不是 HTTP。
    while b"\r\n\r\n" not in data and not data.startswith(b"\x16"):
        data += connection.recv(65536) or b"\r\n\r\n"
    path = "*" if data.startswith(b"\x16") else data.split()[1].decode()
    if path == "/silent":
        time.sleep(30)
    elif path == "/reset":
        reset(connection)
    else:
        connection.sendall(HTTP[path])
        connection.shutdown(socket.SHUT_WR)
        # 读完对方还在发的，close 才不会变成 RST。
        while path != "/login" and connection.recv(65536):
            pass


def ftp(connection: socket.socket) -> None:
    connection.sendall(b"220 ready\r\n")
    scenario = {}
    data = None
    for line in lines(connection):
        command, _, rest = line.partition(" ")
        if command == "USER":
            scenario = FTP[rest]
        reply = scenario.get(command) or FTP_USUAL.get(command, "500 no")
        if command == "EPSV" and command not in scenario:
            data = socket.create_server(("127.0.0.1", 0))
            reply = f"229 (|||{data.getsockname()[1]}|)"
        connection.sendall(f"{reply}\r\n".encode())
        if command == "QUIT":
            return


def smtp(connection: socket.socket) -> None:
    connection.sendall(b"220 ready\r\n")
    for line in lines(connection):
        connection.sendall(b"550 no\r\n" if line.startswith("MAIL") else b"250 ok\r\n")


def ldap(reply: bytes) -> Handler:
    def serve(connection: socket.socket) -> None:
        while request := connection.recv(4096):
            # 请求的第五个字节是消息号，回答要用同一个；第六个是它的种类：0x60 是 bind。
            answer = reply if request[5] != 0x60 or reply[0] == 0x61 else bytes.fromhex("61070a010004000400")
            connection.sendall(bytes([0x30, 3 + len(answer), 0x02, 0x01, request[4]]) + answer)

    return serve


def rtsp(connection: socket.socket) -> None:
    connection.recv(4096)
    connection.sendall(b"RTSP/1.0 200 OK\r\nCSeq: 77\r\n\r\n")


def socks(connection: socket.socket) -> None:
    connection.recv(4096)
    # 五号版本；提出的认证办法一个也不收。
    connection.sendall(b"\x05\xff")
    connection.recv(1)


def http2(connection: socket.socket) -> None:
    # 空的 SETTINGS；等到请求（HEADERS，种类 1）就重置它的流，错误号 2。
    connection.sendall(bytes.fromhex("000000040000000000"))
    data = b""
    while b"127.0.0.1" not in data and b"\x01\x05\x00\x00\x00\x01" not in data:
        data += connection.recv(65536)
    connection.sendall(bytes.fromhex("000004030000000001") + struct.pack("!I", 2))
    connection.recv(65536)
    time.sleep(1)


def http2_broken(connection: socket.socket) -> None:
    # 一帧 SETTINGS 要是六个字节的倍数，这里是五个。
    connection.sendall(bytes.fromhex("000005040000000000") + b"x" * 5)
    while connection.recv(65536):
        pass


def tls(connection: socket.socket) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain("srv.crt", "srv.key")
    with context.wrap_socket(connection, server_side=True) as wrapped:
        http(wrapped)


def serve(port: int, handler: Handler) -> None:
    with socket.create_server(("127.0.0.1", port)) as server:
        while True:
            connection, _ = server.accept()
            threading.Thread(target=answer, args=(connection, handler), daemon=True).start()


def answer(connection: socket.socket, handler: Handler) -> None:
    with connection, contextlib.suppress(OSError):
        handler(connection)


def tftp() -> None:
    """文件名 e1 到 e7 就是要答的错误号。"""
    with socket.socket(type=socket.SOCK_DGRAM) as server:
        server.bind(("127.0.0.1", 8069))
        while True:
            request, client = server.recvfrom(4096)
            number = int(request[2:].split(b"\0")[0].removeprefix(b"e"))
            server.sendto(struct.pack("!HH", 5, number) + b"no\0", client)


SERVERS = {
    8080: http,
    8443: tls,
    8021: ftp,
    8025: smtp,
    # bind 答 53（不肯）；bind 成功，search 答 32（没有这一条）。
    8389: ldap(bytes.fromhex("61070a013504000400")),
    8390: ldap(bytes.fromhex("65070a012004000400")),
    8554: rtsp,
    1080: socks,
    8082: http2,
    8083: http2_broken,
}
threading.Thread(target=tftp, daemon=True).start()
for port, handler in SERVERS.items():
    threading.Thread(target=serve, args=(port, handler), daemon=True).start()
threading.Event().wait()
