# 一块可以变慢的盘：文件当盘，etcd 搬上去，限它每秒写几次
case $1 in
    make)
        truncate -s 300M /var/lib/disk.img
        device=$(losetup --find --show /var/lib/disk.img)
        busybox mke2fs "$device" >/dev/null
        /opt/handbook/cluster/component.sh stop etcd
        mkdir -p /var/lib/slow
        mount "$device" /var/lib/slow
        # 卸下时自己放开，不留在机器上
        losetup --detach "$device"
        cp -a /var/lib/etcd/. /var/lib/slow
        mount --bind /var/lib/slow /var/lib/etcd
        stat -c '%Hr:%Lr' "$device" >number
        /opt/handbook/cluster/component.sh start etcd
        ;;
    limit) # 每秒写几次；0 是不限
        group=/sys/fs/cgroup/blkio
        [ -d "$group" ] || group=/sys/fs/cgroup
        mkdir -p "$group/slow"
        pgrep -x etcd | while read -r pid; do echo "$pid" >"$group/slow/cgroup.procs"; done
        if [ -e "$group/slow/io.max" ]; then
            echo "$(<number) wiops=${2/#0/max}" >"$group/slow/io.max"
        else
            echo "$(<number) $2" >"$group/slow/blkio.throttle.write_iops_device"
        fi
        ;;
esac
