# shellcheck disable=SC2016 # the commands in quotes are expanded on the host that runs them
# 不改这台机器的时钟：faketime 让一个程序以为是别的时间。证书和软件源都是刚做的，像真的一样。
openssl req -x509 -newkey rsa:2048 -nodes -days 30 -subj /CN=localhost -addext subjectAltName=DNS:localhost -keyout key.pem -out cert.pem 2>/dev/null
background local 'exec openssl s_server -accept 4433 -cert cert.pem -key key.pem -www -quiet'
wait_port local 4433
on local 'curl -sS -o /dev/null -w "%{http_code}\n" --cacert cert.pem https://localhost:4433/'
expect '时钟对：通' [ "$output" = 200 ]
note '时钟慢了一年：证书“还没有生效”'
on local 'faketime -f -1y curl -sS -o /dev/null --cacert cert.pem https://localhost:4433/'
expect '原文' contains "$output" 'certificate is not yet valid'
note '时钟快了一年：证书“过期了”，续期没有用'
on local 'faketime -f +1y curl -sS -o /dev/null --cacert cert.pem https://localhost:4433/'
expect '原文' contains "$output" 'certificate has expired'
note '只读的检查：证书的起止，和这台机器以为的时间、别处给的时间比'
on local 'faketime -f +1y bash -c "[ \$(date +%s) -gt \$(date -d \"\$(openssl x509 -in cert.pem -noout -enddate | cut -d= -f2)\" +%s) ] && echo 这台机器以为的时间晚于证书的终点"'
expect '先问：是证书错，还是钟错' contains "$output" 晚于
on local 'python3 -m http.server -b 127.0.0.1 8000 >/dev/null 2>&1 & for n in $(seq 50); do curl -s -o /dev/null http://127.0.0.1:8000/ && break; sleep 0.1; done; there=$(curl -sI http://127.0.0.1:8000/ | sed -n "s/^Date: //p"); kill $!; faketime -f +1y bash -c "echo 差 \$(( (\$(date +%s) - \$(date -d \"\$1\" +%s)) / 86400 )) 天" - "$there"'
expect '用 HTTP 响应的 Date 头比：差一年' grep -qE '差 36[4-6] 天' <<<"$output"
note '软件源'
mkdir repo
: >repo/Packages
printf 'Date: %s\nSHA256:\n %s 0 Packages\n' "$(date -uR | sed 's/+0000/UTC/')" "$(sha256sum repo/Packages | cut -d' ' -f1)" >repo/Release
rm -rf /etc/apt/sources.list /etc/apt/sources.list.d/*
echo "deb [trusted=yes] file:$PWD/repo ./" >/etc/apt/sources.list.d/lab.list
on local 'faketime -f -2d apt-get update 2>&1 | grep "^E:" | sed -E "s/\(invalid for another [^)]*\)/(invalid for another …)/"'
expect '原文' contains "$output" 'is not valid yet (invalid for another …). Updates for this repository will not be applied.'
on local 'apt-get update >apt.log 2>&1; echo $?'
expect '时钟对就好' [ "$output" = 0 ]
