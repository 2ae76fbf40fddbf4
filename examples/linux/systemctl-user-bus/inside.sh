# shellcheck shell=bash disable=SC2016,SC2154 # runs inside; booted.sh defines on, expect and output
getent passwd messagebus >/dev/null || useradd -r messagebus
systemctl start dbus.socket dbus
groupadd app
useradd -m -g app -s /bin/bash app
on 'setpriv --reuid=app --regid=app --init-groups env -i HOME=/home/app PATH=$PATH systemctl --user is-active basic.target'
expect '没有完整的登录会话' contains "$output" 'Failed to connect to'
note '只读的检查：用户自己的 systemd 起了没有'
on 'ls -d /run/user/$(id -u app) 2>&1; systemctl is-active user@$(id -u app).service'
expect '没有' contains "$output" 'No such file or directory'
note '改：不登录也要跑，打开 linger'
on 'loginctl enable-linger app; until systemctl is-active -q user@$(id -u app).service; do sleep 0.1; done; loginctl show-user app -P Linger'
expect '起来了' [ "$output" = yes ]
on 'setpriv --reuid=app --regid=app --init-groups env -i HOME=/home/app PATH=$PATH systemctl --user is-active basic.target'
expect '实例在，变量没有：还是那一句' contains "$output" 'Failed to connect to'
on 'setpriv --reuid=app --regid=app --init-groups env -i HOME=/home/app PATH=$PATH XDG_RUNTIME_DIR=/run/user/$(id -u app) systemctl --user is-active basic.target'
expect '告诉它在哪里，就连上了' [ "$output" = active ]
note 'root 要看别人的：sudo systemctl --user 看的是 root 自己'
on 'systemctl --user is-active basic.target 2>&1 | head -n 1'
expect '不是 app 的' contains "$output" 'Failed to connect to'
on 'systemctl --user -M app@.host is-active basic.target'
expect '写 -M 用户@.host' [ "$output" = active ]
on 'echo 到此为止'
