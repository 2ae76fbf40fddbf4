# shellcheck disable=SC2016 # the dollar signs are part of a password hash
note '准备：一棵根目录树挂在 /run/sysroot，只读，像 rd.break 停下时那样'
# Not through setup: each of its commands has a mount table of its own.
bash -e tree.sh || exit 1
note '命令和路径之间少一个空格'
on local 'chroot/run/sysroot'
expect '找不到这个名字的程序，127' [ "$status" -eq 127 ]
note '没有重新挂载'
on local 'chroot /run/sysroot passwd -d root'
expect '锁不住 shadow，失败' [ "$status" -ne 0 ]
expect '报的是 cannot lock' contains "$output" 'cannot lock /etc/shadow'
note '正确的次序'
apply local reset.sh
expect '改好了' [ "$status" -eq 0 ]
on local "cut -d: -f1,2 /run/sysroot/etc/shadow | cut -c1-8"
expect '散列变成 yescrypt 的' [ "$output" = 'root:$y$' ]
