# Entries by protocol and state, then by source address (original direction).
conntrack -L 2>/dev/null | awk '{print $1, ($1 == "tcp" ? $4 : "-")}' | sort | uniq -c | sort -rn
conntrack -L 2>/dev/null | awk '{for (i = 1; i <= NF; i++) if ($i ~ /^src=/) {print $i; break}}' | sort | uniq -c | sort -rn | head -1
