"""443 发完就断 TCP；444 先发 close_notify 再断；445 直接断，但写明了长度。"""

import socket
import ssl
import sys
import threading

BODY = b"0123456789" * 10


def serve(port: int) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain("www.crt", "www.key")
    length = b"Content-Length: 100\r\n" if port == 445 else b""
    with socket.create_server(("10.9.0.1", port)) as listener:
        while True:
            connection = context.wrap_socket(listener.accept()[0], server_side=True)
            connection.recv(4096)
            connection.sendall(b"HTTP/1.1 200 OK\r\n" + length + b"Connection: close\r\n\r\n" + BODY)
            if port == 444:
                connection.unwrap().close()
            else:
                connection.shutdown(socket.SHUT_RDWR)
                connection.close()


for each in sys.argv[1:]:
    threading.Thread(target=serve, args=(int(each),)).start()
