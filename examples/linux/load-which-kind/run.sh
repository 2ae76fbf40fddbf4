# shellcheck disable=SC2016 # the commands in quotes are expanded on the host that runs them
note '一、等 CPU：任务比核多'
for _ in $(seq $(($(nproc) * 3))); do
    nice -n 19 sh -c 'while :; do :; done' &
    disown
done
wait_for '[ "$(ps -eo stat,args | grep -c "^R.*[w]hile :")" -ge "$(nproc)" ]' 20
quiet local 'bash which.sh'
expect 'R 状态的多，是 sh' grep -qE '^ +[0-9]+ R sh$' <<<"$output"
wait_for '! ps -eo stat,args | grep -q "^D.*[w]hile :"'
on local 'ps -eo stat,args | grep -c "^D.*[w]hile :"'
expect '它们没有一个在 D' [ "$output" = 0 ]
wait_for 'awk "{ split(\$2, value, \"=\"); exit value[2] < 1 }" /proc/pressure/cpu' 40
on local 'awk "{ split(\$2, value, \"=\"); print (value[2] >= 1 ? \"cpu 有压力\" : \"没有\"); exit }" /proc/pressure/cpu'
expect 'PSI：cpu 那一行' [ "$output" = cpu\ 有压力 ]
pkill -f 'while :; do :; done'
wait_for '! pgrep -f "[w]hile :; do :; done"'
note '二、等磁盘：冻结一个文件系统，往里写的都停住'
truncate -s 20M disk.img
mkfs.ext4 -qF disk.img
mkdir disk
mount -o loop disk.img disk
# 中途失败也要解冻，不然那些进程永远停着
trap 'fsfreeze --unfreeze disk 2>/dev/null' EXIT
fsfreeze --freeze disk
for number in {1..8}; do
    touch "disk/$number" &
    disown
done
wait_for '[ "$(ps -eo stat,comm | grep -c "^D.* touch")" -eq 8 ]' 10
quiet local 'bash which.sh'
expect 'D 状态的是 touch，八个' grep -qE '^ +8 D touch$' <<<"$output"
on local 'ps -eo stat,wchan:20,comm | awk "/^D.*touch/ { print \$3, (\$2 ~ /percpu_rwsem|sb_start|freeze/ ? \"等文件系统解冻\" : \$2) }" | sort | uniq -c | xargs'
expect '它们都等在同一处' contains "$output" '8 touch'
note '修好底下的盘，它们自己接着走；kill -9 没有用'
fsfreeze --unfreeze disk
wait_for '! pgrep -x touch' 20
on local 'ls disk | grep -c "^[0-9]"; ps -eo stat,comm | grep -c "^D.* touch"'
expect '都写完了，没有 D 了' [ "$output" = $'8\n0' ]
umount disk
