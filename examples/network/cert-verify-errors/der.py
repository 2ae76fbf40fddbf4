"""证书和吊销列表，一个字节一个字节地写，所以想错哪里就错哪里。签名和密钥由 openssl 来做。"""

import hashlib
import subprocess
from collections.abc import Iterable
from pathlib import Path

SHA1, SHA256, SHA512 = "1.2.840.10045.4.1", "1.2.840.10045.4.3.2", "1.2.840.10045.4.3.4"  # 都是 ECDSA 的签名算法
RSA = "1.2.840.113549.1.1.11"
DIGESTS = {SHA1: "-sha1", SHA256: "-sha256", SHA512: "-sha512", RSA: "-sha256"}
CA, AKI, SKI, USAGE, SAN = "2.5.29.19", "2.5.29.35", "2.5.29.14", "2.5.29.15", "2.5.29.17"
SIGN, CERT_SIGN, CRL_SIGN = 0x80, 0x04, 0x02  # 密钥用途的三位


def der(tag: int, *parts: bytes) -> bytes:
    body = b"".join(parts)
    size = len(body).to_bytes((len(body).bit_length() + 7) // 8 or 1, "big")
    return bytes([tag]) + (size if len(body) < 128 else bytes([128 + len(size)]) + size) + body


def seq(*parts: bytes) -> bytes:
    return der(0x30, *parts)


def integer(value: int) -> bytes:
    return der(2, value.to_bytes(value.bit_length() // 8 + 1, "big", signed=True))


def oid(text: str) -> bytes:
    first, second, *rest = map(int, text.split("."))
    out = [first * 40 + second]
    for number in rest:
        piece = [number & 127]
        while number := number >> 7:
            piece.insert(0, number & 127 | 128)
        out += piece
    return der(6, bytes(out))


def bits(value: bytes) -> bytes:
    return der(3, b"\0", value)


def name(text: str) -> bytes:
    """“O=甲/CN=乙”；空的就是没有名字。"""
    kinds = {"CN": "2.5.4.3", "O": "2.5.4.10"}
    pairs = [part.split("=") for part in text.split("/") if part]
    return seq(*(der(0x31, seq(oid(kinds[kind]), der(12, value.encode()))) for kind, value in pairs))


def time(text: str) -> bytes:
    return der(0x18 if len(text) == 15 else 0x17, text.encode())


def extension(kind: str, value: bytes, *, critical: bool = False) -> bytes:
    return seq(oid(kind), *([der(1, b"\xff")] if critical else []), der(4, value))


def key_id(key: str) -> bytes:
    return hashlib.sha1(key.encode()).digest()


def usage(*used: int) -> bytes:
    return bits(bytes([sum(used)]))


def ca(pathlen: int | None = None, *, is_ca: bool = True) -> bytes:
    return seq(*([der(1, b"\xff")] if is_ca else []), *([] if pathlen is None else [integer(pathlen)]))


def dns(text: str) -> bytes:
    return der(0x82, text.encode())


def make_key(key: str, *options: str) -> None:
    if not Path(f"{key}.key").exists():
        openssl(
            "genpkey", *(options or ("-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256")), "-out", f"{key}.key"
        )


def openssl(*words: str, data: bytes = b"") -> bytes:
    return subprocess.run(["openssl", *words], input=data, check=True, capture_output=True).stdout


def signed(body: bytes, key: str, inner: str, outer: str, *, broken: bool) -> bytes:
    """签名的算法写在两处：里面的 inner 已经在 body 里，outer 在外面。"""
    signature = openssl("dgst", DIGESTS.get(inner, "-sha256"), "-sign", f"{key}.key", data=body)
    if broken:
        signature = signature[:-1] + bytes([signature[-1] ^ 1])
    return seq(body, algorithm(outer), bits(signature))


def algorithm(kind: str) -> bytes:
    return seq(oid(kind), *([der(5)] if kind == RSA else []))


def write(path: str, kind: str, body: bytes) -> None:
    Path(path).write_bytes(
        openssl("base64", data=body).join([f"-----BEGIN {kind}-----\n".encode(), f"-----END {kind}-----\n".encode()])
    )


def certificate(
    path: str,
    subject: str,
    issuer: str,
    key: str,
    signer: str,
    *,
    extensions: dict[str, bytes] | None = None,
    without: Iterable[str] = (),
    critical: dict[str, bool] | None = None,
    is_ca: bool = False,
    before: str = "200101000000Z",
    after: str = "20991231235959Z",
    version: int = 3,
    inner: str = SHA256,
    outer: str | None = None,
    public: bytes | None = None,
    broken: bool = False,
    serial: int | None = None,
) -> None:
    """extensions 换掉或加上扩展（OID: 值），without 去掉，critical 改它们是不是关键的。"""
    make_key(key)
    make_key(signer)
    found = {SKI: der(4, key_id(key)), AKI: seq(der(0x80, key_id(signer)))}
    found |= (
        {CA: ca(), USAGE: usage(CERT_SIGN, CRL_SIGN)}
        if is_ca
        else {USAGE: usage(SIGN), SAN: seq(dns("www.example.test"))}
    )
    found |= extensions or {}
    is_critical = {CA: True, USAGE: True} | (critical or {})
    listed = [
        extension(kind, value, critical=is_critical.get(kind, False))
        for kind, value in found.items()
        if kind not in without
    ]
    body = seq(
        *([der(0xA0, integer(version - 1))] if version > 1 else []),
        integer(serial or int(hashlib.sha1(path.encode()).hexdigest()[:8], 16) | 1),
        algorithm(inner),
        name(issuer),
        seq(time(before), time(after)),
        name(subject),
        public or openssl("pkey", "-in", f"{key}.key", "-pubout", "-outform", "DER"),
        *([der(0xA3, seq(*listed))] if listed else []),
    )
    write(path, "CERTIFICATE", signed(body, signer, inner, outer or inner, broken=broken))


def revocations(
    path: str,
    issuer: str,
    signer: str,
    *,
    serials: Iterable[int] = (),
    before: str = "200101000000Z",
    after: str = "20991231235959Z",
    extensions: Iterable[bytes] = (),
    broken: bool = False,
) -> None:
    revoked = seq(*(seq(integer(serial), time(before)) for serial in serials))
    listed = [extension(AKI, seq(der(0x80, key_id(signer)))), *extensions]
    body = seq(
        integer(1),
        algorithm(SHA256),
        name(issuer),
        time(before),
        time(after),
        *([revoked] if serials else []),
        der(0xA0, seq(*listed)),
    )
    write(path, "X509 CRL", signed(body, signer, SHA256, SHA256, broken=broken))
