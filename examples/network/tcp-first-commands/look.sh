ss -Htan | awk '{c[$1]++} END {for (s in c) print c[s], s}' | sort -rn
ss -tln
ss -Htanp state close-wait
ss -tanio
nstat -asz TcpExtListenOverflows TcpRetransSegs
