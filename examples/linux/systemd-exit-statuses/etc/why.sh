# why.sh 日志里的行怎样开头 单元…：都启动，再看日志里它们的行，按单元排
systemctl start "${@:2}" 2>/dev/null
journalctl --sync
journalctl -b -o cat --no-pager | grep -E "^$1.*\.service: " | grep -v 'Failed with result\|Deactivated' | sort -s -V -t: -k1,1
