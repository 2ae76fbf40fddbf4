"""The handbook's topics in reading order: folder under ``docs/`` and ``examples/`` -> name that readers see."""

from __future__ import annotations

# A topic appears on the home page and in the ledger as soon as it has a page; until then its line here is harmless.
TOPICS = {
    "iptables": "iptables 防火墙",
    "network": "网络",
    "linux": "Linux 系统",
    "shell": "Shell",
    "nginx": "Nginx",
    "load-balancing": "负载均衡",
    "mysql": "MySQL",
    "containers": "容器",
    "kubernetes": "Kubernetes",
    "monitoring": "监控",
    "middleware": "中间件",
}
