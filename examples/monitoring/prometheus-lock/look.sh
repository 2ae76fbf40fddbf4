# 只读：哪些进程开着这个目录里的 WAL；正常只有一个进程号
find /proc/[0-9]*/fd -lname '/run/prometheus/wal/*' 2>/dev/null | cut -d/ -f3 | sort -u
