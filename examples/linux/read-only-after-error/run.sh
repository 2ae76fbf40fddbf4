# shellcheck disable=SC2016 # the commands in quotes are expanded on the host that runs them
# 一个 20 MB 的 ext4，用内核留的开关造一次错误，像磁盘读写失败一样。
truncate -s 20M disk.img
mkfs.ext4 -qF disk.img
mkdir disk
mount -o loop,errors=remount-ro disk.img disk
device=$(findmnt -n -o SOURCE disk)
on local 'touch disk/before; sync disk/before; findmnt -n -o OPTIONS disk'
expect '开始是读写的' contains "$output" rw,
note '出错'
echo 1 >"/sys/fs/ext4/${device##*/}/trigger_fs_error"
on local 'touch disk/after'
expect '报只读' contains "$output" 'Read-only file system'
on local 'findmnt -n -o OPTIONS disk; dmesg | grep -oE "EXT4-fs \(loop[0-9]+\): Remounting filesystem read-only" | tail -n1 | sed "s/loop[0-9]*/loop…/"'
expect '内核自己改成了只读，日志里有原因' contains "$output" 'Remounting filesystem read-only'
on local 'mount -o remount,rw disk >remount.log 2>&1; echo $?'
expect '直接改回读写：被拒绝，退出码 32' [ "$output" = 32 ]
umount disk
on local 'e2fsck -fp disk.img >/dev/null; echo $?; e2fsck -fp disk.img >/dev/null; echo $?'
expect '第一次 1：有错，改好了；第二次 0' [ "$output" = $'1\n0' ]
mount -o loop disk.img disk
on local 'touch disk/after && ls disk'
expect '又能写了，原来的文件还在' contains "$output" before
umount disk
