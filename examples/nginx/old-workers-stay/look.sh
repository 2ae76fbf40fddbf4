# 只读：哪些 worker 在等，等了多久，占多少内存；手里是哪些连接
ps -o pid,etime,rss,args -p "$(pgrep -d, -f 'worker process is shutting down')"
ss -Htnp state established | grep nginx
