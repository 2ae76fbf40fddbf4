# 在一个节点上：建隧道，接一个“Pod”。参数：本节点地址、对方节点地址、本节点和对方的 Pod 网段号
me=$1 peer=$2 mine=$3 theirs=$4
ip link add flannel.1 type vxlan id 1 local "$me" remote "$peer" dstport 8472 nolearning df set
ip addr add "10.244.$mine.0/32" dev flannel.1
ip link set flannel.1 address "02:00:00:00:01:0$mine" mtu 1450 up # CNI 按网卡的 1500 减 50
ip neigh add "10.244.$theirs.0" lladdr "02:00:00:00:01:0$theirs" dev flannel.1
ip route add "10.244.$theirs.0/24" via "10.244.$theirs.0" dev flannel.1 onlink
ip link add cni0 type veth peer name eth0 netns "pod$mine"
ip addr add "10.244.$mine.1/24" dev cni0
ip link set cni0 mtu 1450 up
sysctl -qw net.ipv4.ip_forward=1
ip -n "pod$mine" addr add "10.244.$mine.2/24" dev eth0
ip -n "pod$mine" link set eth0 mtu 1450 up
ip -n "pod$mine" route add default via "10.244.$mine.1"
