# 本机 OUTPUT 的策略和规则，哪一条的计数在涨
iptables -vnxL OUTPUT
# iptables 看不到的规则：nft 自己的表
nft list ruleset | grep -A3 'hook output'
