#!/bin/busybox sh
# PID 1 of the initramfs: loads the kernel's modules, forgets their files, and goes on as the system.
export PATH=/usr/sbin:/usr/bin
busybox mount -t proc proc /proc
while read -r module; do
    busybox insmod "/modules/$module" || echo "$module" >>/missing
done </modules/order
busybox rm -r /modules
busybox umount /proc
busybox mkdir -p sys run mnt opt srv home /tmp
busybox chmod 1777 /tmp /var/tmp
exec /usr/sbin/start
