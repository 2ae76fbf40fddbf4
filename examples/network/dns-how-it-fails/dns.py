"""A DNS server for one address on port 53, UDP and TCP. It knows four names and prints every question.

www.example.test has an address; empty.example.test exists without one; broken.example.test is answered SERVFAIL;
big.example.test is cut short over UDP, so that the client must ask again over TCP. Every other name does not exist.
"""

import socket
import struct
import sys
import threading

ADDRESS = {"www.example.test": "10.9.0.1", "big.example.test": "10.9.0.1"}
NOERROR, SERVFAIL, NXDOMAIN = 0, 2, 3
A, AAAA = 1, 28


def answer(query: bytes, transport: str) -> bytes:
    """Return the reply to one query."""
    labels, at = [], 12
    while query[at]:
        labels.append(query[at + 1 : at + 1 + query[at]].decode())
        at += 1 + query[at]
    name, (kind,) = ".".join(labels).lower(), struct.unpack("!H", query[at + 1 : at + 3])
    # In one piece: two threads write, and the questions for A and AAAA come at once.
    kind_name = {A: "A", AAAA: "AAAA"}.get(kind, str(kind))
    sys.stdout.write(f"{kind_name} {name} {transport}\n")
    sys.stdout.flush()
    code = NOERROR if name in ADDRESS or name == "empty.example.test" else NXDOMAIN
    code = SERVFAIL if name == "broken.example.test" else code
    cut = name == "big.example.test" and transport == "udp"
    found = kind == A and name in ADDRESS and not cut
    head = struct.pack("!HHHHHH", *struct.unpack("!H", query[:2]), 0x8580 | cut << 9 | code, 1, found, 0, 0)
    record = b"\xc0\x0c" + struct.pack("!HHIH", A, 1, 60, 4) + socket.inet_aton(ADDRESS.get(name, "0.0.0.0"))
    return head + query[12 : at + 5] + (record if found else b"")


def serve_tcp(address: str) -> None:
    """Answer the queries of one connection after the other; two bytes of length stand before every message."""
    listener = socket.create_server((address, 53))
    while True:
        connection, _ = listener.accept()
        while size := connection.recv(2):
            reply = answer(connection.recv(int.from_bytes(size)), "tcp")
            connection.sendall(len(reply).to_bytes(2) + reply)
        connection.close()


threading.Thread(target=serve_tcp, args=sys.argv[1:2], daemon=True).start()
udp = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
udp.bind((sys.argv[1], 53))
while True:
    query, client = udp.recvfrom(4096)
    udp.sendto(answer(query, "udp"), client)
