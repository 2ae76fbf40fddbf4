# shellcheck disable=SC2016 # the commands in quotes are expanded on the host that runs them
# /etc、任务目录和 /usr/sbin 都换成自己的，机器上的 cron 看不见；@reboot 的任务在 cron 启动时就跑，不用等到整分。
mkdir etc upper work
cp -a /etc/. etc/
rm -f etc/cron.d/* etc/cron.hourly/* etc/cron.daily/*
mount --bind etc /etc
mount -t tmpfs tmpfs /var/spool/cron
install -d -m 1730 -g crontab /var/spool/cron/crontabs
install -m 755 sendmail upper/sendmail
mount -t overlay -o "lowerdir=/usr/sbin,upperdir=$PWD/upper,workdir=$PWD/work" overlay /usr/sbin
printf '#!/bin/sh\necho 跑了\n' >no-x.sh
apply local install.sh
on local 'cat /etc/cron.d/check-disk'
expect '一行，带用户名，有换行' contains "$output" '1-5 root /usr'
on local 'printf "*/10 * * * 1-5 /usr/local/sbin/check_disk.sh" | crontab -n - 2>&1'
expect '最后一行没有换行：装不上' contains "$output" 'newline'
setup local 'printf "@reboot root touch /run/example/whole\n" >/etc/cron.d/whole; printf "@reboot root touch /run/example/first\n@reboot root touch /run/example/cut" >/etc/cron.d/cut; printf "@reboot root touch /run/example/dotted\n" >/etc/cron.d/dotted.sh'
on local 'crontab jobs.cron; crontab -l'
expect '装上了' [ "$status" -eq 0 ]
background local 'cron -f'
wait_for 'grep -q root: mail && grep -q Permission mail && grep -q /usr/bin:/bin mail && grep -qx one mail && test -s year -a -e whole'
on local 'sort mail'
expect 'PATH 只有两个目录，SHELL 是 /bin/sh' contains "$output" '/usr/bin:/bin /root /bin/sh'
expect '没有执行权限：只有一封邮件说' contains "$output" 'Permission denied'
expect '多写的 root 被当成命令' contains "$output" 'root: not found'
expect '百分号后面的成了标准输入' lacks "$output" one%two
on local 'cat year | grep -cE "^20[0-9]{2}$"'
expect '写成 \% 才是百分号' [ "$output" = 1 ]
note '三个 /etc/cron.d 里的文件，各自建一个文件：whole 写法正常；cut 有两行（first、cut），缺最后的换行；dotted.sh 名字带点'
on local 'ls first cut dotted whole 2>&1'
expect '缺换行的整个文件不算，名字带点的也不算' [ "$(grep -c 'cannot access' <<<"$output")" -eq 3 ]
