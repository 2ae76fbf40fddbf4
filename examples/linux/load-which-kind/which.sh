# 负载和核数
cut -d' ' -f1-3 /proc/loadavg
nproc
# 谁在跑或排队（R），谁在等磁盘、NFS（D）
ps -eo stat,comm | awk '$1 ~ /^[RD]/ { print substr($1, 1, 1), $2 }' | sort | uniq -c | sort -rn | head
# D 状态的等在内核的哪一处
ps -eo stat,pid,wchan:20,comm | awk '$1 ~ /^D/' | head
# 最近 10 秒，有多少时间有任务因为缺 CPU、IO、内存停着
grep some /proc/pressure/cpu /proc/pressure/io /proc/pressure/memory
