"""每个号码一张坏得刚好的证书：写出文件，打印号码和检查它的 openssl verify 的选项。"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from der import (
    AKI,
    CA,
    CERT_SIGN,
    CRL_SIGN,
    RSA,
    SAN,
    SHA1,
    SHA512,
    SIGN,
    SKI,
    USAGE,
    bits,
    ca,
    certificate,
    der,
    dns,
    integer,
    make_key,
    name,
    oid,
    openssl,
    revocations,
    seq,
    usage,
)

ROOT, INTER, LEAF = "CN=Root", "CN=Inter", "CN=www.example.test"
EKU, CONSTRAINTS, POLICIES, REQUIRE, POINTS = "2.5.29.37", "2.5.29.30", "2.5.29.32", "2.5.29.36", "2.5.29.31"
SCOPE, PROXY, BLOCKS, STRANGE = "2.5.29.28", "1.3.6.1.5.5.7.1.14", "1.3.6.1.5.5.7.1.7", "1.3.6.1.4.1.99999.1"
Changes = Mapping[str, Any]
NONE: Changes = {}
TRUSTED = "-CAfile root.pem"
STRICT = f"{TRUSTED} -x509_strict"
BROKEN_KEY = seq(seq(oid("1.2.840.10045.2.1"), oid("1.2.840.10045.3.1.7")), bits(b"\x04\x01"))  # 不是曲线上的点


def case(number: int, options: str) -> None:
    print(f"{number} openssl verify {options} {number}.pem")


def leaf(number: int, options: str = TRUSTED, **changes: Any) -> None:
    certificate(f"{number}.pem", **({"subject": LEAF, "issuer": ROOT, "key": "leaf", "signer": "root"} | changes))
    case(number, options)


def below(number: int, options: str = "", *, key: str = "inter", own: Changes = NONE, **changes: Any) -> None:
    """一张坏的中间证书，和它签出来的好证书。"""
    certificate(f"{number}-ca.pem", INTER, ROOT, key, "root", **({"is_ca": True} | changes))
    leaf(number, f"{TRUSTED} -untrusted {number}-ca.pem {options}".strip(), issuer=INTER, signer=key, **own)


def anchored(
    number: int, options: str = "", *, key: str = "own", subject: str = "CN=Own", own: Changes = NONE, **changes: Any
) -> None:
    """一张坏的根证书，和它签出来的好证书。"""
    certificate(f"{number}-ca.pem", subject, subject, key, key, **({"is_ca": True} | changes))
    leaf(number, f"-CAfile {number}-ca.pem {options}".strip(), issuer=subject, signer=key, **own)


def constrained(number: int, subtree: list[bytes], names: list[bytes], *, excluded: bool = False) -> None:
    below(
        number,
        extensions={CONSTRAINTS: seq(der(0xA1 if excluded else 0xA0, seq(*subtree)))},
        own={"extensions": {SAN: seq(*names)}},
    )


def revoked(number: int, own: Changes = NONE, **changes: Any) -> None:
    leaf(number, f"{TRUSTED} -crl_check -CRLfile {number}.crl", **own)
    revocations(f"{number}.crl", ROOT, "root", **changes)


def asked(number: int, ca_changes: Changes, changes: Changes) -> None:
    own = {"key": "own", "is_ca": True} | ca_changes
    certificate(f"{number}-ca.pem", "CN=Own", "CN=Own", signer=own["key"], **own)
    certificate(f"{number}.pem", LEAF, **({"issuer": "CN=Own", "key": "leaf", "signer": "own"} | changes))
    print(f"{number} library issued {number}-ca.pem {number}.pem")


make_key("root")
make_key("small", "-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:1024")
certificate("root.pem", ROOT, ROOT, "root", "root", is_ca=True)
certificate("inter.pem", INTER, ROOT, "inter", "root", is_ca=True)

leaf(0)
# 找颁发者
leaf(2, "-CAfile inter.pem", issuer=INTER, signer="inter")
leaf(18, signer="leaf", issuer=LEAF)
leaf(19, "-CAfile root.pem -untrusted 19-ca.pem", issuer="CN=Own", signer="own")
certificate("19-ca.pem", "CN=Own", "CN=Own", "own", "own", is_ca=True)
leaf(20, issuer="CN=Nobody")
leaf(22, "-CAfile root.pem -untrusted inter.pem -verify_depth 0", issuer=INTER, signer="inter")
certificate("other.pem", ROOT, ROOT, "other", "other", is_ca=True)
# 签名和公钥
leaf(7, broken=True)
# X509_check_issued 才说的：openssl verify 把它们都说成 20
asked(24, {"public": BROKEN_KEY}, {})
asked(29, {}, {"issuer": "CN=Nobody"})
asked(30, {}, {"extensions": {AKI: seq(der(0x80, b"another key"))}})
asked(31, {}, {"extensions": {AKI: seq(der(0xA1, der(0xA4, name(ROOT))), der(0x82, b"\x09"))}})
asked(76, {}, {"inner": STRANGE})
asked(77, {"key": "small", "inner": RSA}, {"signer": "small"})
certificate("1.pem", LEAF, ROOT, "leaf", "root", public=BROKEN_KEY)
print("1 library verify root.pem 1.pem")
print("69 library verify root.pem")
# 时间
leaf(9, before="20900101000000Z")
leaf(10, after="210101000000Z")
leaf(13, before="200101000000+", after="20991231235959Z")
leaf(14, after="2099123123595+Z")
# 吊销列表
leaf(3, f"{TRUSTED} -crl_check")
revoked(8, broken=True)
revoked(11, before="20900101000000Z")
revoked(12, after="210101000000Z")
revoked(15, before="200101000000+")
revoked(16, after="2099123123595+Z")
revoked(23, own={"serial": 23}, serials=[23])
anchored(35, "-crl_check -CRLfile 35.crl", extensions={USAGE: usage(CERT_SIGN)})
revocations("35.crl", "CN=Own", "own")
revoked(36, extensions=[seq(oid(STRANGE), der(1, b"\xff"), der(4, der(5)))])
revoked(44, extensions=[seq(oid(SCOPE), der(1, b"\xff"), der(4, seq(der(0x82, b"\xff"))))])
issuer_name = der(0xA2, der(0xA4, seq(der(0x31, seq(oid("2.5.4.3"), der(12, b"Elsewhere"))))))
leaf(
    54,
    f"{TRUSTED} -crl_check -extended_crl -CRLfile 54.crl -untrusted 54-ca.pem",
    extensions={POINTS: seq(seq(issuer_name))},
)
certificate("54-ca.pem", "CN=Elsewhere", "CN=Elsewhere", "elsewhere", "elsewhere", is_ca=True)
revocations(
    "54.crl",
    "CN=Elsewhere",
    "elsewhere",
    extensions=[seq(oid(SCOPE), der(1, b"\xff"), der(4, seq(der(0x84, b"\xff"))))],
)
# 用途和信任
certificate("25-top.pem", "CN=Top", ROOT, "top", "root", is_ca=True, extensions={CA: ca(0)})
certificate("25-ca.pem", INTER, "CN=Top", "inter", "top", is_ca=True)
Path("25-both.pem").write_text(Path("25-top.pem").read_text() + Path("25-ca.pem").read_text())
leaf(25, f"{TRUSTED} -untrusted 25-both.pem", issuer=INTER, signer="inter")
leaf(26, f"{TRUSTED} -purpose sslserver", extensions={EKU: seq(oid("1.3.6.1.5.5.7.3.2"))})
leaf(28, "-CAfile 28-ca.pem -purpose sslserver")
openssl("x509", "-in", "root.pem", "-trustout", "-addreject", "serverAuth", "-out", "28-ca.pem")
below(32, extensions={USAGE: usage(CRL_SIGN)})
below(79, extensions={CA: ca(is_ca=False)})
leaf(34, extensions={STRANGE: der(5)}, critical={STRANGE: True})
# 名字
leaf(62, f"{TRUSTED} -verify_hostname mail.example.test")
leaf(63, f"{TRUSTED} -verify_email admin@example.test")
leaf(64, f"{TRUSTED} -verify_ip 10.9.0.1")
# 名字约束
constrained(47, [dns("allowed.test")], [dns("www.example.test")])
constrained(48, [dns("example.test")], [dns("www.example.test")], excluded=True)
constrained(49, [dns("example.test"), der(0x80, b"\1")], [dns("www.example.test")])
constrained(51, [der(0x88, oid(STRANGE)[2:])], [der(0x88, oid(STRANGE)[2:])])
constrained(53, [der(0x86, b".example.test")], [der(0x86, b"nonsense")])
unsorted = seq(seq(der(4, b"\0\1"), seq(bits(b"\xc0\xa8"), bits(b"\x0a\x09"))))
leaf(41, extensions={BLOCKS: unsorted}, critical={BLOCKS: True})
below(
    46,
    extensions={BLOCKS: seq(seq(der(4, b"\0\1"), seq(bits(b"\x0a\x09"))))},
    critical={BLOCKS: True},
    own={"extensions": {BLOCKS: seq(seq(der(4, b"\0\1"), seq(bits(b"\xc0\xa8"))))}, "critical": {BLOCKS: True}},
)
# 策略
policy = seq(oid(STRANGE))
leaf(42, f"{TRUSTED} -policy_check", extensions={POLICIES: seq(policy, policy)})
leaf(43, f"{TRUSTED} -policy_check -explicit_policy")


# 代理证书
def proxy(number: int, options: str, subject: str, *, issuer: str = LEAF, signer: str = "leaf") -> None:
    certificate(f"{number}.pem", subject, issuer, "proxy", signer, **proxied())
    case(number, options)


def proxied(*pathlen: bytes) -> dict[str, Any]:
    rule = seq(*pathlen, seq(oid("1.3.6.1.5.5.7.21.1")))
    return {"without": [SAN], "critical": {PROXY: True}, "extensions": {PROXY: rule}}


certificate("user.pem", LEAF, ROOT, "leaf", "root", without=[SAN])
proxy(40, f"{TRUSTED} -untrusted user.pem", f"{LEAF}/CN=proxy")
proxy(72, f"{TRUSTED} -allow_proxy_certs -untrusted user.pem", "CN=other/CN=proxy")
proxy(37, "-CAfile root.pem -allow_proxy_certs", "CN=Root/CN=proxy", issuer=ROOT, signer="root")
certificate("38-proxy.pem", f"{LEAF}/CN=proxy", LEAF, "first", "leaf", **proxied(integer(0)))
Path("38-both.pem").write_text(Path("user.pem").read_text() + Path("38-proxy.pem").read_text())
proxy(
    38,
    f"{TRUSTED} -allow_proxy_certs -untrusted 38-both.pem",
    f"{LEAF}/CN=proxy/CN=more",
    issuer=f"{LEAF}/CN=proxy",
    signer="first",
)
certificate("39-user.pem", LEAF, ROOT, "leaf", "root", without=[SAN], extensions={USAGE: usage(0x20)})
proxy(39, f"{TRUSTED} -allow_proxy_certs -untrusted 39-user.pem", f"{LEAF}/CN=proxy")
# 太弱
leaf(66, f"{TRUSTED} -auth_level 2", key="small")
anchored(67, "-auth_level 2", key="small", subject="CN=Small", inner=RSA, own={"inner": RSA})
leaf(68, f"{TRUSTED} -auth_level 2", inner=SHA1)
make_key("explicit", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256", "-pkeyopt", "ec_param_enc:explicit")
below(94, key="explicit")
# Suite B
make_key("p384", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-384")
make_key("p521", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-521")
leaf(56, f"{TRUSTED} -suiteB_128", version=1, without=[SKI, AKI, USAGE, SAN])
leaf(57, f"{TRUSTED} -suiteB_128", key="small")
leaf(58, f"{TRUSTED} -suiteB_128", key="p521")
leaf(59, f"{TRUSTED} -suiteB_128", inner=SHA512)
leaf(60, f"{TRUSTED} -suiteB_192")
leaf(61, f"{TRUSTED} -suiteB_128", key="p384")
# 只有 -x509_strict 才看的
leaf(78, STRICT, outer=SHA512)
leaf(80, STRICT, extensions={CA: ca(0, is_ca=False)})
below(81, "-x509_strict", extensions={CA: ca(0), USAGE: usage(CRL_SIGN)})
leaf(82, STRICT, extensions={USAGE: usage(SIGN, CERT_SIGN)})
anchored(83, "-x509_strict", subject="")
leaf(84, STRICT, subject="", without=[SAN])
leaf(85, STRICT, without=[AKI])
below(86, "-x509_strict", without=[SKI])
leaf(87, STRICT, extensions={SAN: seq()})
leaf(88, STRICT, subject="")
below(89, "-x509_strict", critical={CA: False})
below(92, "-x509_strict", without=[USAGE])
leaf(93, STRICT, version=1)
