# shellcheck shell=bash disable=SC2016,SC2154 # runs inside; booted.sh defines on, expect and output
ip link add eth0 type veth peer name wire
ip link set eth0 up
ip link set wire up
ip addr add 192.168.1.1/24 dev eth0
# tcpdump 抓包时换成这个用户；这里的 /etc 是空的，没有它
echo 'tcpdump:x:990:990::/:/usr/sbin/nologin' >>/etc/passwd
echo 'tcpdump:x:990:' >>/etc/group
mkdir /etc/keepalived
cp /etc/keepalived.c* /etc/keepalived/
systemctl start keepalived
until ip -4 addr show dev eth0 | grep -q 192.168.1.200; do sleep 0.2; done
on 'bash /etc/look.sh 2>/dev/null'
expect '地址、状态的变化、VRRP 报文都看得到' contains "$output" 'VRRPv2, Advertisement, vrid 51, prio 110'
on 'bash /etc/stop.sh; ip -br -4 addr show dev eth0'
expect '停掉以后 VIP 撤下了' [ "${output/192.168.1.200/}" = "$output" ]
on 'echo 到此为止'
