# shellcheck disable=SC2016 # the commands in quotes are expanded on the host that runs them
# 一个 20 MB 的 ext4，挂在名字带空格的目录上；挂载在自己的挂载命名空间里，别处看不见。
truncate -s 20M space.img
mkfs.ext4 -qF space.img
truncate -s 20M inode.img
mkfs.ext4 -qF -N 64 inode.img
mkdir '盘 一' two gone
on local "unshare -m bash -c 'mount -o loop space.img \"盘 一\" && mount -o loop inode.img two && head -c 18M /dev/zero >\"盘 一/big\"; touch two/{1..60} 2>touch.log; ALERT_CMD=cat bash check_disk.sh 80'" 2>/dev/null
expect '空间：挂载点带空格也说得对' contains "$output" '盘 一 使用率'
expect 'inode 也报' contains "$output" "inode: $PWD/two 使用率"
expect '有告警：退出码 1' [ "$status" -eq 1 ]
on local 'ALERT_CMD=cat bash check_disk.sh 100'
expect '阈值 100：没有告警，退出码 0' [ "$status$output" = 0 ]
on local 'bash check_disk.sh eighty'
expect '阈值不是数：退出码 2' [ "$status" -eq 2 ]
note '一个 FUSE 挂载，它的程序已经死了；另一个盘照样写满'
on local 'unshare -m bash -c '\''exec 9<>/dev/fuse; mount -i -t fuse -o fd=9,rootmode=40000,user_id=0,group_id=0 dead gone; exec 9>&-
mount -o loop space.img "盘 一"; ALERT_CMD=cat bash check_disk.sh 80'\'
expect '读得到的照样告警' contains "$output" '盘 一 使用率'
expect 'df 没有读全：退出码 2，不会当成告警' [ "$status" -eq 2 ]
on local 'unshare -m bash -c '\''mount -o loop space.img "盘 一"; ALERT_CMD=false bash check_disk.sh 80'\'
expect '告警没有送出去：也是 2' [ "$status" -eq 2 ]
note '默认的 wall：没有人登录，就没有人看见'
on local 'echo 磁盘要满了 | wall; echo $?'
expect '什么也没有显示，退出码还是 0' [ "$output" = 0 ]
