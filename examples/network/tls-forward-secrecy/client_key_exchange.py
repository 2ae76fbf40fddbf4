"""client_key_exchange.py CAPTURE OUTPUT: take what ClientKeyExchange carries out of a capture."""

import sys

from tls_capture import CLIENT_KEY_EXCHANGE, handshake

capture, output = sys.argv[1:]
found = [message[4:] for kind, message in handshake(capture, "client") if kind == CLIENT_KEY_EXCHANGE]
if found:
    print(f"ClientKeyExchange：{len(found[0])} 字节")
    # kRSA: two bytes of length, then the secret encrypted to the certificate's key. ECDHE: one byte, then a point.
    with open(output, "wb") as file:
        file.write(found[0][2:] if len(found[0]) > 200 else found[0][1:])
else:
    print("没有 ClientKeyExchange")
