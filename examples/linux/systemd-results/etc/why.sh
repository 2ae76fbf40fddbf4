# why.sh 单元 [started]：启动它（除非已经启动），等它有结果，看 systemctl 说什么、Result 是什么、日志里怎样写
[ "${2:-}" = started ] || systemctl start "$1" 2>&1 | grep -v '^See '
until [ "$(systemctl show -P ActiveState "$1" | grep -cE '^(failed|inactive)$')" = 1 ]; do sleep 0.1; done
systemctl show -p Result "$1"
journalctl --sync
journalctl -b -o cat --no-pager | grep "^$1" | grep -v 'Killing process\|Deactivated'
exit 0
