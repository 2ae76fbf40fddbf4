# One life of the server: it accepts, closes first, and ends.
serve_once() {
    background server "python3 server.py $*"
    wait_port server "$1"
    on client "python3 client.py $1"
    wait_for '! ip netns exec server ss -Htln | grep -q .'
    wait_for "ip netns exec server ss -Htan state time-wait 'sport = :$1' | grep -q ."
}

note '一、没有 SO_REUSEADDR'
serve_once 8000
on server 'ss -Htan'
expect '程序已经退出，端口上还有一条 TIME-WAIT' contains "$output" TIME-WAIT
on server 'python3 server.py 8000 2>&1 | tail -1'
expect '重启失败' contains "$output" 'Address already in use'
on server 'python3 server.py 8000 reuse 2>&1 | tail -1'
expect '重启时才设也不行：留下 TIME-WAIT 的那个套接字没有设' contains "$output" 'Address already in use'

note '二、从第一次启动就设 SO_REUSEADDR'
serve_once 8001 reuse
expect '端口上也有 TIME-WAIT' [ "$(ip netns exec server ss -Htan state time-wait 'sport = :8001' | wc -l)" = 1 ]
serve_once 8001 reuse
expect '重启成功，新的连接照常' [ "$status" -eq 0 ]
