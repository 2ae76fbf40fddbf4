# 宿主机要替容器转发
sysctl -qw net.ipv4.ip_forward=1
# 网桥，和一个当作容器的网络命名空间
ip netns add c1
ip link add br0 type bridge
ip addr add 172.18.0.1/16 dev br0
ip link set br0 up
# 一对 veth：一头放进容器，叫 eth0，一头插在网桥上
ip link add v1 type veth peer name eth0 netns c1
ip link set v1 master br0 up
ip -n c1 addr add 172.18.0.2/16 dev eth0
ip -n c1 link set eth0 up
ip -n c1 link set lo up
ip -n c1 route add default via 172.18.0.1
