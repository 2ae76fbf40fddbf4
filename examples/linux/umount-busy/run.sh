# shellcheck disable=SC2016 # the commands in quotes are expanded on the host that runs them
truncate -s 20M disk.img
mkfs.ext4 -qF disk.img
mkdir data
again() { mount -o loop disk.img data; }
busy() { # 挂载和卸载都要在同一个命名空间里，所以不经过 on
    printf 'local# umount data\n'
    output=$(umount data 2>&1)
    status=$?
    [ -z "$output" ] || printf '%s\n' "$output"
    _status_line
}
again
note '一、有进程的当前目录在里面'
(cd data && exec sleep 300) &
pid=$!
wait_for "readlink /proc/$pid/cwd | grep -q data && grep -qx sleep /proc/$pid/comm"
busy
expect '原文' contains "$output" 'umount: /run/example/data: target is busy.'
on local 'fuser -vm data 2>&1 | awk "/sleep/ { print \$NF, \$(NF - 1) }"'
expect 'fuser 的 c 是当前目录' [ "$output" = 'sleep ..c..' ]
stop "$pid"
busy
expect '结束那个进程就能卸' [ "$status" -eq 0 ]
note '二、有打开的文件'
again
sleep 300 3>data/log &
pid=$!
wait_for "readlink /proc/$pid/fd/3 | grep -q data && grep -qx sleep /proc/$pid/comm"
busy
on local 'fuser -vm data 2>&1 | awk "/sleep/ { print \$NF, \$(NF - 1) }"'
expect 'F 是打开来写的文件' [ "$output" = 'sleep F....' ]
stop "$pid"
busy
expect '卸掉了' [ "$status" -eq 0 ]
note '三、里面又挂了别的：没有进程'
again
mkdir data/inner
mount -t tmpfs inner data/inner
busy
expect '同一句' contains "$output" 'target is busy.'
printf 'local# findmnt -R -n -o TARGET data\n'
findmnt -R -n -o TARGET data
umount data/inner
busy
expect '先卸里面的' [ "$status" -eq 0 ]
note '四、别的挂载命名空间里还挂着（容器、PrivateTmp 的服务）：这里卸掉了，盘却还在用'
again
unshare -m --propagation private sleep 300 &
pid=$!
wait_for "[ \"\$(readlink /proc/$pid/ns/mnt)\" != \"\$(readlink /proc/self/ns/mnt)\" ] && grep -q sleep /proc/$pid/comm"
busy
expect 'umount 成功' [ "$status" -eq 0 ]
on local 'e2fsck -n "$(losetup -n -O NAME -j disk.img)" 2>&1 | grep -oE "(is mounted|is in use)" | head -n 1'
expect '文件系统还开着' [ -n "$output" ]
on local 'grep -l "/run/example/data " /proc/[0-9]*/mountinfo 2>/dev/null | cut -d/ -f3 | xargs -r -n 1 ps -o comm= -p | sort -u'
expect '从 /proc 找到它' contains "$output" sleep
stop "$pid"
wait_for '[ -z "$(losetup -j disk.img)" ]'
note '五、umount -l：名字马上没了，写的人还在写'
again
sleep 300 3>data/log &
pid=$!
wait_for "readlink /proc/$pid/fd/3 | grep -q data"
printf 'local# umount -l data; findmnt data\n'
umount -l data
findmnt data
on local 'losetup -n -O BACK-FILE -j disk.img | wc -l'
expect '看不见了，盘还占着：这时拔盘、fsck 会坏' [ "$output" = 1 ]
stop "$pid"
wait_for '[ -z "$(losetup -j disk.img)" ]'
note '最后一个进程结束，才真的卸掉'
