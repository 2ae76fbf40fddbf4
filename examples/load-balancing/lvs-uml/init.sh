#!/bin/sh
# 用户态内核里的 1 号进程：装模块，跑 inside.sh，关机。/ 是机器自己的，只读。
export PATH=/usr/sbin:/usr/bin:/sbin:/bin PYTHONDONTWRITEBYTECODE=1
mount -t proc proc /proc
mount -t sysfs sys /sys
mount -t tmpfs tmpfs /run/netns
modules=$(echo /usr/lib/uml/modules/*/kernel)
for module in lib/crc-ccitt net/ipv6/ipv6 net/ipv4/netfilter/nf_defrag_ipv4 net/ipv6/netfilter/nf_defrag_ipv6 \
    net/netfilter/nf_conntrack net/netfilter/ipvs/ip_vs net/netfilter/ipvs/ip_vs_rr net/netfilter/ipvs/ip_vs_wrr \
    net/netfilter/ipvs/ip_vs_wlc drivers/net/veth net/llc/llc net/802/stp net/bridge/bridge \
    net/ipv4/ip_tunnel net/ipv4/tunnel4 net/ipv4/ipip; do
    busybox insmod "$modules/$module.ko"
done
cd "$(dirname "$0")" || exit 1
bash inside.sh 2>&1
echo 到此为止
busybox poweroff -f
