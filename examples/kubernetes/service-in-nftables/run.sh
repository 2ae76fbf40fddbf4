# shellcheck source=examples/kubernetes/service-in-iptables/nodes.sh
. ./nodes.sh
make_pods
on server 'nft -f rules.nft'
on cli 'python3 count.py'
expect '三个后端各约三分之一' contains "$output" 均匀
expect '不多不少' lacks "$output" 不均匀
on server 'nft list map ip kube-proxy service-ips | grep 10.96'
expect '一万个 Service 也只是这张表里的一万个元素' contains "$output" 'goto service-web'
on server 'nft list table ip kube-proxy | grep -c "dnat to"'
expect '三个端点' [ "$output" -eq 3 ]
