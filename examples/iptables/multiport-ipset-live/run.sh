background server 'python3 -m http.server 9000'
wait_port server 9000
apply server rules.sh
on client 'curl -s http://10.9.0.1:9000/'
expect '9000 不在集合里：重置' [ "$status" -eq 7 ]
on server 'ipset add web 9000'
on client "curl -s -o /dev/null -w '%{http_code}\n' http://10.9.0.1:9000/"
expect '加进集合：放行' [ "$output" = 200 ]
on server 'ipset del web 9000'
on client 'curl -s http://10.9.0.1:9000/'
expect '移出集合：又被重置' [ "$status" -eq 7 ]
