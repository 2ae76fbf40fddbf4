# 只读：主进程手里打开的是哪个文件；要 root
readlink "/proc/$(cat nginx.pid)/fd/"* | grep access.log
