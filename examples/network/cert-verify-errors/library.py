"""直接问 OpenSSL 的库：issued 颁发者 证书、verify 根 [证书]，或者 --list 打印它知道的全部号码。"""

import ctypes
import ctypes.util
import sys

LIB = ctypes.CDLL("libcrypto.so.3")
for function in (
    "X509_verify_cert_error_string",
    "BIO_new_file",
    "PEM_read_bio_X509",
    "X509_STORE_new",
    "X509_STORE_CTX_new",
):
    getattr(LIB, function).restype = ctypes.c_char_p if function.endswith("string") else ctypes.c_void_p


def text(number: int) -> str:
    return str(LIB.X509_verify_cert_error_string(ctypes.c_long(number)).decode())


def read(path: str) -> ctypes.c_void_p:
    bio = ctypes.c_void_p(LIB.BIO_new_file(path.encode(), b"r"))
    return ctypes.c_void_p(LIB.PEM_read_bio_X509(bio, None, None, None))


def verify(root: str, certificate: str = "") -> int:
    store, context = ctypes.c_void_p(LIB.X509_STORE_new()), ctypes.c_void_p(LIB.X509_STORE_CTX_new())
    LIB.X509_STORE_add_cert(store, read(root))
    LIB.X509_STORE_CTX_init(context, store, read(certificate) if certificate else None, None)
    LIB.X509_verify_cert(context)
    return int(LIB.X509_STORE_CTX_get_error(context))


def issued(issuer: str, certificate: str) -> int:
    return int(LIB.X509_check_issued(read(issuer), read(certificate)))


if sys.argv[1] == "--list":
    unknown = text(9999)
    for known in range(200):
        if text(known) != unknown:
            print(f"{known}: {text(known)}")
else:
    result = {"verify": verify, "issued": issued}[sys.argv[1]](*sys.argv[2:])
    print(f"error {result}: {text(result)}")
