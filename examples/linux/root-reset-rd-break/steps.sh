mount -o remount,rw /sysroot
chroot /sysroot
passwd root
touch /.autorelabel # only where SELinux is enabled
exit                # leaves the chroot
exit                # leaves the shell of the initramfs: the boot goes on
