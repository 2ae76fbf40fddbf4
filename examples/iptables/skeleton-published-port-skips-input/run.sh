background server 'python3 -m http.server 80'
wait_port server 80
fetch="curl -s -m 2 -o /dev/null -w '%{http_code}\n' http://10.9.0.1:8080/"
note '仿照容器引擎发布端口：DNAT 加 FORWARD，自定义链 DOCKER-USER 排在最前'
apply router publish.sh
on client "$fetch"
expect '通' [ "$output" = 200 ]
note '在 INPUT 里挡 8080'
on router 'iptables -I INPUT -p tcp --dport 8080 -j DROP'
on client "$fetch"
expect '没有挡住' [ "$output" = 200 ]
on router "iptables -vnxL INPUT | awk '/dpt:8080/ {print \$1}'"
expect '一个包也没有经过 INPUT' [ "$output" -eq 0 ]
note '在 DOCKER-USER 里按 8080 挡：这时目的端口已经改成 80'
on router 'iptables -I DOCKER-USER -p tcp --dport 8080 -j DROP'
on client "$fetch"
expect '还是没有挡住' [ "$output" = 200 ]
note '按改写前的端口匹配'
on router 'iptables -R DOCKER-USER 1 -p tcp -m conntrack --ctorigdstport 8080 --ctdir ORIGINAL -j DROP'
on client "$fetch"
expect '挡住了' [ "$status" -eq 28 ]
