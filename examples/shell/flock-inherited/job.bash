# 防重入，并在后台起一个长命的进程
exec 9>lock
flock -n 9 || {
    echo "上一次还没有结束"
    exit 1
}
sleep 300 >/dev/null 2>&1 &
echo "做完了"
