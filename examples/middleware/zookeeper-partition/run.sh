# shellcheck disable=SC2016 # the conditions in quotes are expanded when they are tried
# shellcheck source=examples/middleware/zookeeper-election/zk.sh
. ./zk.sh
# 四台各在自己的命名空间；1、2 接网桥 left，3、4 接网桥 right，中间一根线
for side in left right; do
    ip -n local link add "$side" type bridge
    ip -n local link set "$side" up
done
ip -n local link add cable type veth peer name cable2
ip -n local link set cable master left up
ip -n local link set cable2 master right up
for number in 1 2 3 4; do
    ip netns add "z$number"
    ip -n local link add "p$number" type veth peer name eth0 netns "z$number"
    ip -n local link set "p$number" master "$([ "$number" -le 2 ] && echo left || echo right)" up
    ip -n "z$number" addr add "10.8.0.$number/24" dev eth0
    ip -n "z$number" link set eth0 up
    ip -n "z$number" link set lo up
    configure "$number" 10.8.0.1 10.8.0.2 10.8.0.3 10.8.0.4
    start_zk "z$number" "$number"
done
roles() { for number in 1 2 3 4; do role "z$number" "$number"; done | sort | uniq -c | xargs; }
export -f roles
wait_for '[ "$(roles)" = "3 follower 1 leader" ]' 60
note '四台都通'
roles
expect '一个领导者，三个跟随' [ "$(roles)" = '3 follower 1 leader' ]
ip -n local link set cable down
wait_for '[ "$(roles)" = "4 不服务" ]' 60
note '中间断开，2 比 2'
roles
expect '两边都不服务，而不是两边都有领导者' [ "$(roles)" = '4 不服务' ]
ip -n local link set cable up
wait_for '[ "$(roles)" = "3 follower 1 leader" ]' 60
note '接回去'
roles
expect '又是一个领导者' [ "$(roles)" = '3 follower 1 leader' ]
for number in 1 2 3 4; do kill_zk "$number"; done
