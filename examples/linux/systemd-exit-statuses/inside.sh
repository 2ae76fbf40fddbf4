# shellcheck shell=bash disable=SC2154 # runs inside; booted.sh defines on, expect and output
wrong=''
says() { # 输出里要有 $1
    contains "$output" "$1" || wrong+=" $1"
}
note '程序自己给的：systemd 只替它写上名字'
on 'systemctl start ok; systemctl status --no-pager ok | grep -o "status=0/SUCCESS" | head -n 1'
says 'status=0/SUCCESS'
on 'bash /etc/why.sh exit@ exit@{{1..7},{64..78},255}'
for status in {1..7} {64..78} 255; do
    says "exit@$status.service: Main process exited, code=exited, status=$status/"
done
expect '退出状态都是说好的那一个' [ "$wrong" = '' ]
note '程序还没有执行，systemd 替它准备时失败的'
touch /run/blocked /var/lib/blocked /var/cache/blocked /var/log/blocked /etc/blocked
version=$(systemctl --version | sed -n '1s/systemd \([0-9]*\).*/\1/p')
on 'cd /etc/systemd/system; bash /etc/why.sh 2..- 2*.service'
# OpenFile 从 253 起才有。
for unit in /etc/systemd/system/2*.service; do
    unit=$(basename "$unit" .service)
    if [ "$unit" != 202-fds ] || [ "$version" -ge 253 ]; then says "$unit.service: Main process exited, code=exited, status=${unit%%-*}/"; fi
done
expect '退出状态都是单元名字里的那一个' [ "$wrong" = '' ]
note 'systemd 自己的清单'
on 'systemd-analyze exit-status --no-pager'
on 'echo 到此为止'
