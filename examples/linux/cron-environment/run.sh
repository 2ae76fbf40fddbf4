# shellcheck disable=SC2016 # the commands in quotes are expanded on the host that runs them
# /etc 和任务目录换成自己的，机器上的 cron 看不见；@reboot 的任务在 cron 启动时就跑，不用等到整分。
mkdir etc bin
cp -a /etc/. etc/
rm -rf etc/cron.d/* etc/cron.hourly/* etc/cron.daily/*
mount --bind etc /etc
mount -t tmpfs tmpfs /var/spool/cron
install -d -m 1730 -g crontab /var/spool/cron/crontabs
mkdir -p /opt/app/bin
printf '#!/bin/sh\necho 做完了\n' >/opt/app/bin/lab-tool
chmod 755 /opt/app/bin/lab-tool
background local 'exec python3 devlog.py'
wait_for "grep -q 听着 $log"
note '手工：PATH 里有'
on local 'PATH=/opt/app/bin:$PATH; lab-tool'
expect '能跑' [ "$output" = 做完了 ]
printf '%s\n' '@reboot lab-tool >/run/example/bare.out 2>&1' '@reboot echo 结果' '@reboot [[ -n $HOME ]] && echo 好 >/run/example/bash.out 2>/run/example/bash.err' >bad.cron
setup local 'crontab bad.cron'
background local 'exec cron -f'
first=$pid
wait_for 'test -s bare.out && grep -q "No MTA" cron.log'
on local 'cat bare.out'
expect 'cron 里：没有这个命令' contains "$output" 'lab-tool: not found'
on local 'grep -oE "\(root\) CMD \(lab-tool.*|\(CRON\) info \(No MTA.*" cron.log | sort -u'
expect '日志里只说起过它；输出没有地方送，丢了' contains "$output" '(CRON) info (No MTA installed, discarding output)'
note '只读的检查：照 cron 的环境执行一次'
on local 'env -i HOME=/root LOGNAME=root SHELL=/bin/sh PATH=/usr/bin:/bin sh -c "lab-tool"'
expect '同样找不到' contains "$output" 'not found'
on local 'env -i HOME=/root LOGNAME=root SHELL=/bin/sh PATH=/usr/bin:/bin sh -c "[[ -n \$HOME ]] && echo 好"'
expect '/bin/sh 是 dash，不认 [[' contains "$output" '[[: not found'
stop "$first"
note '改：绝对路径，或者在表的开头写 PATH；bash 的写法要写 SHELL；输出写到文件'
printf '%s\n' 'SHELL=/bin/bash' 'PATH=/opt/app/bin:/usr/bin:/bin' '@reboot lab-tool >>/run/example/good.out 2>&1' '@reboot [[ -n $HOME ]] && echo 好 >>/run/example/good.out' >good.cron
rm -f /run/crond.reboot /var/run/crond.reboot
setup local 'crontab good.cron'
background local 'exec cron -f'
wait_for '[ "$(wc -l <good.out)" -eq 2 ]'
on local 'LC_ALL=C sort good.out'
expect '都跑了' [ "$output" = $'做完了\n好' ]
