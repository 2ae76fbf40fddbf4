setup local 'openssl req -x509 -newkey rsa:2048 -nodes -keyout srv.key -out srv.crt -days 10 -subj /CN=www.example.test'
setup local 'printf hello >five; ip link set lo up'
background local 'python3 faults.py'
for port in 8080 8443 8021 8025 8389 8390 8554 1080 8082 8083; do
    wait_port local "$port"
done
wait_for 'ip netns exec local ss -Hlun "sport = :8069" | grep -q .'
# 同样的两个错，7.88 报成 52 和 27，8 报成 16 和 100。
if curl --version | grep -q '^curl 7'; then http2=52 huge=27; else http2=16 huge=100; fi
H=http://127.0.0.1:8080
F=127.0.0.1:8021
wrong=''
try() { # 退出码应当是 $1 的一条命令
    on local "$2"
    [ "$status" = "$1" ] || wrong+=" $1（得到 $status）"
}
all() {
    expect "$1" [ "$wrong" = '' ]
}

note '地址、名字、连接'
try 0 "curl -sS $H/ok -o /dev/null -w '%{http_code} %{exitcode}\n'"
try 1 'curl -sS foo://127.0.0.1/'
try 2 'curl -sS --nosuchoption 127.0.0.1'
try 3 'curl -sS http:///'
try 5 "curl -sS -x proxy.invalid:3128 $H/ok"
try 6 'curl -sS http://www.invalid/'
try 7 'curl -sS http://127.0.0.1:9/'
try 28 "curl -sS -m 1 $H/silent"
try 45 "curl -sS --interface nosuch0 $H/ok"
try 49 "curl -sS --resolve bad $H/ok"
try 97 "curl -sS --socks5 127.0.0.1:1080 $H/ok"
all '地址、名字、连接：每条命令的退出码都是说好的那一个'

note 'HTTP'
try 1 "curl -sS $H/garbage"
try 8 "curl -sS $H/bad-length"
try "$http2" 'curl -sS --http2-prior-knowledge http://127.0.0.1:8083/'
try 18 "curl -sS $H/short -o /dev/null"
try 22 "curl -sS -f $H/missing"
try 33 "curl -sS -C 10 $H/no-range"
try 47 "curl -sS -L --max-redirs 2 $H/loop"
try 52 "curl -sS $H/empty"
try 56 "curl -sS $H/reset"
try 56 "curl -sS $H/bad-chunk"
try 61 "curl -sS --compressed $H/bad-gzip"
try 63 "curl -sS --max-filesize 10 $H/big"
try 65 "printf hello | curl -sS --anyauth -u a:b -T - -H 'Expect:' $H/login"
try 92 'curl -sS --http2-prior-knowledge http://127.0.0.1:8082/'
try "$huge" "curl -sS $H/huge-header -o /dev/null"
all 'HTTP：同样'

note '自己这边的文件和内存'
try 23 "curl -sS $H/long -o /dev/full"
try 26 "curl -sS -F f=@/nonexistent $H/ok"
try 36 "curl -sS -C 10 ftp://fine@$F/file"
try 37 'curl -sS file:///nonexistent'
all '文件和内存：同样'

note 'TLS'
try 35 'curl -sS https://127.0.0.1:8080/ok'
try 53 "curl -sS --engine nosuch https://127.0.0.1:8443/ok"
try 58 'curl -sS -k --cert /nonexistent https://127.0.0.1:8443/ok'
try 59 'curl -sS -k --ciphers NOSUCH https://127.0.0.1:8443/ok'
try 60 'curl -sS https://127.0.0.1:8443/ok'
try 77 'curl -sS --cacert /nonexistent https://127.0.0.1:8443/ok'
try 82 'curl -sS --cacert srv.crt --crlfile /nonexistent https://127.0.0.1:8443/ok'
try 90 "curl -sS -k --pinnedpubkey sha256//AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA= https://127.0.0.1:8443/ok"
try 91 'curl -sS -k --cert-status https://127.0.0.1:8443/ok'
try 66 'curl -sS -k --engine padlock https://127.0.0.1:8443/ok'
all 'TLS：同样'

note 'FTP'
try 9 "curl -sS ftp://nocwd@$F/dir/file"
try 10 "curl -sS -P - ftp://nocallback@$F/file"
try 13 "curl -sS ftp://nopasv@$F/file"
try 14 "curl -sS ftp://odd227@$F/file"
try 17 "curl -sS ftp://notype@$F/file"
try 19 "curl -sS ftp://noretr@$F/file"
try 21 "curl -sS -Q FOO ftp://fine@$F/file"
try 25 "curl -sS -T five ftp://nostor@$F/file"
try 30 "curl -sS -P - ftp://noport@$F/file"
try 31 "curl -sS -C 2 ftp://norest@$F/file"
try 64 "curl -sS --ssl-reqd ftp://fine@$F/file"
try 67 "curl -sS ftp://nopass@$F/file"
try 78 "curl -sS ftp://gone@$F/file"
try 84 "curl -sS --ftp-pret ftp://nopret@$F/file"
all 'FTP：同样'

note '别的协议'
try 38 'curl -sS ldap://127.0.0.1:8389/dc=test'
try 39 'curl -sS ldap://127.0.0.1:8390/dc=test'
try 55 "curl -sS --mail-from a@example.test --mail-rcpt b@example.test -T five smtp://127.0.0.1:8025"
for number in 1 2 3 4 5 6 7; do
    try $((67 + number)) "curl -sS tftp://127.0.0.1:8069/e$number"
done
try 85 'curl -sS rtsp://127.0.0.1:8554/'
all 'LDAP、SMTP、TFTP、RTSP：同样'

note '手册里列的全部退出码'
on local "curl --manual | sed -n '/^EXIT CODES/,/^ *XX/p' | grep -oE '^ {2,}[0-9]+( |\$)' | sed 's/ //g; s/\$/;/' | paste -sd' '"
