#!/bin/bash
# Process 1: claims what check.py has seen, then switches the machine off. / is the lab's Debian 13, read-only.
export PATH=/usr/sbin:/usr/bin:/sbin:/bin PYTHONDONTWRITEBYTECODE=1 LC_ALL=C.UTF-8
mount -t proc proc /proc
mount -t sysfs sys /sys
mount -t cgroup2 cgroup2 /sys/fs/cgroup
mount -t tmpfs tmpfs /run
busybox insmod /usr/lib/uml/modules/*/kernel/fs/overlayfs/overlay.ko
python3 /opt/handbook/one_tree/check.py
echo 到此为止
busybox poweroff -f
