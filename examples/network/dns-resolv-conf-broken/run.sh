cp -a /etc /run/etc && mount --bind /run/etc /etc # resolv.conf changes for this example only
background server 'python3 dns.py 10.9.0.1'
wait_port server 53
background server 'exec python3 -m http.server 80'
wait_port server 80
setup client 'ln -sf ../run/systemd/resolve/stub-resolv.conf /etc/resolv.conf'
note '每个程序的原话'
on client 'ping -c 1 www.example.test'
expect 'ping：Temporary failure in name resolution' contains "$output" 'Temporary failure in name resolution'
on client 'curl -sS http://www.example.test/'
expect 'curl：Could not resolve host' contains "$output" 'curl: (6) Could not resolve host'
setup client "echo 'deb [trusted=yes] http://www.example.test/debian stable main' >apt.list"
on client "apt-get -o Dir::Etc::SourceList=\$PWD/apt.list -o Dir::Etc::SourceParts=- -o Dir::State::Lists=\$PWD -o Acquire::Retries=0 update 2>&1 | grep -o 'Temporary failure resolving .*' | sort -u"
expect 'apt：Temporary failure resolving' contains "$output" "Temporary failure resolving 'www.example.test'"
note '看它指到哪里'
on client 'readlink /etc/resolv.conf; cat /etc/resolv.conf'
expect '断链：指到的文件没有' contains "$output" 'No such file or directory'
on client 'busybox nslookup www.example.test 10.9.0.1 | grep Address'
expect '直接问 DNS 是好的' contains "$output" '10.9.0.1'
note '往断链里写，写不进'
on client "echo 'nameserver 10.9.0.1' >/etc/resolv.conf"
expect '目录不在，写不进' [ "$status" -ne 0 ]
note '删掉链接，写普通文件'
apply client fix.sh
on client 'getent ahosts www.example.test | head -n 1'
expect '解析到了' contains "$output" 10.9.0.1
on client "curl -sS -o /dev/null -w '%{http_code}\n' http://www.example.test/"
expect '访问到了' [ "$output" = 200 ]

note '同一句，另一个原因：nsswitch.conf 的 hosts 里没有 dns'
setup client "sed -i 's/^hosts:.*/hosts: files/' /etc/nsswitch.conf"
on client 'curl -sS http://www.example.test/'
expect 'curl 又是同一句' contains "$output" 'curl: (6) Could not resolve host'
on client 'busybox nslookup www.example.test 10.9.0.1 | grep Address; getent ahosts www.example.test; grep ^hosts: /etc/nsswitch.conf'
expect 'DNS 答得出，程序不去问' [ "$(tail -n 1 <<<"$output")" = 'hosts: files' ]
on client "sed -i 's/^hosts:.*/hosts: files dns/' /etc/nsswitch.conf; curl -sS -o /dev/null -w '%{http_code}\n' http://www.example.test/"
expect '补上 dns 就好' [ "$output" = 200 ]
