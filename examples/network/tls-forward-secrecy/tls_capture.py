"""Reads TLS records out of a capture (pcap, Ethernet, IPv4) of one connection to port 443. Standard library only."""

import struct
from collections.abc import Iterator

HANDSHAKE, APPLICATION_DATA = 22, 23
CLIENT_HELLO, SERVER_HELLO, CLIENT_KEY_EXCHANGE = 1, 2, 16


def segments(path: str) -> Iterator[tuple[str, int, bytes]]:
    """Yield (sender, sequence number, payload) of every TCP segment that carries data."""
    with open(path, "rb") as file:
        file.read(24)
        while header := file.read(16):
            packet = file.read(struct.unpack("<IIII", header)[2])[14:]
            tcp = packet[(packet[0] & 15) * 4 : int.from_bytes(packet[2:4], "big")]
            source, _, sequence = struct.unpack("!HHI", tcp[:8])
            if payload := tcp[(tcp[12] >> 4) * 4 :]:
                yield ("server" if source == 443 else "client", sequence, payload)


def records(path: str, sender: str) -> Iterator[tuple[int, bytes]]:
    """Yield (type, body) of every TLS record of one side, in the order of its TCP stream."""
    stream = b"".join(dict(sorted((s, p) for who, s, p in segments(path) if who == sender)).values())
    while len(stream) >= 5:
        kind, length = stream[0], int.from_bytes(stream[3:5], "big")
        yield kind, stream[5 : 5 + length]
        stream = stream[5 + length :]


def handshake(path: str, sender: str) -> Iterator[tuple[int, bytes]]:
    """Yield (type, whole message) of one side's handshake messages, up to its ChangeCipherSpec."""
    messages = b""
    for kind, body in records(path, sender):
        if kind != HANDSHAKE:
            break
        messages += body
    while messages:
        length = 4 + int.from_bytes(messages[1:4], "big")
        yield messages[0], messages[:length]
        messages = messages[length:]
