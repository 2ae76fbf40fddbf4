# shellcheck disable=SC2016 # the commands in quotes are expanded on the host that runs them
# fs.inotify 的两个上限是整机的，示例不能改。user.max_inotify_… 是同样的上限，只管这个用户命名空间。
setup local 'mkdir many && cd many && seq 0 60 | xargs mkdir'
on local 'unshare --user --map-root-user sh -c "ulimit -n 1024; sysctl -w user.max_inotify_instances=40 user.max_inotify_watches=50; python3 watch.py 61"'
expect '实例用完：报的是打开的文件太多，fd 的上限却是 1024' contains "$output" 'Too many open files'
expect '监视用完：报的是设备没有空间，和磁盘无关' contains "$output" 'No space left on device'
on local 'unshare --user --map-root-user sh -c "sysctl -qw user.max_inotify_instances=0; timeout 1 tail -f watch.py >/dev/null"'
expect 'tail 退回轮询' contains "$output" 'inotify cannot be used, reverting to polling'
