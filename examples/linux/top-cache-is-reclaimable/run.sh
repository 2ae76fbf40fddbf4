# shellcheck disable=SC2016 # the commands in quotes are expanded on the host that runs them
# 一个最多 64 MB 的内存组，不许换出。两代 cgroup 的目录和文件名不同，结果一样。
# /sys 每次 on 都是新的，所以在这里就把自己放进组里。
if [ -e /sys/fs/cgroup/cgroup.controllers ]; then
    echo +memory >/sys/fs/cgroup/cgroup.subtree_control
    group=/sys/fs/cgroup/handbook-$(</proc/sys/kernel/random/uuid)
    mkdir "$group"
    echo 64M >"$group/memory.max"
    [ ! -e "$group/memory.swap.max" ] || echo 0 >"$group/memory.swap.max"
else
    group=/sys/fs/cgroup/memory/handbook-$(</proc/sys/kernel/random/uuid)
    mkdir "$group"
    echo 64M >"$group/memory.limit_in_bytes"
    [ ! -e "$group/memory.memsw.limit_in_bytes" ] || echo 64M >"$group/memory.memsw.limit_in_bytes"
fi
# 文件要在真的文件系统上，不能在内存盘上；重新挂载一次，页缓存就是空的。
truncate -s 300M disk.img
mkfs.ext4 -qF disk.img
mkdir disk
mount -o loop disk.img disk
head -c 200M /dev/zero >disk/big
umount disk
mount -o loop disk.img disk
echo "$BASHPID" >"$group/cgroup.procs"
note '内存上限 64 MB，读一个 200 MB 的文件：超过的是缓存，收回就行'
on local 'cksum disk/big | cut -d" " -f2'
expect '读完了，没有被杀' [ "$output" = 209715200 ]
cached=$(awk '/^(file|cache) / { print int($2 / 1048576) }' "$group/memory.stat")
expect '组里的内存几乎全是缓存' between "$cached" 40 64
on local 'python3 -c "x = bytearray(40 << 20); print(len(x))"'
expect '再要 40 MB：缓存让出来，给得了' [ "$output" = 41943040 ]
note '程序自己要 200 MB：收不回，内核选一个杀掉'
on local '(python3 -c "x = bytearray(200 << 20)"; echo $?) 2>/dev/null'
expect '137，就是 128 加信号 9' contains "$output" 137
on local 'dmesg | grep -oE "Memory cgroup out of memory: Killed process [0-9]+ \(python3?\)" | tail -n1 | sed -E "s/process [0-9]+/process …/"'
expect '内核日志里的原文' contains "$output" 'out of memory: Killed process'
echo "$BASHPID" >"${group%/*}/cgroup.procs"
umount disk
rmdir "$group"
