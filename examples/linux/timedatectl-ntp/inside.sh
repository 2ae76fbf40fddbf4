# shellcheck shell=bash disable=SC2016,SC2154 # runs inside; booted.sh defines on, expect and output
getent passwd messagebus >/dev/null || useradd -r messagebus
systemctl start dbus.socket dbus
on 'timedatectl set-ntp true'
expect '原文' contains "$output" 'Failed to set ntp: NTP not supported'
note '只读的检查：登记了哪些对时服务'
on 'timedatectl show -p CanNTP -p NTP; cat /etc/systemd/ntp-units.d/* /usr/lib/systemd/ntp-units.d/* 2>/dev/null | wc -l'
expect '一个也没有' [ "$output" = $'CanNTP=no\nNTP=no\n0' ]
note '登记一个（装 chrony 或 systemd-timesyncd 就会带来这个文件；这里用一个替身）'
on 'mkdir -p /etc/systemd/ntp-units.d; echo lab-time.service >/etc/systemd/ntp-units.d/50-lab.list; systemctl restart systemd-timedated; timedatectl set-ntp true'
until systemctl is-active -q lab-time; do sleep 0.05; done
on 'timedatectl show -p CanNTP -p NTP; systemctl is-active lab-time'
expect '它只是替你打开那个服务' [ "$output" = $'CanNTP=yes\nNTP=yes\nactive' ]
note '开着的时候手工改时间'
on 'timedatectl set-time "2026-01-01 00:00:00"'
expect '原文' grep -qE 'Failed to set time: (Automatic time synchronization is enabled|NTP unit is active)' <<<"$output"
on 'echo 到此为止'
