"""How each piece of software tells its version, and which program shows that it is there."""

from __future__ import annotations

import platform
import re
import subprocess
from dataclasses import dataclass

# The system on which the records are made: the only one that pages may name.
RECORDED_SYSTEM = "Debian 12"


@dataclass(frozen=True)
class Software:
    """`program` is what must be on PATH; `command` prints the version; `pattern` takes it out (group 1).

    The pattern keeps what a Debian release promises to keep: a security update must not make every page stale.
    """

    label: str
    program: str
    command: tuple[str, ...]
    pattern: str


SOFTWARE = {
    "amqp-tools": Software(
        "amqp-tools", "amqp-publish", ("dpkg-query", "-Wf", "${Version}", "amqp-tools"), r"^(?:\d+:)?(\d[\d.]+)"
    ),
    "arping": Software("iputils-arping", "arping", ("arping", "-V"), r"iputils (\d+)"),
    "arptables": Software("arptables", "arptables", ("arptables", "--version"), r"v?(\d[\d.]+ \(\w+\))"),
    "bash": Software("Bash", "bash", ("bash", "--version"), r"version (\d+\.\d+)"),
    "bats": Software("bats", "bats", ("dpkg-query", "-Wf", "${Version}", "bats"), r"^(?:\d+:)?(\d[\d.]+)"),
    "bc": Software("bc", "bc", ("dpkg-query", "-Wf", "${Version}", "bc"), r"^(?:\d+:)?(\d[\d.]+)"),
    "binutils": Software("binutils", "strings", ("strings", "--version"), r"Debian\) (\d[\d.]+)"),
    "bsdextrautils": Software("bsdextrautils", "column", ("column", "--version"), r"util-linux (\d[\d.]+)"),
    "busybox": Software("BusyBox", "busybox", ("busybox",), r"BusyBox v(\d[\d.]+)"),
    "confluent-kafka": Software(
        "confluent-kafka",
        "python3",
        ("python3", "-c", "import confluent_kafka; print(confluent_kafka.__version__)"),
        r"(\d[\d.]+)",
    ),
    "conntrack": Software("conntrack", "conntrack", ("conntrack", "--version"), r"v(\d[\d.]+)"),
    "coreutils": Software("coreutils", "df", ("df", "--version"), r"coreutils\) (\d[\d.]+)"),
    "cron": Software("cron", "crontab", ("dpkg-query", "-Wf", "${Version}", "cron"), r"^(?:\d+:)?(\d[\d.]+)"),
    "curl": Software("curl", "curl", ("curl", "--version"), r"curl (\d[\d.]+)"),
    "dash": Software("dash", "dash", ("dpkg-query", "-Wf", "${Version}", "dash"), r"^(?:\d+:)?(\d[\d.]+)"),
    "docker": Software("Docker", "dockerd", ("dockerd", "--version"), r"version (\d[\d.]+)"),
    "dracut": Software("dracut", "dracut", ("dpkg-query", "-Wf", "${Version}", "dracut-core"), r"^(\d+)"),
    "e2fsprogs": Software(
        "e2fsprogs", "mkfs.ext4", ("dpkg-query", "-Wf", "${Version}", "e2fsprogs"), r"^(?:\d+:)?(\d[\d.]+)"
    ),
    "etcd": Software("etcd", "etcd", ("etcd", "--version"), r"etcd Version: (\d[\d.]+)"),
    "findutils": Software(
        "findutils", "find", ("dpkg-query", "-Wf", "${Version}", "findutils"), r"^(?:\d+:)?(\d[\d.]+)"
    ),
    "fping": Software("fping", "fping", ("dpkg-query", "-Wf", "${Version}", "fping"), r"^(?:\d+:)?(\d[\d.]+)"),
    "gawk": Software("gawk", "gawk", ("gawk", "--version"), r"GNU Awk (\d[\d.]+)"),
    "grub-common": Software("GRUB", "grub-script-check", ("grub-script-check", "--version"), r"(\d+\.\d+)"),
    "gzip": Software("gzip", "gzip", ("dpkg-query", "-Wf", "${Version}", "gzip"), r"^(?:\d+:)?(\d[\d.]+)"),
    "hadolint": Software("hadolint", "hadolint", ("hadolint", "--version"), r"(\d+\.\d+\.\d+)"),
    "haproxy": Software("HAProxy", "haproxy", ("dpkg-query", "-Wf", "${Version}", "haproxy"), r"^(?:\d+:)?(\d[\d.]+)"),
    "hostname": Software("hostname", "hostname", ("hostname", "--version"), r"hostname (\d[\d.]+)"),
    "init-system-helpers": Software(
        "init-system-helpers",
        "update-rc.d",
        ("dpkg-query", "-Wf", "${Version}", "init-system-helpers"),
        r"^(?:\d+:)?(\d[\d.]+)",
    ),
    "iperf3": Software("iperf3", "iperf3", ("iperf3", "--version"), r"iperf (\d[\d.]+)"),
    "iproute2": Software("iproute2", "ip", ("ip", "-V"), r"iproute2-(\d[\d.]+)"),
    "ipset": Software("ipset", "ipset", ("ipset", "--version"), r"v(\d[\d.]+)"),
    "iptables": Software("iptables", "iptables", ("iptables", "--version"), r"v(\d[\d.]+ \(\w+\))"),
    "iptables-legacy": Software(
        "iptables", "iptables-legacy", ("iptables-legacy", "--version"), r"v(\d[\d.]+ \(\w+\))"
    ),
    "iputils-ping": Software("iputils-ping", "ping", ("ping", "-V"), r"iputils (\d+)"),
    "ipvsadm": Software("ipvsadm", "ipvsadm", ("dpkg-query", "-Wf", "${Version}", "ipvsadm"), r"^(?:\d+:)?(\d[\d.]+)"),
    "jq": Software("jq", "jq", ("jq", "--version"), r"jq-(\d[\d.]+)"),
    "keepalived": Software(
        "Keepalived", "keepalived", ("dpkg-query", "-Wf", "${Version}", "keepalived"), r"^(?:\d+:)?(\d[\d.]+)"
    ),
    "kubectl": Software("kubectl", "kubectl", ("kubectl", "version", "--client"), r"Client Version: v(\d[\d.]+)"),
    "kubernetes-validate": Software(
        "kubernetes-validate", "kubernetes-validate", ("kubernetes-validate", "--version"), r"(\d+\.\d+\.\d+)"
    ),
    "libnginx-mod-stream": Software(
        "libnginx-mod-stream",
        "nginx",
        ("dpkg-query", "-Wf", "${Version}", "libnginx-mod-stream"),
        r"^(?:\d+:)?(\d[\d.]+)",
    ),
    "mariadb": Software("MariaDB", "mariadbd", ("mariadbd", "--version"), r"Ver (\d+\.\d+)"),
    "mawk": Software("mawk", "mawk", ("mawk", "-W", "version"), r"mawk (\d[\d.]+)"),
    "net-tools": Software("net-tools", "arp", ("arp", "--version"), r"net-tools (\d[\d.]+)"),
    "netcat-openbsd": Software(
        "netcat-openbsd", "nc", ("dpkg-query", "-Wf", "${Version}", "netcat-openbsd"), r"^(\d[\d.]+)"
    ),
    "nftables": Software("nftables", "nft", ("nft", "--version"), r"v(\d[\d.]+)"),
    "nginx": Software("nginx", "nginx", ("dpkg-query", "-Wf", "${Version}", "nginx"), r"^(?:\d+:)?(\d[\d.]+)"),
    "nmap": Software("nmap", "nmap", ("dpkg-query", "-Wf", "${Version}", "nmap"), r"^(?:\d+:)?(\d[\d.]+)"),
    "openssl": Software("OpenSSL", "openssl", ("openssl", "version"), r"OpenSSL (\d+\.\d+)"),
    "passwd": Software("passwd", "chpasswd", ("dpkg-query", "-Wf", "${Version}", "passwd"), r"^(?:\d+:)?(\d[\d.]+)"),
    "podman": Software("Podman", "podman", ("podman", "--version"), r"version (\d[\d.]+)"),
    "procps": Software("procps", "ps", ("ps", "--version"), r"procps-ng (\d[\d.]+)"),
    "prometheus": Software(
        "Prometheus", "promtool", ("dpkg-query", "-Wf", "${Version}", "prometheus"), r"^(?:\d+:)?(\d[\d.]+)"
    ),
    "prometheus-mysqld-exporter": Software(
        "mysqld_exporter",
        "prometheus-mysqld-exporter",
        ("dpkg-query", "-Wf", "${Version}", "prometheus-mysqld-exporter"),
        r"^(?:\d+:)?(\d[\d.]+)",
    ),
    "prometheus-node-exporter": Software(
        "node_exporter",
        "prometheus-node-exporter",
        ("dpkg-query", "-Wf", "${Version}", "prometheus-node-exporter"),
        r"^(?:\d+:)?(\d[\d.]+)",
    ),
    "pyftpdlib": Software(
        "pyftpdlib", "python3", ("python3", "-c", "import pyftpdlib; print(pyftpdlib.__ver__)"), r"(\d[\d.]+)"
    ),
    "python": Software("Python", "python3", ("python3", "--version"), r"Python (\d+\.\d+)"),
    "rabbitmq-server": Software(
        "RabbitMQ", "rabbitmqctl", ("dpkg-query", "-Wf", "${Version}", "rabbitmq-server"), r"^(?:\d+:)?(\d[\d.]+)"
    ),
    "scapy": Software("scapy", "python3", ("python3", "-c", "import scapy; print(scapy.__version__)"), r"(\d[\d.]+)"),
    "shellcheck": Software("ShellCheck", "shellcheck", ("shellcheck", "--version"), r"version: (\d[\d.]+)"),
    "strace": Software("strace", "strace", ("dpkg-query", "-Wf", "${Version}", "strace"), r"^(?:\d+:)?(\d[\d.]+)"),
    "sysdig": Software("sysdig", "sysdig", ("dpkg-query", "-Wf", "${Version}", "sysdig"), r"^(?:\d+:)?(\d[\d.]+)"),
    "systemd": Software("systemd", "systemctl", ("systemctl", "--version"), r"systemd (\d+)"),
    "systemd-container": Software(
        "systemd-container",
        "systemd-nspawn",
        ("dpkg-query", "-Wf", "${Version}", "systemd-container"),
        r"^(?:\d+:)?(\d[\d.]+)",
    ),
    "tar": Software("tar", "tar", ("dpkg-query", "-Wf", "${Version}", "tar"), r"^(?:\d+:)?(\d[\d.]+)"),
    "tcpdump": Software("tcpdump", "tcpdump", ("tcpdump", "--version"), r"tcpdump version (\d[\d.]+)"),
    "user-mode-linux": Software(
        "user-mode-linux", "linux.uml", ("dpkg-query", "-Wf", "${Version}", "user-mode-linux"), r"^(?:\d+:)?(\d[\d.]+)"
    ),
    "util-linux": Software("util-linux", "findmnt", ("findmnt", "--version"), r"util-linux (\d+\.\d+)"),
    "zabbix-agent": Software(
        "Zabbix agent", "zabbix_agentd", ("dpkg-query", "-Wf", "${Version}", "zabbix-agent"), r"^(?:\d+:)?(\d[\d.]+)"
    ),
    "zookeeper": Software(
        "ZooKeeper", "java", ("dpkg-query", "-Wf", "${Version}", "zookeeper"), r"^(?:\d+:)?(\d[\d.]+)"
    ),
}


def version_line(name: str, environment: dict[str, str]) -> str:
    """Return `label version` of the software called `name`, as installed. Raises LookupError when it tells none."""
    software = SOFTWARE[name]
    done = subprocess.run(software.command, capture_output=True, text=True, env=environment, check=False)
    match = re.search(software.pattern, done.stdout + done.stderr)
    if match is None:
        raise LookupError(f"{name}: {' '.join(software.command)} tells no version: {done.stdout}{done.stderr}")
    return f"{software.label} {match[1]}"


def system_line() -> str:
    """Return the operating system as pages name it: `Debian 12`."""
    release = platform.freedesktop_os_release()
    return f"{release['NAME'].split()[0]} {release.get('VERSION_ID', '')}".strip()


def kernel_line() -> str:
    """Return the running kernel's major and minor version: `6.18`."""
    return ".".join(platform.release().split(".")[:2])
