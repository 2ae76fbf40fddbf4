#!/usr/bin/env bash
# 恢复演练：drill.sh 备份.sql.gz 清单。清单是备份时的 CHECKSUM TABLE；退出码 0 才算这份备份是好的
set -euo pipefail
backup=$1 manifest=$2
# 先查文件：截断的、没有末行的，不用装就知道
[[ $(gunzip -c "$backup" | tail -n 1) == "-- Dump completed"* ]] || {
    echo '文件不完整：没有末行'
    exit 1
}
work=$(mktemp -d /var/tmp/drill.XXXXXX)
if command -v mariadbd >/dev/null; then
    server=mariadbd client=mariadb options=()
    mariadb-install-db --no-defaults --user=root --datadir="$work/data" --auth-root-authentication-method=normal --skip-test-db >"$work/log" 2>&1
else
    server=mysqld client=mysql options=(--mysqlx=OFF)
    mysqld --no-defaults --user=root --datadir="$work/data" --initialize-insecure >"$work/log" 2>&1
fi
# 不监听端口，不执行定时事件，不写 binlog：不会碰到生产
"$server" --no-defaults --user=root --datadir="$work/data" --socket="$work/sock" --skip-networking --skip-log-bin \
    --event-scheduler=OFF "${options[@]}" >"$work/log" 2>&1 &
trap 'kill %1; wait %1 || true; rm -rf "$work"' EXIT
sql=("$client" --no-defaults -uroot -S "$work/sock")
until "${sql[@]}" -e 'select 1' >/dev/null 2>&1; do
    kill -0 %1 || {
        tail "$work/log"
        exit 1
    }
    sleep 0.2
done
SECONDS=0
gunzip -c "$backup" | "${sql[@]}"
echo "恢复用了 $SECONDS 秒"
tables=$(cut -f1 "$manifest" | paste -sd,)
diff "$manifest" <("${sql[@]}" -Ne "checksum table $tables" 2>/dev/null) || {
    echo '和清单对不上'
    exit 1
}
echo "$(wc -l <"$manifest") 张表都对"
