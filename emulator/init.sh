#!/bin/busybox sh
# PID 1 of the initramfs: loads the modules, then puts the files into a tmpfs and leaves the initramfs, whose memory the
# kernel frees. unshare(1) and pivot_root(2) work on a tmpfs as on any disk.
export PATH=/usr/sbin:/usr/bin
busybox mount -t proc proc /proc
while read -r module; do
    busybox insmod "/modules/$module" || echo "insmod $module" >>/missing
done </modules/order
busybox mount -t tmpfs -o mode=0755,size=80% root /new
for part in bin sbin lib etc usr var root missing; do
    [ ! -e "/$part" ] || busybox cp -a "/$part" /new/
done
cd /new || exit
busybox mkdir -m 0755 dev proc sys run mnt opt srv home
busybox mkdir -m 1777 tmp
busybox umount /proc
exec busybox switch_root /new /usr/sbin/start
