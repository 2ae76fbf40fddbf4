background server 'python3 -m http.server 80'
wait_port server 80
apply server rules.sh
on client "curl -s --interface 10.9.0.6 -o /dev/null -w '%{http_code}\n' http://10.9.0.1/"
expect '10.9.0.6 在段内：放行' [ "$output" = 200 ]
for source in 10.9.0.2 10.9.0.11; do
    on client "curl -s --interface $source http://10.9.0.1/"
    expect "$source 在段外：拒绝" [ "$status" -eq 7 ]
done
