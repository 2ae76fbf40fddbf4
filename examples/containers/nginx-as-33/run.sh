note '照那份 CMD 以 33 号用户起 nginx：换成这份配置才起得来'
mount -t tmpfs -o mode=1777 tmpfs /tmp
setup local 'ip link set lo up'
as_33='setpriv --reuid=33 --regid=33 --clear-groups'
on local "$as_33 nginx -e stderr -g 'daemon off;' 2>&1 | grep -om1 'Permission denied'"
expect '用 Debian 默认的配置：没有权限' [ "$output" = 'Permission denied' ]
# In a container runc hands stdout over to the user; here the user opens a file of its own.
background local "exec $as_33 bash -c 'exec nginx -c /run/example/nginx.conf -e stderr -g \"daemon off;\" >/tmp/log 2>&1'"
nginx=$pid
wait_port local 8080
on local 'curl -s http://127.0.0.1:8080/'
expect '起来了' [ "$output" = ok ]
stop "$nginx"
