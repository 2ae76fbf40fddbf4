"""Programs that a test needs: a visible skip on a laptop, a failure on a CI machine, decided in this one place."""

from __future__ import annotations

import os
import shutil

import pytest

# Program -> Debian package, where the two names differ.
_PACKAGES = {
    "arp": "net-tools",
    "arping": "iputils-arping",
    "busybox": "busybox-static",
    "chpasswd": "passwd",
    "column": "bsdextrautils",
    "curl": "curl",
    "df": "coreutils",
    "dockerd": "docker.io",
    "dracut": "dracut-core",
    "etcd": "etcd-server",
    "findmnt": "util-linux",
    "grub-script-check": "grub-common",
    "hping3": "hping3",
    "ip": "iproute2",
    "iptables": "iptables",
    "nc": "netcat-openbsd",
    "nft": "nftables",
    "ping": "iputils-ping",
    "ps": "procps",
    "setpriv": "util-linux",
    "ss": "iproute2",
    "strings": "binutils",
    "systemctl": "systemd",
    "tc": "iproute2",
    "unshare": "util-linux",
}


def require(*programs: str, path: str | None = None) -> None:
    """Skip the running test unless every program is on PATH; where CI is set, fail it instead.

    ``path`` stands in for PATH where the test runs its programs with another one. The message names the Debian package
    to install, so that a skip can be mended.
    """
    missing = [program for program in programs if shutil.which(program, path=path) is None]
    if missing:
        packages = sorted({_PACKAGES.get(program, program) for program in missing})
        unmet(f"缺少程序 {'、'.join(missing)}；请安装：apt-get install {' '.join(packages)}")


def require_root() -> None:
    """Skip the running test unless it runs as root (network namespaces need it); where CI is set, fail it instead."""
    if os.geteuid() != 0:
        unmet("需要 root（要建网络命名空间）；请用 sudo 运行这项测试")


def unmet(reason: str) -> None:
    """Report a precondition that does not hold: pytest.skip with the reason, or pytest.fail where CI is set."""
    if os.environ.get("CI"):
        pytest.fail(f"CI 上不允许跳过：{reason}", pytrace=False)
    pytest.skip(reason)
