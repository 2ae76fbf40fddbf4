# probe.sh IPTABLES：逐条试装规则，打印内核缺的，最后打印条数；缺一条退出码就是 1
iptables=$1
tried=0
missing=0

probe() {
    tried=$((tried + 1))
    if ! reason=$("$iptables" "$@" 2>&1); then
        missing=$((missing + 1))
        echo "缺：$*：$reason"
    fi
}

# 匹配：每条只统计，不带目标
probe -A INPUT -p tcp -m multiport --dports 22,80
probe -A INPUT -m iprange --src-range 10.9.0.5-10.9.0.9
probe -A INPUT -m mac --mac-source 02:00:00:00:00:02
probe -A INPUT -m string --algo bm --string secret
probe -A INPUT -m time --timestart 09:00 --timestop 18:00
probe -A INPUT -p tcp --syn -m connlimit --connlimit-above 2
probe -A INPUT -m limit --limit 5/min
probe -A INPUT -m hashlimit --hashlimit-name h --hashlimit-upto 5/min --hashlimit-mode srcip
probe -A INPUT -m state --state NEW
probe -A INPUT -m conntrack --ctstate ESTABLISHED
probe -A INPUT -m mark --mark 1
probe -A OUTPUT -m owner --uid-owner 0
probe -A INPUT -m recent --name seen --set
probe -A INPUT -m comment --comment note
probe -A INPUT -m addrtype --dst-type LOCAL
probe -A INPUT -m statistic --mode random --probability 0.5
probe -A INPUT -m u32 --u32 '0=0'

# 目标：装进它允许的表和链
probe -A INPUT -j REJECT
probe -A INPUT -j LOG
probe -A INPUT -j NFLOG
probe -t nat -A POSTROUTING -j SNAT --to-source 10.9.0.9
probe -t nat -A PREROUTING -j DNAT --to-destination 10.9.0.9
probe -t nat -A POSTROUTING -j MASQUERADE
probe -t nat -A PREROUTING -p tcp -j REDIRECT --to-ports 80
probe -t nat -A PREROUTING -d 10.0.0.0/24 -j NETMAP --to 10.9.0.0/24
probe -t mangle -A PREROUTING -j MARK --set-mark 1
probe -t mangle -A PREROUTING -j CONNMARK --save-mark
probe -t mangle -A FORWARD -p tcp --syn -j TCPMSS --clamp-mss-to-pmtu
probe -t mangle -A PREROUTING -j TOS --set-tos 0x10
probe -t mangle -A PREROUTING -j TTL --ttl-set 64
probe -t mangle -A PREROUTING -p tcp -j TPROXY --on-port 8080
probe -t raw -A PREROUTING -j CT --notrack
probe -t raw -A PREROUTING -j TRACE

echo "试了 $tried 条，缺 $missing 条"
[ "$missing" -eq 0 ]
