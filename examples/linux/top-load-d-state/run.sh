# shellcheck disable=SC2016 # the commands in quotes are expanded on the host that runs them
# 冻结一个文件系统，往里写的进程都停在不可中断睡眠里，像磁盘或 NFS 卡住一样。
truncate -s 20M disk.img
mkfs.ext4 -qF disk.img
mkdir disk
mount -o loop disk.img disk
before=$(cut -d. -f1 /proc/loadavg)
fsfreeze --freeze disk
for number in {1..30}; do
    touch "disk/$number" &
    disown # 结束时不要打印一行
done
wait_for '[ "$(ps -eo state,comm | grep -c "^D.* touch")" -eq 30 ]' 10
on local 'ps -eo state,comm | grep "^D.* touch" | sort | uniq -c | xargs'
expect '三十个进程在 D 状态' contains "$output" '30 D'
wait_for "[ \"\$(cut -d. -f1 /proc/loadavg)\" -ge $((before + 3)) ]" 60
on local 'ps -C touch -o time= | sort -u | head -n1'
expect '它们没有用 CPU' [ "$output" = 00:00:00 ]
note "平均负载比冻结之前高了 3 以上"
expect '负载升高了' [ "$(cut -d. -f1 /proc/loadavg)" -ge $((before + 3)) ]
on local 'kill -9 $(pgrep -x touch | head -n1); sleep 0.3; pgrep -cx touch'
expect 'kill -9 也杀不掉' [ "$output" -eq 30 ]
fsfreeze --unfreeze disk
wait_for '! pgrep -x touch' 20
umount disk
on local 'pgrep -cx touch'
expect '解冻以后都结束了' [ "$output" -eq 0 ]
