# shellcheck disable=SC2016 # the commands in quotes are expanded on the host that runs them
useradd -r app
install -d -o app -g app -m 0775 app
chmod 755 .
chmod 644 ./*.conf
fill() {
    rm -f app/*.log*
    echo 一行 >app/a.log
    chown app:app app/a.log
}
fill
on local 'logrotate -s state app.conf; echo $?; ls app'
expect '原文' contains "$output" 'because parent directory has insecure permissions (It'"'"'s world writable or writable by group which is not "root") Set "su" directive in config file'
expect '没有轮转' lacks "$output" a.log.1
note '只读的检查：只说不做；目录是谁的'
on local 'logrotate -d -s state app.conf 2>&1 | grep -c "insecure permissions"; stat -c "%A %U %G" app'
expect '组可写，组不是 root' contains "$output" 'drwxrwxr-x app app'
note '-f 也一样；777 更不行'
on local 'logrotate -f -s state app.conf >/dev/null 2>&1; ls app; chmod 777 app; logrotate -f -s state app.conf >/dev/null 2>&1; ls app; chmod 775 app'
expect '还是没有轮转' [ "$output" = $'a.log\na.log' ]
note '改：写 su，用目录的属主去轮转'
on local 'logrotate -s state2 fixed.conf; echo $?; ls app'
expect '轮转了' [ "$output" = $'0\na.log\na.log.1' ]
note '写成一个进不了目录的用户：另一句'
fill
on local 'sed "s/su app app/su nobody nogroup/" fixed.conf >nobody.conf; chmod 755 app; logrotate -f -s state3 nobody.conf 2>&1 | grep "Permission denied" | sed "s,/run/example/,," | head -n 1'
expect '那个用户写不进' contains "$output" 'Permission denied'
note '或者把目录收回给 root'
on local 'chown root:root app; chmod 755 app; logrotate -f -s state4 app.conf 2>&1; ls app'
expect '不用 su 也行' contains "$output" a.log.1
note '同一个文件写在两份配置里'
on local 'cat app.conf fixed.conf >both.conf; logrotate -d both.conf 2>&1 | grep -oE "duplicate log entry for .*" | sed "s,/run/example/,,"'
expect '原文' contains "$output" 'duplicate log entry for'
