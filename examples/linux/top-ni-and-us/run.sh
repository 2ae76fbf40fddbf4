# shellcheck disable=SC2016 # the commands in quotes are expanded on the host that runs them
# 同一个死循环钉在 CPU 0 上跑两秒，看 /proc/stat 里 cpu0 的 nice 那一栏（百分之一秒）多了多少；top 的 ni 就是从这里算的。
# 用 renice 设成绝对的值：整套测试也许是在 nice 下面跑的。
on local 'grew() { local before=$(awk "/^cpu0 / { print \$3 }" /proc/stat); timeout 2 taskset -c 0 sh -c "renice -n $1 -p \$\$ >/dev/null; while :; do :; done"; echo $(($(awk "/^cpu0 / { print \$3 }" /proc/stat) - before)); }
plus=$(grew 5) minus=$(grew -5); [ $plus -gt $((2 * minus + 10)) ] && echo "nice 5 时 ni 涨，nice -5 时不涨"'
expect '正数算 ni，负数算在 us 里' contains "$output" 'nice 5 时 ni 涨'
