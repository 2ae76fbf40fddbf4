# shellcheck disable=SC2016 # the commands in quotes are expanded on the host that runs them
new() { # 一个 40 MB 的 ext4，挂在 disk
    mkdir -p disk
    rm -f disk.img
    truncate -s 40M disk.img
    mkfs.ext4 -qF -O ^has_journal "$@" disk.img
    mount -o loop disk.img disk
    chmod 1777 disk
}
as_app() { printf 'setpriv --reuid=1000 --clear-groups sh -c "%s"' "$1"; }
note '一、删了还开着'
new -m 0
setup local 'cat /dev/zero >disk/app.log 2>/dev/null; [ -s disk/app.log ]'
background local 'exec sleep 300 3<disk/app.log'
wait_for "readlink /proc/$pid/fd/3 | grep -q app.log && grep -qx sleep /proc/$pid/comm"
on local 'rm disk/app.log; head -c 1M /dev/zero >disk/new'
expect '报没有空间' contains "$output" 'No space left on device'
on local 'lsof -nP +L1 disk | awk "NR > 1 { print \$1, \$4, \$(NF - 1), \$NF }"'
expect '谁占着，第几个描述符' contains "$output" 'sleep 3r /run/example/disk/app.log (deleted)'
quiet local 'bash which.sh disk'
expect '整份检查里也看得到' contains "$output" '(deleted)'
on local ': >"/proc/$(pgrep -xf "sleep 300")/fd/3"; head -c 1M /dev/zero >disk/new; echo $?'
expect '截成 0 字节以后写得进了' [ "$output" = 0 ]
stop "$pid"
umount disk
note '二、inode 用完：空间还多'
new -N 16
setup local 'for n in $(seq 100); do touch disk/$n 2>/dev/null || break; done'
on local 'touch disk/one-more; df --output=pcent,ipcent disk | tail -n 1 | xargs'
expect '同一句报错' contains "$output" 'No space left on device'
expect 'inode 是 100%' contains "$output" '% 100%'
on local 'du --inodes -xS disk | sort -n | tail -n 1 | cut -f2'
expect '哪个目录的文件最多' [ "$output" = disk ]
on local 'rm disk/[0-9]*; touch disk/one-more; echo $?'
expect '删掉小文件就好' [ "$output" = 0 ]
umount disk
note '三、保留块：普通用户写不进，root 写得进'
new -m 20
setup local "$(as_app 'cat /dev/zero >disk/app 2>/dev/null'); [ -s disk/app ]"
on local "$(as_app 'head -c 1M /dev/zero >disk/new')"
expect '普通用户：没有空间' contains "$output" 'No space left on device'
on local 'df --output=pcent disk | tail -n 1 | xargs; head -c 1M /dev/zero >disk/by-root; echo $?'
expect 'df 说 100%，root 却写得进' [ "$output" = $'100%\n0' ]
on local 'tune2fs -l "$(df --output=source disk | tail -n 1)" | grep -iE "^(block|reserved block) count" | xargs'
expect '总块数，保留的块数' contains "$output" 'Reserved block count:'
quiet local 'bash which.sh disk'
expect '整份检查里也看得到' contains "$output" 'Reserved block count:'
on local 'tune2fs -m 1 "$(df --output=source disk | tail -n 1)" >/dev/null; '"$(as_app 'head -c 1M /dev/zero >disk/new')"'; echo $?'
expect '调小以后普通用户也能写' [ "$output" = 0 ]
umount disk
note '四、被挂载盖住：du 数不到'
new -m 0
setup local 'mkdir disk/data; cat /dev/zero >disk/data/old 2>/dev/null; [ -s disk/data/old ]'
mount -t tmpfs -o size=1M lab-disk disk/data
on local 'head -c 1M /dev/zero >disk/new; df --output=pcent disk | tail -n 1 | xargs; du -xsm disk | cut -f1'
expect 'df 是 100%，du 几乎没有' between "${output##*$'\n'}" 0 2
expect '写不进' contains "$output" 'No space left on device'
on local 'lsof -nP +L1 disk | wc -l; findmnt -R -n -o TARGET disk | wc -l'
expect '没有删了还开着的；这个目录上面还有一层挂载' [ "$output" = $'0\n2' ]
on local 'mkdir below; mount --bind disk below; du -sm below/data | cut -f1'
expect '绑到别处看下面的：三十多 MB' between "$output" 30 40
on local 'mount --bind disk below; rm below/data/old; umount below; head -c 1M /dev/zero >disk/new; echo $?'
expect '删掉以后写得进了' [ "$output" = 0 ]
note '五、写的不是你以为的那个文件系统'
setup local 'cat /dev/zero >disk/data/fill 2>/dev/null; [ -s disk/data/fill ]'
on local 'head -c 8K /dev/zero >disk/data/new; df --output=pcent disk | tail -n 1 | xargs'
expect '盘是空的，照样报没有空间' contains "$output" 'No space left on device'
on local 'df --output=fstype,pcent,target disk/data | tail -n 1 | xargs'
expect 'df 后面写那个目录：满的是上面 1 MB 的内存盘' contains "$output" 'tmpfs 100%'
on local 'rm disk/data/fill; head -c 8K /dev/zero >disk/data/new; echo $?'
expect '清掉就好' [ "$output" = 0 ]
umount disk/data disk
