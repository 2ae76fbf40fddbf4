# shellcheck disable=SC2016 # quotation marks of the messages
on local 'haproxy -c -f haproxy.cfg && echo 通过'
expect '好的配置' contains "$output" 通过
# broken WHAT SED TEXT: haproxy -c says the text of the good configuration changed so.
broken() {
    note "$1"
    on local "sed '$2' haproxy.cfg >bad.cfg; haproxy -c -f bad.cfg"
    expect "$3" contains "$output" "$3"
}
# mended WHAT SED: it accepts this one, without a warning.
mended() {
    sed "$2" haproxy.cfg >good.cfg
    expect "$1" accepts
}
accepts() { haproxy -c -f good.cfg >said 2>&1 && ! grep -Eq 'ALERT|WARNING' said; }

note '== 写错'
broken '关键字拼错' 's/default_backend/defualt_backend/' "unknown keyword 'defualt_backend' in 'frontend' section; did you mean 'default_backend' maybe ?"
broken '段的名字拼错：后面每一行都报' 's/^global/gloabl/' 'out of section'
broken 'server 的选项拼错' 's/check$/cheque/' "unknown keyword 'cheque'; did you mean 'check' maybe ?"
broken 'server 少了地址' 's/server one .*/server one/' "'server' expects <name> and <addr>[:<port>] as arguments."
broken 'bind 少了端口' 's/127.0.0.1:8080/127.0.0.1/' "missing port specification in '127.0.0.1'"
broken '端口太大' 's/:9001/:99999/' "invalid port '99999'"
broken '时间的单位' 's/server 10s/server 10x/' "unexpected character 'x' in 'timeout server'"
broken '权重太大' 's/check$/check weight 300/' 'weight of server one is not within 0 and 256 (300)'
broken '引号没有配对' 's/server one/http-response set-header X-A "a b\n    &/' 'unmatched quote at position'
broken '值里有空格，没有引号' 's/server one/http-response set-header X-A a b\n    &/' "expects either 'if' or 'unless' followed by a condition but found 'b'."
mended '加引号就过' 's/server one/http-response set-header X-A "a b"\n    &/'
note '文件的最后没有换行'
on local 'head -c -1 haproxy.cfg >bad.cfg; haproxy -c -f bad.cfg'
expect '拷贝、模板渲染时丢了' contains "$output" 'Missing LF on last line, file might have been truncated at position'

note '== 名字对不上'
broken '没有这个后端' 's/_backend app/_backend api/' "unable to find required default_backend: 'api'."
broken '没有这个 ACL' 's/ *default_backend/    use_backend app if is_api\n&/' "no such ACL : 'is_api'."
broken 'ACL 里的取值方法拼错' 's/ *default_backend/    acl is_api path_begn \/api\n&/' "unknown fetch method 'path_begn' in ACL expression"
mended '拼对就过' 's/ *default_backend/    acl is_api path_beg \/api\n    use_backend app if is_api\n&/'
broken '两个后端同名' 's/^backend app/&\n&/' "has the same name as backend 'app' declared at bad.cfg:11."
broken '两个 server 同名' 's/ *server one.*/&\n&/' "another server named 'one' was already defined at line 12, please use distinct names."
broken '没有这个用户' 's/ *maxconn 100/&\n    user haproxi/' "cannot find user id for 'haproxi'"
broken '后端写的是名字，启动时解析不了' 's/127.0.0.1:9001/app.example.test:9001/' "could not resolve address 'app.example.test'."
mended '晚一点再解析：init-addr none，起来以后再由 resolvers 解析' 's/127.0.0.1:9001 check/app.example.test:9001 check init-addr none/'

note '== 证书'
openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj /CN=www -keyout key.pem -out crt.pem 2>/dev/null
broken '没有这个文件' 's/bind.*/& ssl crt none.pem/' "unable to stat SSL certificate from file 'none.pem' : No such file or directory."
broken '只有证书，没有私钥' 's/bind.*/& ssl crt crt.pem/' "No Private Key found in 'crt.pem.key'."
cat crt.pem key.pem >www.pem
mended '证书和私钥拼成一个文件就过' 's/bind.*/& ssl crt www.pem/'
broken '写了 ssl，没有 crt' 's/bind.*/& ssl/' 'no SSL certificate specified for bind'
broken '后端用 TLS，没有说怎样核对' 's/check$/check ssl/' 'verify is enabled by default but no CA file specified.'
mended '给它 CA 就过' 's/check$/check ssl verify required ca-file crt.pem/'

note '== 警告：照样启动，做的不是你想的'
broken '少了超时' '/timeout server/d' "missing timeouts for backend 'app'."
broken 'tcp 模式里写了 http 的日志' 's/ *default_backend/    mode tcp\n    option httplog\n&/; s/^backend app/&\n    mode tcp/' "'option httplog' not usable with"
broken '次序：http-request 总在 use_backend 之前' 's/ *default_backend/    use_backend app if { path \/x }\n    http-request deny if { path \/x }\n&/' "a 'http-request' rule placed after a 'use_backend' rule will still be processed before."
broken '前端没有 bind' '/bind/d' 'Configuration file has no error but will not start (no listener) => exit(2).'

note '== -c 通过了，启动却失败'
background local 'busybox httpd -f -p 127.0.0.1:8080'
wait_for 'ip netns exec local ss -ltn | grep -q :8080'
on local 'haproxy -c -q -f haproxy.cfg && timeout 5 haproxy -db -f haproxy.cfg'
expect '端口被占' contains "$output" 'cannot bind socket (Address already in use) for [127.0.0.1:8080]'
on local 'ss -ltnp "sport = :8080" | grep -o "\"[a-z]*\""'
expect '是谁' [ "$output" = '"busybox"' ]
stop "$pid"
started() { # 写什么 改哪里 报什么
    on local "sed '$2' haproxy.cfg >bad.cfg; haproxy -c -q -f bad.cfg && timeout 5 haproxy -db -f bad.cfg"
    expect "$1" contains "$output" "$3"
}
started '放控制套接字的目录没有' 's/ *maxconn 100/&\n    stats socket \/run\/haproxy\/admin.sock/' 'cannot bind UNIX socket'
started 'chroot 的目录没有' 's/ *maxconn 100/&\n    chroot \/srv\/none/' 'chroot'
