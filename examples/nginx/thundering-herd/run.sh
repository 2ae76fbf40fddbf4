# shellcheck disable=SC2016 # the commands in quotes are expanded on the host that runs them
# shellcheck source=examples/nginx/worker-connections/web.sh
. ./web.sh
traced() { # 配置、每次唤醒看什么
    rm -f trace
    ip netns exec local strace -f -e trace=epoll_ctl,accept4 -o trace nginx -p "$PWD" -e error.log -c "$PWD/$1" &
    disown
    wait_port local 8080
    ip netns exec local curl -s -o /dev/null http://127.0.0.1:8080/ http://127.0.0.1:8080/
    sleep 1.2
    stop_nginx
}
traced default.conf
on local 'grep EPOLLEXCLUSIVE trace | cut -d" " -f1 | sort -u | wc -l'
expect '默认：两个 worker 都用 EPOLLEXCLUSIVE' [ "$output" -eq 2 ]
on local 'grep -c "accept4.*EAGAIN" trace'
expect '默认：每次唤醒只取一个，没有多问一次' [ "$output" -eq 0 ]
traced mutex.conf
on local 'grep EPOLLEXCLUSIVE trace | cut -d" " -f1 | sort -u | wc -l'
expect 'accept_mutex on：反而不用它了' [ "$output" -eq 0 ]
traced multi.conf
on local 'grep "accept4" trace | grep -c EAGAIN | awk "{ print (\$1 > 0) ? \"有\" : \"没有\" }"'
expect 'multi_accept on：取到没有为止' [ "$output" = 有 ]
start_nginx reuseport.conf
on local 'ss -Hlnt "sport = 8080" | wc -l'
expect 'reuseport：每个 worker 一个监听' [ "$output" -eq 2 ]
stop_nginx
on local 'nginx -t -p $PWD -e error.log -c $PWD/wrong-place.conf 2>&1 | grep -o "\"accept_mutex.*not allowed here"'
expect '写在外面：不允许' contains "$output" 'not allowed here'
