mount -o remount,rw /run/sysroot
printf 'root:New-pass-2026\n' | chroot /run/sysroot chpasswd
