"""Print as many established TCP entries as the table holds, for conntrack -R."""

from pathlib import Path

limit = int(Path("/proc/sys/net/netfilter/nf_conntrack_max").read_text())
for i in range(limit):
    source = f"10.{64 + (i >> 16)}.{i >> 8 & 255}.{i & 255}"
    print(f"-A -p tcp -s {source} -d 10.9.0.1 --sport 1024 --dport 80 --state ESTABLISHED -u ASSURED,SEEN_REPLY -t 600")
