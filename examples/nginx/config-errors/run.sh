# shellcheck disable=SC2016 # nginx's variables and the quotation marks of its messages
mount -t tmpfs tmpfs /var/lib/nginx
mount -t tmpfs tmpfs /var/log/nginx
mount -t tmpfs tmpfs /etc/nginx
: >error.log
setup local 'ip link set lo up'

# Write /etc/nginx/nginx.conf: what stands before http, what stands in it, each from line 3 and 5 on.
write() {
    printf 'user www-data;\n%sevents {}\nhttp {\n    access_log off;\n%s\n}\n' "$1" "$2" >/etc/nginx/nginx.conf
}
# broken WHAT BEFORE INSIDE TEXT: nginx -t says the text of this configuration.
broken() {
    note "$1"
    write "$2" "$3"
    on local 'nginx -e error.log -t'
    expect "${4#*'] '}" contains "$output" "$4"
}
accepts() { nginx -e error.log -t >said 2>&1 && ! grep -q '\[' said; }
# mended WHAT BEFORE INSIDE: it accepts this one, without a warning.
mended() {
    write "$2" "$3"
    expect "$1" accepts
}
server='    server { listen 8080; return 204; }'

broken '指令拼错' '' '    server { listen 8080; retrun 204; }' 'unknown directive "retrun"'
mended '拼对就过' '' "$server"
broken '少了分号：报的是下一行' '' '    server {
        root /srv/www
        index index.html;
    }' 'invalid number of arguments in "root" directive'
mended '补上分号就过' '' '    server {
        root /srv/www;
        index index.html;
    }'
broken '少了分号，下面是一个块' '' '    server {
        root /srv/www
        location / { return 204; }
    }' 'directive "root" is not terminated by ";"'
mended '补上就过' '' '    server {
        root /srv/www;
        location / { return 204; }
    }'
broken '少了分号，在块的最后' '' '    server { listen 8080 }' 'unexpected "}"'
mended '补上就过' '' '    server { listen 8080; }'
broken '少了右括号：报的是文件末尾' '' '    server {
        listen 8080;' 'unexpected end of file, expecting "}"'
mended '补上就过' '' "$server"
broken '多了右括号' '' "$server }" 'unexpected "}"'
mended '删掉就过' '' "$server"
broken '正则里有花括号，没有加引号' '' '    server { location ~ ^/[0-9]{2}/ { return 204; } }' 'unknown directive "2}/"'
mended '加引号就过' '' '    server { location ~ "^/[0-9]{2}/" { return 204; } }'
broken 'if 里写了两个等号' '' '    server { if ($host == a.example) { return 403; } }' 'unexpected "==" in condition'
mended '一个等号就过' '' '    server { if ($host = a.example) { return 403; } }'
note '用记事本存过：开头多了看不见的三个字节（BOM）'
write '' "$server"
setup local 'sed -i "1s/^/\xEF\xBB\xBF/" /etc/nginx/nginx.conf'
on local 'nginx -e error.log -t 2>&1 | head -n 1 | cat -A'
expect '名字前面有 M-oM-;M-?' contains "$output" 'unknown directive "M-oM-;M-?user"'
on local 'sed -i "1s/^\xEF\xBB\xBF//" /etc/nginx/nginx.conf; nginx -e error.log -t 2>&1 | tail -n 1'
expect '删掉就过' contains "$output" successful

broken '写错了地方：server 在 http 外面' 'server { listen 8080; }
' '' '"server" directive is not allowed here'
mended '写进 http 里就过' '' "$server"
broken '写错了地方：只能在最外层的，写进了 conf.d 的文件' '' '    worker_processes 2;' '"worker_processes" directive is not allowed here'
mended '移到最外层就过' 'worker_processes 2;
' "$server"

broken '后端的名字解析不了' '' '    server { location / { proxy_pass http://app:8081; } }' 'host not found in upstream "app"'
echo 127.0.0.1 app >hosts
mount --bind hosts /etc/hosts
mended '名字解析得了就过' '' '    server { location / { proxy_pass http://app:8081; } }'
broken '名字是上面的 upstream，又写了端口' '' '    upstream app { server 127.0.0.1:8081; }
    server { location / { proxy_pass http://app:8080; } }' 'upstream "app" may not have port 8080'
mended '端口只写在 upstream 里就过' '' '    upstream app { server 127.0.0.1:8081; }
    server { location / { proxy_pass http://app; } }'
broken '两个文件里有同名的 upstream' '' '    upstream app { server 127.0.0.1:8081; }
    upstream app { server 127.0.0.1:8082; }' 'duplicate upstream "app"'
mended '换一个名字就过' '' '    upstream app { server 127.0.0.1:8081; }
    upstream app-2 { server 127.0.0.1:8082; }'
broken '后端没有写协议' '' '    server { location / { proxy_pass 127.0.0.1:8081; } }' 'invalid URL prefix'
mended '写上 http:// 就过' '' '    server { location / { proxy_pass http://127.0.0.1:8081; } }'
broken '变量没有定义' '' '    server { listen 8080; return 200 $real_ip; }' 'unknown "real_ip" variable'
mended '用有的变量就过' '' '    server { listen 8080; return 200 $remote_addr; }'
broken '日志格式没有定义，或者定义在用它的后面' '' '    server { access_log /var/log/nginx/a.log main; }
    log_format main "$remote_addr";' 'unknown log format "main"'
mended '定义移到前面就过' '' '    log_format main "$remote_addr";
    server { access_log /var/log/nginx/a.log main; }'
broken '限流的区域没有定义：语法过了，后面才报' '' '    server { limit_req zone=one; }' 'zero size shared memory zone "one"'
mended '定义了就过' '' '    limit_req_zone $binary_remote_addr zone=one:1m rate=10r/s;
    server { limit_req zone=one; }'
broken 'include 的文件不在' '' '    include mime.types;' 'open() "/etc/nginx/mime.types" failed (2: No such file or directory)'
mended '通配符没有匹配到，不算错' '' '    include sites/*.conf;'
note '运行的用户不存在'
setup local 'sed -i "1s/www-data/nginx/" /etc/nginx/nginx.conf'
on local 'nginx -e error.log -t'
expect 'getpwnam("nginx") failed' contains "$output" 'getpwnam("nginx") failed'
mended 'Debian 的用户是 www-data，改了就过' '' "$server"
broken '模块的文件不在' 'load_module modules/ngx_http_brotli_filter_module.so;
' '' 'dlopen() "/usr/share/nginx/modules/ngx_http_brotli_filter_module.so" failed'
mended '去掉这一行就过' '' "$server"

broken '两个一样的 location' '' '    server { location / { return 204; } location / { return 200; } }' 'duplicate location "/"'
mended '并成一个就过' '' '    server { location / { return 204; } }'
broken '同一个端口，同样的 server_name：只是警告' '' '    server { listen 8080; server_name a.example; return 200 first; }
    server { listen 8080; server_name a.example; return 200 second; }' '[warn] conflicting server name "a.example" on 0.0.0.0:8080, ignored'
setup local 'nginx -e error.log'
wait_port local 8080
on local 'curl -s -H "Host: a.example" http://127.0.0.1:8080/'
expect '只有第一个有用' [ "$output" = first ]
wait_for '[ -s /run/nginx.pid ]' 30
setup local 'nginx -e error.log -s stop'
wait_for '[ ! -e /run/nginx.pid ]' 30
mended '名字不同就没有警告' '' '    server { listen 8080; server_name a.example; }
    server { listen 8080; server_name b.example; }'
broken '两个 default_server' '' '    server { listen 8080 default_server; }
    server { listen 8080 default_server; }' 'a duplicate default server for 0.0.0.0:8080'
mended '只留一个就过' '' '    server { listen 8080 default_server; }
    server { listen 8080; server_name b.example; }'
broken '同一个端口，监听的选项写了两遍' '' '    server { listen 8080 backlog=511; server_name a.example; }
    server { listen 8080 backlog=512; server_name b.example; }' 'duplicate listen options for 0.0.0.0:8080'
mended '选项只写在一处就过' '' '    server { listen 8080 backlog=511; server_name a.example; }
    server { listen 8080; server_name b.example; }'
long=a-name-that-is-longer-than-one-bucket-of-the-table-of-names.shop.example
broken '名字太长，散列表放不下' '' "    server { listen 8080; server_name $long; }
    server { listen 8080; server_name b.example; }" 'could not build server_names_hash, you should increase server_names_hash_bucket_size: 64'
mended '改成 128 就过' '' "    server_names_hash_bucket_size 128;
    server { listen 8080; server_name $long; }
    server { listen 8080; server_name b.example; }"
broken '监听 ssl，没有证书' '' '    server { listen 8443 ssl; }' 'no "ssl_certificate" is defined for the "listen ... ssl" directive'
note '只有默认的那个 server 被查'
setup local 'openssl req -x509 -newkey rsa:2048 -nodes -subj /CN=a.example -keyout /run/a.key -out /run/a.pem'
write '' '    server { listen 8443 ssl; ssl_certificate /run/a.pem; ssl_certificate_key /run/a.key; }
    server { listen 8443 ssl; server_name b.example; }'
on local 'nginx -e error.log -t'
expect '第二个没有证书，不报' contains "$output" 'test is successful'
broken '证书的文件不在' '' '    server { listen 8443 ssl; ssl_certificate a.pem; ssl_certificate_key a.key; }' 'cannot load certificate "/etc/nginx/a.pem": BIO_new_file() failed'
setup local 'cp /run/a.pem /run/a.key /etc/nginx'
mended '文件放对就过' '' '    server { listen 8443 ssl; ssl_certificate a.pem; ssl_certificate_key a.key; }'
broken '只改大了 proxy_buffer_size' '' '    server { proxy_buffer_size 64k; }' '"proxy_busy_buffers_size" must be'
mended '三个一起改就过' '' '    server { proxy_buffer_size 64k; proxy_buffers 8 64k; proxy_busy_buffers_size 128k; }'
broken '单位写成 MB' '' '    server { client_max_body_size 10MB; }' '"client_max_body_size" directive invalid value'
mended '单位是 m 就过' '' '    server { client_max_body_size 10m; }'
broken '监听这台机器没有的地址' '' '    server { listen 10.9.8.7:8080; }' 'bind() to 10.9.8.7:8080 failed (99: Cannot assign requested address)'
mended '监听有的地址就过' '' '    server { listen 127.0.0.1:8080; }'

note '端口被别人占着：nginx -t 看不出来'
write '' "$server"
background local 'python3 -m http.server 8080'
wait_port local 8080
on local 'nginx -e error.log -t'
expect '它说可以' contains "$output" 'test is successful'
on local 'nginx -e error.log 2>&1 | sort -u'
expect '启动才报' contains "$output" 'bind() to 0.0.0.0:8080 failed (98: Address already in use)'
stop "$pid"

note '没有在运行，就 reload'
setup local 'rm -f /run/nginx.pid'
on local 'nginx -e error.log -s reload'
expect '没有 pid 文件' contains "$output" 'open() "/run/nginx.pid" failed (2: No such file or directory)'
on local 'nginx -e error.log -t; ls -s /run/nginx.pid'
expect 'nginx -t 建了一个空的' contains "$output" '0 /run/nginx.pid'
on local 'nginx -e error.log -s reload'
expect '再 reload，报的就是另一句' contains "$output" 'invalid PID number ""'
setup local 'nginx -e error.log'
wait_for '[ -s /run/nginx.pid ]' 30
on local 'nginx -e error.log -s reload'
expect '启动以后就好' [ "$status" -eq 0 ]
