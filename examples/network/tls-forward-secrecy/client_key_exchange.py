"""client_key_exchange.py 抓包文件 输出文件：从抓包里取出 ClientKeyExchange 带的内容。"""

import sys

from tls_capture import CLIENT_KEY_EXCHANGE, handshake

capture, output = sys.argv[1:]
found = [message[4:] for kind, message in handshake(capture, "client") if kind == CLIENT_KEY_EXCHANGE]
if found:
    print(f"ClientKeyExchange：{len(found[0])} 字节")
    # kRSA：两字节长度，再是用证书公钥加密的秘密。ECDHE：一字节长度，再是一个点。
    with open(output, "wb") as file:
        file.write(found[0][2:] if len(found[0]) > 200 else found[0][1:])
else:
    print("没有 ClientKeyExchange")
