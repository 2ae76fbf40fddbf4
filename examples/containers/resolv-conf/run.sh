# shellcheck source=examples/containers/docker-lab/docker-lab.sh
. ./docker-lab.sh
# dockerd decides when it starts where it reads from: the file must be the one of systemd-resolved by then.
mkdir -p /run/systemd/resolve
echo 'nameserver 10.20.0.2' >/run/systemd/resolve/resolv.conf
echo 'nameserver 127.0.0.53' >resolv.conf
mount --bind resolv.conf /etc/resolv.conf
start_docker
make_box
ask='docker run --rm lab/box grep ^nameserver /etc/resolv.conf'
note '宿主机用 systemd-resolved，/etc/resolv.conf 里只有 127.0.0.53'
on server "$ask"
expect '抄的是 systemd-resolved 记着的真服务器' [ "$output" = 'nameserver 10.20.0.2' ]
stop_docker
note '宿主机自己跑 dnsmasq，听在 127.0.0.1'
printf 'nameserver 127.0.0.1\n' >resolv.conf
start_docker
on server "$ask"
expect '回环的删掉，一个不剩就写谷歌的，内网的名字都解析不了' contains "$output" 'nameserver 8.8.8.8'
note '再加一个不是回环的'
printf 'nameserver 127.0.0.1\nnameserver 10.20.0.3\n' >resolv.conf
on server "$ask"
expect '只剩它' [ "$output" = 'nameserver 10.20.0.3' ]
stop_docker
