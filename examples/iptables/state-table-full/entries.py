"""打印和表一样多的 ESTABLISHED 条目，交给 conntrack -R。"""

from pathlib import Path

limit = int(Path("/proc/sys/net/netfilter/nf_conntrack_max").read_text())
for i in range(limit):
    # 每个源地址最多 60,000 条连接。
    source = f"10.64.0.{1 + i // 60000}"
    ports = f"--sport {1024 + i % 60000} --dport 80"
    print(f"-A -p tcp -s {source} -d 10.9.0.1 {ports} --state ESTABLISHED -u ASSURED,SEEN_REPLY -t 600")
