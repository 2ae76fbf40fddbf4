# shellcheck disable=SC2016 # the commands in quotes are expanded on the host that runs them
# shellcheck source=examples/containers/docker-lab/docker-lab.sh
. ./docker-lab.sh
start_docker
make_box
setup server 'docker run -d --name db lab/box sleep 600'
on server 'docker exec -it db echo 备份 </dev/null'
expect '没有终端' contains "$output" 'the input device is not a TTY'
note '只读的检查：标准输入是不是终端'
on server '[ -t 0 ] && echo 是 || echo 不是'
expect '不是' [ "$output" = 不是 ]
on server 'docker exec db echo 备份 </dev/null'
expect '去掉 -it 就行' [ "$output" = 备份 ]
on server 'echo 送进去的 | docker exec -i db cat'
expect '要送标准输入的只写 -i' [ "$output" = 送进去的 ]
on server 'echo 送进去的 | docker exec db cat'
expect '连 -i 也没有：收不到' [ -z "$output" ]
note '硬造一个终端：输出里混进回车，备份文件就坏了'
on server 'script -qec "docker exec -it db echo 备份" /dev/null </dev/null | od -An -c | grep -o "[\]r *[\]n"'
expect '行尾多了 \r' contains "$output" '\r'
stop_docker
