# shellcheck disable=SC2016 # the commands in quotes are expanded on the host that runs them
# shellcheck source=examples/nginx/worker-connections/web.sh
. ./web.sh
# with sed的一句：换一份配置，从空的桶开始
with() {
    stop_nginx
    : >error.log
    sed "$1" limit.conf >now.conf
    start_nginx now.conf 8081
}
page='curl -sZ -o /dev/null -w "%{http_code}\n" "http://127.0.0.1:8081/[1-5]" 2>/dev/null | sort -u | xargs'
start_nginx limit.conf 8081
note '每分钟 6 个，浏览器打开一页，同时要 5 个文件'
on local "$page"
expect '一分钟才 5 个，却有 503' contains "$output" 503
on local 'grep -oE "limiting requests, excess: [0-9.]+ by zone \"one\", client: [0-9.]+" error.log | sort -u | head -n 1'
expect '日志里有是谁' contains "$output" 'client: 127.0.0.1'
note '流传的办法：把 rate 调大十倍'
with 's/6r/60r/'
on local "$page"
expect '还是按一秒一个匀速放，同时来的照样拒' contains "$output" 503
note '写 burst=10 nodelay'
with 's/limit_req zone=one;/limit_req zone=one burst=10 nodelay;/'
on local "$page"
expect '一起放过去' [ "$output" = 200 ]
note '前面有负载均衡：127.0.0.7 用完了额度，127.0.0.8 来访问'
both='for i in 7 7 7 8; do curl -s -o /dev/null -w "127.0.0.$i %{http_code}\n" --interface 127.0.0.$i http://127.0.0.1:8080/; done | tail -n 2'
with 's/6r/1r/; s/limit_req zone=one;/limit_req zone=one burst=1 nodelay;/'
on local "$both"
expect '没有访问过的人也被拒：桶按负载均衡的地址算' contains "$output" '127.0.0.8 503'
note '先还原客户端的地址'
with 's/6r/1r/; s/limit_req zone=one;/limit_req zone=one burst=1 nodelay;\n            include real.conf;/'
on local "$both"
expect '各算各的' contains "$output" $'127.0.0.7 503\n127.0.0.8 200'
on local 'grep -oE "client: [0-9.]+" error.log | sort -u'
expect '日志里也是真的地址' [ "$output" = 'client: 127.0.0.7' ]
stop_nginx
