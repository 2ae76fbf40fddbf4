background server 'python3 -m http.server 80'
wait_port server 80
on server 'nft -f rules.nft'
for source in 10.9.0.6 10.9.0.2; do
    on client "curl -s --interface $source -o /dev/null -w '%{http_code}\n' http://10.9.0.1/"
    expect "$source：放行" [ "$output" = 200 ]
done
on client 'curl -s --interface 10.9.0.11 http://10.9.0.1/'
expect '10.9.0.11 不在段内：重置' [ "$status" -eq 7 ]
on client 'ip link set dev eth0 address 02:00:00:00:00:99'
setup server 'ip neigh flush all'
on client 'curl -s --interface 10.9.0.2 http://10.9.0.1/'
expect '10.9.0.2 换了 MAC：重置' [ "$status" -eq 7 ]
