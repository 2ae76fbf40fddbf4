setup local 'ip link set lo up'
background local 'python3 alerts.py'
wait_port local 2120
wrong=''
note '收到警报的一方怎样说：先 openssl，再 curl'
# 0 是正常的告别，不是错。
for number in $(python3 alerts.py --list | grep -oE '^[1-9][0-9]*'); do
    port=$((2000 + number))
    on local "openssl s_client -connect 127.0.0.1:$port </dev/null 2>&1 | grep -oE '[^:]*:[^:]*:[^:]*:SSL alert number .*'; curl -sS https://127.0.0.1:$port/ 2>&1 | head -n 1"
    contains "$output" "SSL alert number $number" || wrong+=" $number"
done
expect '每一种都说出了号码' [ "$wrong" = '' ]
note 'OpenSSL 知道的全部警报：号码、发的一方给它的名字、收到时的话'
on local 'python3 alerts.py --list'
