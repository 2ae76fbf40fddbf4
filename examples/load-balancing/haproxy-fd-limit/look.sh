# 只读：这个 shell 的软上限和硬上限；systemd 起的看单元，容器里的看容器
ulimit -Sn
ulimit -Hn
