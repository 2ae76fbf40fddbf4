on local 'sysctl net.core.somaxconn'
expect '默认是 4096' contains "$output" '= 4096'
background local 'python3 listen.py 8001 100'
background local 'python3 listen.py 8002 65535'
wait_port local 8001
wait_port local 8002
on local 'sysctl -w net.core.somaxconn=50'
background local 'python3 listen.py 8003 100'
wait_port local 8003
on local "ss -Hltn | awk '{print \$4, \$3}' | sort"
expect '上限（Send-Q）取 backlog 和 somaxconn 里小的那个' \
    [ "$(xargs <<<"$output")" = '127.0.0.1:8001 100 127.0.0.1:8002 4096 127.0.0.1:8003 50' ]
note '改 somaxconn 不影响已经在监听的套接字：要重启程序'
