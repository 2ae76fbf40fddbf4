# shellcheck disable=SC2016 # the commands in quotes are expanded on the host that runs them
# 一个要装的空包
mkdir -p build/DEBIAN
printf '%s\n' 'Package: lab-tool' 'Version: 1' 'Architecture: all' 'Maintainer: lab <lab@example.com>' 'Description: lab' >build/DEBIAN/control
dpkg-deb -b build lab-tool.deb >/dev/null
mkfifo go
background local 'exec python3 hold.py <>go'
wait_for "grep -q 占住了 $log"
on local 'apt-get install -y ./lab-tool.deb 2>&1 | grep "^[EWN]:" | sed -E "s/process [0-9]+/process …/; s/\(frontend\)/frontend/" | head -n 1'
expect '原文' contains "$output" 'Could not get lock /var/lib/dpkg/lock-frontend. It is held by process … (python3)'
note '只读的检查：谁占着'
on local 'fuser /var/lib/dpkg/lock-frontend 2>/dev/null | xargs ps -o comm= -p'
expect '是那个进程' [ "$output" = python3 ]
note '删锁文件：锁在文件上，不在名字上。删了再建的是另一个文件，谁也不等谁'
on local 'cp -a /var/lib/dpkg /run/dpkg-copy; rm /var/lib/dpkg/lock-frontend /var/lib/dpkg/lock; apt-get install -y ./lab-tool.deb >apt.log 2>&1; echo $?; ps -o comm= -p "$(pgrep -f "python3 hold.py" | head -n 1)"'
expect '装上了，而那一个还在写同一个数据库' [ "$output" = $'0\npython3' ]
stop "$pid"
rm -rf /var/lib/dpkg/* && cp -a /run/dpkg-copy/. /var/lib/dpkg/
note '改：等它做完。Lock::Timeout 是秒数'
background local 'exec python3 hold.py <>go'
wait_for "grep -q 占住了 $log"
background local 'apt-get -o DPkg::Lock::Timeout=60 install -y ./lab-tool.deb'
wait_for "grep -q 'Waiting for cache lock' $log"
setup local 'echo 做完了 >go'
wait_for 'dpkg-query -Wf "\${db:Status-Abbrev}" lab-tool | grep -q "^ii"' 30
on local 'dpkg-query -Wf "\${db:Status-Abbrev} \${Package}\n" lab-tool'
expect '对方放开以后，自己接着装完' contains "$output" 'ii  lab-tool'
