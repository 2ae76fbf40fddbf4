# 在自己的挂载命名空间里换掉 /etc，机器上的不动
mkdir etc
cp -a /etc/. etc/
mount --bind etc /etc
printf '#!/bin/sh\n### BEGIN INIT INFO\n# Provides: app\n# Required-Start:\n# Required-Stop:\n# Default-Start: 2 3 4 5\n# Default-Stop: 0 1 6\n### END INIT INFO\n' >/etc/init.d/app
chmod +x /etc/init.d/app
on local 'update-rc.d app defaults; ls -l /etc/rc3.d/S??app /etc/rc0.d/K??app | grep -o "/etc/rc.*"'
expect '级别 3 启动，级别 0 停止，都指向 init.d' contains "$output" '/etc/rc3.d/S01app -> ../init.d/app'
on local 'update-rc.d app disable; ls /etc/rc3.d | grep app'
expect '禁用就是把 S 改成 K' contains "$output" K01app
on local 'update-rc.d app remove; ls /etc/rc3.d | grep -c app'
expect '去掉以后没有链接' [ "$output" -eq 0 ]
