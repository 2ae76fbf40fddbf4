for command in iptables iptables-legacy; do
    on local "unshare -n bash probe.sh $command"
    expect "$command：一条也不缺" [ "$status" -eq 0 ]
done
note '同样的清单也能从内核读：legacy 一侧登记过的匹配和目标'
quiet local 'iptables-legacy -A INPUT -m multiport -p tcp --dports 22,80 -j REJECT; cat /proc/net/ip_tables_matches /proc/net/ip_tables_targets'
expect '看得到 multiport' contains "$output" multiport
expect '看得到 REJECT' contains "$output" REJECT
# shellcheck disable=SC2016 # the host expands it
quiet local 'zcat /proc/config.gz 2>/dev/null || cat "/boot/config-$(uname -r)"'
expect '内核配置里有 conntrack' contains "$output" CONFIG_NF_CONNTRACK=
