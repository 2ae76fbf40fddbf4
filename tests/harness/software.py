"""How each piece of software tells its version, and which program shows that it is there."""

from __future__ import annotations

import platform
import re
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Software:
    """`program` is what must be on PATH; `command` prints the version; `pattern` takes it out (group 1).

    `label` is "" where the pattern takes the name out too.

    The pattern keeps what a Debian release promises to keep: a security update must not make every page stale.
    """

    label: str
    program: str
    command: tuple[str, ...]
    pattern: str


def _package(name: str, program: str | None = None, label: str | None = None) -> Software:
    """Return software that does not tell its version plainly: the Debian package tells it, without epoch and revision."""
    command = ("dpkg-query", "-Wf", "${Version}", name)
    return Software(label or name, program or name, command, r"^(?:\d+:)?(\d[\d.]+)")


SOFTWARE = {
    "amqp-tools": _package("amqp-tools", "amqp-publish"),
    "apt": Software("apt", "apt-get", ("apt-get", "--version"), r"apt (\d+\.\d+)"),
    "arping": Software("iputils-arping", "arping", ("arping", "-V"), r"iputils (\d+)"),
    "arptables": Software("arptables", "arptables", ("arptables", "--version"), r"v?(\d[\d.]+ \(\w+\))"),
    "bash": Software("Bash", "bash", ("bash", "--version"), r"version (\d+\.\d+)"),
    "bats": _package("bats"),
    "bc": _package("bc"),
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
    "containerd": Software("containerd", "containerd", ("containerd", "--version"), r" v?(\d+\.\d+)[\d.]*[~+ ]"),
    "coredns": Software("CoreDNS", "coredns", ("coredns", "-version"), r"CoreDNS-(\d[\d.]+)"),
    "coreutils": Software("coreutils", "df", ("df", "--version"), r"coreutils\) (\d[\d.]+)"),
    "cron": _package("cron", "crontab"),
    "curl": Software("curl", "curl", ("curl", "--version"), r"curl (\d[\d.]+)"),
    "dash": _package("dash"),
    "docker": Software("Docker", "dockerd", ("dockerd", "--version"), r"version (\d[\d.]+)"),
    "docker-registry": _package("docker-registry", label="Distribution"),
    "dracut": Software("dracut", "dracut", ("dpkg-query", "-Wf", "${Version}", "dracut-core"), r"^(\d+)"),
    "e2fsprogs": _package("e2fsprogs", "mkfs.ext4"),
    "etcd": Software("etcd", "etcd", ("etcd", "--version"), r"etcd Version: (\d[\d.]+)"),
    "findutils": _package("findutils", "find"),
    "faketime": _package("faketime"),
    "fping": _package("fping"),
    "gawk": Software("gawk", "gawk", ("gawk", "--version"), r"GNU Awk (\d[\d.]+)"),
    "grub-common": Software("GRUB", "grub-script-check", ("grub-script-check", "--version"), r"(\d+\.\d+)"),
    "gzip": _package("gzip"),
    "hadolint": Software("hadolint", "hadolint", ("hadolint", "--version"), r"(\d+\.\d+\.\d+)"),
    "haproxy": _package("haproxy", label="HAProxy"),
    "hostname": Software("hostname", "hostname", ("hostname", "--version"), r"hostname (\d[\d.]+)"),
    "init-system-helpers": _package("init-system-helpers", "update-rc.d"),
    "iperf3": Software("iperf3", "iperf3", ("iperf3", "--version"), r"iperf (\d[\d.]+)"),
    "iproute2": Software("iproute2", "ip", ("ip", "-V"), r"iproute2-(\d[\d.]+)"),
    "ipset": Software("ipset", "ipset", ("ipset", "--version"), r"v(\d[\d.]+)"),
    "iptables": Software("iptables", "iptables", ("iptables", "--version"), r"v(\d[\d.]+ \(\w+\))"),
    "iptables-legacy": Software(
        "iptables", "iptables-legacy", ("iptables-legacy", "--version"), r"v(\d[\d.]+ \(\w+\))"
    ),
    "iputils-ping": Software("iputils-ping", "ping", ("ping", "-V"), r"iputils (\d+)"),
    "ipvsadm": _package("ipvsadm"),
    "java": Software("OpenJDK", "keytool", ("java", "-version"), r'version "(\d+)'),
    "jq": Software("jq", "jq", ("jq", "--version"), r"jq-(\d[\d.]+)"),
    "keepalived": _package("keepalived", label="Keepalived"),
    "kubectl": Software("kubectl", "kubectl", ("kubectl", "version", "--client"), r"Client Version: v(\d[\d.]+)"),
    "kubernetes": Software("Kubernetes", "kubelet", ("kubelet", "--version"), r"v(\d[\d.]+)"),
    "kubernetes-validate": Software(
        "kubernetes-validate", "kubernetes-validate", ("kubernetes-validate", "--version"), r"(\d+\.\d+\.\d+)"
    ),
    "libnginx-mod-stream": _package("libnginx-mod-stream", "nginx"),
    "kafka": Software(
        "Kafka",
        "java",
        ("java", "-cp", "/opt/kafka/libs/*", "org.apache.kafka.tools.TopicCommand", "--version"),
        r"^(\d+\.\d+)",
    ),
    "logrotate": _package("logrotate"),
    "lsof": _package("lsof"),
    "mariadb": Software("MariaDB", "mariadbd", ("mariadbd", "--version"), r"Ver (\d+\.\d+)"),
    "mawk": Software("mawk", "mawk", ("mawk", "-W", "version"), r"mawk (\d[\d.]+)"),
    "net-tools": Software("net-tools", "arp", ("arp", "--version"), r"net-tools (\d[\d.]+)"),
    # Either of the two servers: the system of the lab tells which.
    "mysql": Software(
        "",
        "mysqld",
        (
            "sh",
            "-c",
            "if command -v mariadbd >/dev/null; then mariadbd --version | sed 's/.*Ver /MariaDB /';"
            " else mysqld --version | sed 's/.*Ver /MySQL /'; fi",
        ),
        r"((?:MySQL|MariaDB) \d+\.\d+)",
    ),
    "netcat-openbsd": _package("netcat-openbsd", "nc"),
    "nftables": Software("nftables", "nft", ("nft", "--version"), r"v(\d[\d.]+)"),
    "nginx": _package("nginx"),
    "nmap": _package("nmap"),
    "openssl": Software("OpenSSL", "openssl", ("openssl", "version"), r"OpenSSL (\d+\.\d+)"),
    "openssh": _package("openssh-server", "sshd", label="OpenSSH"),
    "passwd": _package("passwd", "chpasswd"),
    "podman": Software("Podman", "podman", ("podman", "--version"), r"version (\d[\d.]+)"),
    "policycoreutils": _package("policycoreutils", "restorecon"),
    "procps": Software("procps", "ps", ("ps", "--version"), r"procps-ng (\d[\d.]+)"),
    "prometheus": _package("prometheus", "promtool", label="Prometheus"),
    "prometheus-alertmanager": _package("prometheus-alertmanager", label="Alertmanager"),
    "prometheus-mysqld-exporter": _package("prometheus-mysqld-exporter", label="mysqld_exporter"),
    "prometheus-node-exporter": _package("prometheus-node-exporter", label="node_exporter"),
    "psmisc": _package("psmisc", "fuser"),
    "pyftpdlib": Software(
        "pyftpdlib", "python3", ("python3", "-c", "import pyftpdlib; print(pyftpdlib.__ver__)"), r"(\d[\d.]+)"
    ),
    "python": Software("Python", "python3", ("python3", "--version"), r"Python (\d+\.\d+)"),
    "qemu": Software("QEMU", "qemu-system-x86_64", ("qemu-system-x86_64", "--version"), r"version (\d+\.\d+)"),
    "rabbitmq-server": _package("rabbitmq-server", "rabbitmqctl", label="RabbitMQ"),
    "rsync": _package("rsync"),
    "scapy": Software("scapy", "python3", ("python3", "-c", "import scapy; print(scapy.__version__)"), r"(\d[\d.]+)"),
    "shellcheck": Software("ShellCheck", "shellcheck", ("shellcheck", "--version"), r"version: (\d[\d.]+)"),
    "strace": _package("strace"),
    "sudo": _package("sudo"),
    "sysdig": _package("sysdig"),
    "systemd": Software("systemd", "systemctl", ("systemctl", "--version"), r"systemd (\d+)"),
    "systemd-container": _package("systemd-container", "systemd-nspawn"),
    "tar": _package("tar"),
    "tcpdump": Software("tcpdump", "tcpdump", ("tcpdump", "--version"), r"tcpdump version (\d[\d.]+)"),
    "user-mode-linux": _package("user-mode-linux", "linux.uml"),
    "util-linux": Software("util-linux", "findmnt", ("findmnt", "--version"), r"util-linux (\d+\.\d+)"),
    "zabbix-agent": _package("zabbix-agent", "zabbix_agentd", label="Zabbix agent"),
    "zookeeper": _package("zookeeper", "java", label="ZooKeeper"),
}


def version_line(name: str, command: Sequence[str], environment: Mapping[str, str]) -> str:
    """Return `label version` of the software called `name`, as `command` prints it. Raises LookupError when it does not.

    The command is the software's own, or that in a system of the lab.
    """
    software = SOFTWARE[name]
    done = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
    match = re.search(software.pattern, done.stdout + done.stderr)
    if match is None:
        raise LookupError(f"{name}: {' '.join(software.command)} tells no version: {done.stdout}{done.stderr}")
    return f"{software.label} {match[1]}".lstrip()


def system_line() -> str:
    """Return the operating system as pages name it: `Debian 13`."""
    release = platform.freedesktop_os_release()
    return f"{release['NAME'].split()[0]} {release.get('VERSION_ID', '')}".strip()


def kernel_line() -> str:
    """Return the running kernel's major and minor version: `6.18`."""
    return ".".join(platform.release().split(".")[:2])
