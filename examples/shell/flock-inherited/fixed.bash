# 同上，后台进程不带锁的描述符
exec 9>lock
flock -n 9 || {
    echo "上一次还没有结束"
    exit 1
}
sleep 300 >/dev/null 2>&1 9>&- &
echo "做完了"
