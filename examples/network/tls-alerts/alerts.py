"""在 2000 加号码的端口上，收到 ClientHello 就发那一种警报，然后关。--list 打印 OpenSSL 知道的全部警报。"""

import ctypes
import socket
import sys
import threading

LIBSSL = ctypes.CDLL("libssl.so.3")
LIBCRYPTO = ctypes.CDLL("libcrypto.so.3")
for function in (LIBSSL.SSL_alert_desc_string_long, LIBCRYPTO.ERR_reason_error_string):
    function.restype = ctypes.c_char_p
LIBSSL.OPENSSL_init_ssl(ctypes.c_uint64(0x200000), None)


def alerts() -> dict[int, str]:
    """号码，和 OpenSSL 给它的名字；收到时的错误号是 SSL 库（10）的 1000 加号码。"""
    found = {}
    for number in range(256):
        name = LIBSSL.SSL_alert_desc_string_long(number).decode()
        reason = LIBCRYPTO.ERR_reason_error_string(ctypes.c_ulong(10 << 24 | 1000 + number))
        if name != "unknown" or reason:
            found[number] = f"{name}; {reason.decode() if reason else 'no text'}"
    return found


def serve(server: socket.socket, number: int) -> None:
    while True:
        connection, _ = server.accept()
        with connection:
            connection.recv(65536)
            # 一条警报记录：类型 21，版本 3.3，两个字节；第一个字节 2 是“致命”，第二个是号码。
            connection.sendall(bytes([21, 3, 3, 0, 2, 2, number]))
            connection.shutdown(socket.SHUT_WR)
            connection.recv(65536)


if sys.argv[1:] == ["--list"]:
    for known, name in alerts().items():
        print(f"{known}: {name}")
else:
    for known in alerts():
        listener = socket.create_server(("127.0.0.1", 2000 + known))
        threading.Thread(target=serve, args=(listener, known), daemon=True).start()
    print("好了", flush=True)
    threading.Event().wait()
