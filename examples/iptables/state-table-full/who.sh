# 先按协议和状态数，再按源地址（原始方向）数。
conntrack -L 2>/dev/null | awk '{print $1, ($1 == "tcp" ? $4 : "-")}' | sort | uniq -c | sort -rn
conntrack -L 2>/dev/null | awk '{for (i = 1; i <= NF; i++) if ($i ~ /^src=/) {print $i; break}}' | sort | uniq -c | sort -rn | head -1
