# shellcheck disable=SC2016 # the commands in quotes are expanded on the host that runs them
ready() { wait_for "ip netns exec $1 ss -Hltn 'sport = :$2' | grep -q ." 40; } # 主机 端口
setup local 'ip link set lo up'
on local "prlimit --nofile=1024:1024 haproxy -db -f haproxy.cfg 2>&1 | grep -oE '\[haproxy.main\(\)\].*'"
expect '硬上限只有 1024：起不来' contains "$output" 'Cannot raise FD limit to'
on local 'prlimit --nofile=1024:1024 bash look.sh'
note '只有软上限小，不要紧'
background local 'exec prlimit --nofile=1024:16384 haproxy -db -f haproxy.cfg'
ready local 8080
on local 'grep "open files" /proc/$(ss -Hltnp "sport = :8080" | grep -oE "pid=[0-9]+" | cut -d= -f2)/limits | xargs'
expect '它自己把软上限提上去' lacks "$output" 'files 1024 '
stop "$pid"
note '流传的办法：no strict-limits'
setup local 'sed "s/maxconn 4000/&\n    no strict-limits/" haproxy.cfg >loose.cfg'
background local 'exec prlimit --nofile=1024:1024 haproxy -db -f loose.cfg'
ready local 8080
on local "grep -oE '\[haproxy.main\(\)\].*' $log"
expect '起来了，只警告，真的忙起来接不了那么多' contains "$output" 'limit is 1024'
stop "$pid"
note '删掉 maxconn：按上限自己算'
setup local 'sed "/maxconn/d" haproxy.cfg >auto.cfg'
background local 'exec prlimit --nofile=1024:1024 haproxy -db -f auto.cfg'
ready local 8080
expect '起得来' kill -0 "$pid"
stop "$pid"
note '要 4000，就把硬上限抬到 16384'
background local 'exec prlimit --nofile=16384:16384 haproxy -db -f haproxy.cfg'
ready local 8080
expect '起得来' kill -0 "$pid"
stop "$pid"
