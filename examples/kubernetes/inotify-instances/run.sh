# shellcheck disable=SC2016 # the commands in quotes are expanded on the host that runs them
# A user namespace has limits of its own: the machine's stay as they are.
setup local 'echo one >a; echo two >b'
note '上限改成 1 个实例，让一个 tail -f 占着，再起一个'
on local 'unshare -Ur bash -c "echo 1 >/proc/sys/user/max_inotify_instances; tail -f a >/dev/null & sleep 0.5; timeout 1 tail -f b 2>&1; test \$(ulimit -n) -ge 1024 && echo 描述符还多; kill %1"'
expect '报的是打开的文件太多' contains "$output" 'Too many open files'
expect '与文件描述符的上限无关' contains "$output" '描述符还多'
note '上限是 2，就没有这句'
on local 'unshare -Ur bash -c "echo 2 >/proc/sys/user/max_inotify_instances; tail -f a >/dev/null & sleep 0.5; timeout 1 tail -f b 2>&1; kill %1"'
expect '正常' [ "$output" = two ]
note '谁占着：每个 anon_inode:inotify 是一个实例'
on local 'tail -f a >/dev/null & sleep 0.5; find /proc/$!/fd -lname anon_inode:inotify | wc -l; kill $!'
expect '一个 tail -f 一个' [ "$output" -eq 1 ]
