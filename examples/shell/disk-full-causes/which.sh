# 五条只读的检查，都对着写不进去的那个目录
target=${1:-/}
# 空间，再看 inode
df -h "$target"
df -i "$target"
# 一、真的大：一层一层往下找
du -xh --max-depth=1 "$target" 2>/dev/null | sort -h | tail -n 5
# 二、删了还开着：名字没了，空间还占着
lsof -nP +L1 "$target"
# 三、保留块：只给 root 用
device=$(df --output=source "$target" | tail -n 1)
dumpe2fs -h "$device" 2>/dev/null | grep -iE '^(block count|reserved block count|free blocks|block size)'
# 四、被盖住：挂载点下面原来的文件
findmnt -R -n -o TARGET -T "$target"
# 五、日志
journalctl --disk-usage
du -sh /var/lib/docker/containers/*/*-json.log
