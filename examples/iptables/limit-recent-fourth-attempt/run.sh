background server 'python3 -m http.server 22'
wait_port server 22
apply server rules.sh
for number in 1 2 3; do
    on client "curl -s --interface 10.9.0.2 -o /dev/null -w '%{http_code}\n' http://10.9.0.1:22/"
    expect "第 $number 次：通" [ "$output" = 200 ]
done
on client 'curl -s --interface 10.9.0.2 http://10.9.0.1:22/'
expect '第 4 次：被重置' [ "$status" -eq 7 ]
on client "curl -s --interface 10.9.0.6 -o /dev/null -w '%{http_code}\n' http://10.9.0.1:22/"
expect '别的来源不受影响' [ "$output" = 200 ]
on server "cut -d ' ' -f 1,3,4 /proc/net/xt_recent/ssh | sort"
expect '名单里有两个来源' [ "$(grep -c '^src=' <<<"$output")" -eq 2 ]
on server 'echo -10.9.0.2 >/proc/net/xt_recent/ssh'
on client "curl -s --interface 10.9.0.2 -o /dev/null -w '%{http_code}\n' http://10.9.0.1:22/"
expect '从名单里删掉：马上又通' [ "$output" = 200 ]
on server 'echo / >/proc/net/xt_recent/ssh; wc -l </proc/net/xt_recent/ssh'
expect '写 / 清空名单' [ "$output" = 0 ]
on server 'iptables -A INPUT -p tcp --dport 22 -m recent --name ssh --update --seconds 60 --hitcount 25'
expect '--hitcount 可以超过 20' [ "$status" -eq 0 ]
