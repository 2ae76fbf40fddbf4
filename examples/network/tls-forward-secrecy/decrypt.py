"""decrypt.py 抓包文件 预主密钥：打印客户端在一个 TLS 1.2 会话（AES128-GCM-SHA256）里发的内容。

步骤见 RFC 5246（推导密钥）、RFC 7627（扩展主密钥）、RFC 5288（AES-GCM）。
"""

import hashlib
import hmac
import subprocess
import sys

from tls_capture import APPLICATION_DATA, CLIENT_HELLO, SERVER_HELLO, handshake, records


def prf(secret: bytes, label: bytes, seed: bytes, length: int) -> bytes:
    """返回双方从 `secret` 推出的 `length` 个字节。"""
    a, out = label + seed, b""
    while len(out) < length:
        a = hmac.digest(secret, a, "sha256")
        out += hmac.digest(secret, a + label + seed, "sha256")
    return out[:length]


def aes_gcm_without_tag(key: bytes, nonce: bytes, text: bytes) -> bytes:
    """像 AES-GCM 那样解密：计数器模式，从第 2 块起；偷听的人不必验标签。"""
    options = ["-K", key.hex(), "-iv", (nonce + (2).to_bytes(4, "big")).hex()]
    return subprocess.run(
        ["openssl", "enc", "-d", "-aes-128-ctr", *options], input=text, capture_output=True, check=True
    ).stdout


capture, secret_file = sys.argv[1:]
with open(secret_file, "rb") as file:
    pre_master_secret = file.read()
client, server = list(handshake(capture, "client")), list(handshake(capture, "server"))
client_random = dict(client)[CLIENT_HELLO][6:38]
server_random = dict(server)[SERVER_HELLO][6:38]

# 按发送的次序，到 ClientKeyExchange 为止；服务端的票据在它之后。
said = [client[0][1], *(m for kind, m in server if kind != 4), client[1][1]]
session_hash = hashlib.sha256(b"".join(said)).digest()
master_secret = prf(pre_master_secret, b"extended master secret", session_hash, 48)
keys = prf(master_secret, b"key expansion", server_random + client_random, 40)
client_key, client_salt = keys[:16], keys[32:36]

for kind, body in records(capture, "client"):
    if kind == APPLICATION_DATA:
        explicit_nonce, sealed, _tag = body[:8], body[8:-16], body[-16:]
        sys.stdout.write(aes_gcm_without_tag(client_key, client_salt + explicit_nonce, sealed).decode())
