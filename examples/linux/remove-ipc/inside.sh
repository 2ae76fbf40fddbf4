# shellcheck shell=bash disable=SC2016,SC2154 # runs inside; booted.sh defines on, expect and output
# 默认等 10 秒再收拾，这里不等。
mkdir -p /etc/systemd/logind.conf.d
printf '[Login]\nUserStopDelaySec=0\n' >/etc/systemd/logind.conf.d/wait.conf
systemctl start dbus systemd-logind systemd-user-sessions 2>/dev/null
# poke：让服务再打开一次，等它说完。
poke() {
    local before
    before=$(wc -l </run/worker.log)
    systemctl kill -s USR1 worker
    until [ "$(wc -l </run/worker.log)" -gt "$before" ]; do sleep 0.05; done
}
# gone 用户：等 logind 收拾完这个用户。
gone() { until ! loginctl list-users --no-legend 2>/dev/null | grep -qw "$1"; do sleep 0.05; done; }

useradd --uid 1500 app
note 'app 的 UID 是 1500，服务用它跑'
on 'systemctl start worker; stat -c "%U %n" /dev/shm/*'
poke
on 'tail -n1 /run/worker.log'
expect '服务打得开自己的共享内存' [ "$output" = 打开了 ]
on 'su app -c "loginctl list-users --no-legend 2>/dev/null | grep -c app"'
expect '有人用 app 登录，logind 记着这个用户' [ "$output" = 1 ]
gone app
on 'ls -A /dev/shm | wc -l'
expect '他退出以后，/dev/shm 空了' [ "$output" = 0 ]
poke
on 'tail -n1 /run/worker.log; systemctl is-active worker'
expect '服务还在跑，共享内存没了' contains "$output" "No such file or directory: '/worker'"

note '只读的三步：谁的 UID、开关是什么、共享内存还在不在'
on 'systemctl show -P User worker; id -u app; busctl get-property org.freedesktop.login1 /org/freedesktop/login1 org.freedesktop.login1.Manager RemoveIPC; ls -A /dev/shm'
expect 'UID 不小于 1000，RemoveIPC 是默认的 true，/dev/shm 里没有' [ "$output" = $'app\n1500\nb true' ]

note '只重启服务：下次有人退出，又没了'
on 'systemctl restart worker; stat -c %U /dev/shm/worker; su app -c true'
gone app
on 'ls -A /dev/shm | wc -l'
expect '又空了' [ "$output" = 0 ]

note '办法一：服务用系统用户'
useradd --system svc
mkdir -p /etc/systemd/system/worker.service.d
on 'printf "[Service]\nUser=svc\n" >/etc/systemd/system/worker.service.d/user.conf; systemctl daemon-reload; systemctl restart worker; su svc -c true'
gone svc
on 'stat -c "%U %n" /dev/shm/*'
expect '它的 UID 小于 1000' [ "$(id -u svc)" -lt 1000 ]
expect '系统用户退出以后还在' contains "$output" 'svc /dev/shm/worker'
systemctl stop worker
rm /etc/systemd/system/worker.service.d/user.conf /dev/shm/worker
systemctl daemon-reload

note '办法二：不收拾'
on 'printf "[Login]\nRemoveIPC=no\n" >/etc/systemd/logind.conf.d/ipc.conf; systemctl restart systemd-logind; systemctl start worker; su app -c true'
gone app
poke
on 'stat -c "%U %n" /dev/shm/*; tail -n1 /run/worker.log'
expect '还在，服务打得开' contains "$output" 打开了
on 'echo 到此为止'
