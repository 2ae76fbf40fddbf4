#!/usr/bin/env bash
# Makes the Debian system that `make test-boot` starts in QEMU: image.sh FOLDER
#
# FOLDER gets root.img (an ext4 file system labelled root; root's password is Old-pass-2026). Its /boot has one kernel
# and an initramfs for each case that the pages distinguish:
#   initramfs-tools.img   Debian's default
#   dracut-generic.img    dracut without --hostonly
#   dracut-hostonly.img   dracut --hostonly, which carries root's line of /etc/shadow
#   dracut-shell.img      the same with a plain shell for emergencies and with chroot, as in RHEL 8 and 9.1
# Needs root (debootstrap, chroot). Its mounts are in a mount namespace of its own and go with it.
set -euo pipefail

if [ "$(id -u)" -ne 0 ]; then
    echo "做虚拟机的磁盘要 root（debootstrap、chroot）：sudo make test-boot" >&2
    exit 1
fi
[ -n "${IN_NAMESPACE:-}" ] || exec env IN_NAMESPACE=1 unshare --mount "$0" "$@"

folder=$1
root=$folder/root
# This machine's own mirror: the first that its apt sources name (sed fails when one of the files is not there).
mirror=$(sed -n -E 's/^URIs: *([^ ]+).*/\1/p; s/^deb (\[[^]]*\] )?([^ ]+) .*/\2/p' \
    /etc/apt/sources.list /etc/apt/sources.list.d/*.sources /etc/apt/sources.list.d/*.list 2>/dev/null | head -n 1) || true
packages=systemd-sysv,linux-image-cloud-amd64,initramfs-tools,zstd,udev,kmod,passwd,dracut-core
packages+=,selinux-policy-default,policycoreutils

rm -rf "$folder"
mkdir -p "$folder"
debootstrap --variant=minbase --include="$packages" bookworm "$root" "${mirror:-http://deb.debian.org/debian}" \
    >"$folder/debootstrap.log" 2>&1 || {
    tail -n 5 "$folder/debootstrap.log" >&2
    exit 1
}

echo vm >"$root/etc/hostname"
echo 'LABEL=root / ext4 defaults 0 1' >"$root/etc/fstab"
echo root:Old-pass-2026 | chroot "$root" chpasswd
# Timers that would use the network or the one slow processor; and no colours, so that the screen is text.
for unit in apt-daily.timer apt-daily-upgrade.timer dpkg-db-backup.timer e2scrub_all.timer fstrim.timer \
    man-db.timer systemd-random-seed.service; do
    ln -sf /dev/null "$root/etc/systemd/system/$unit"
done
echo 'TERM=dumb' >>"$root/etc/environment"

mount -t proc proc "$root/proc"
mount -t sysfs sysfs "$root/sys"
mount --bind /dev "$root/dev"
mount -t tmpfs tmpfs "$root/run" # without it dracut silently makes a generic image
kernel=$(ls "$root/lib/modules")
mv "$root/boot/vmlinuz-$kernel" "$root/boot/vmlinuz"
mv "$root/boot/initrd.img-$kernel" "$root/boot/initramfs-tools.img"

make_dracut() {
    chroot "$root" dracut --force --quiet --add-drivers 'virtio_blk virtio_pci ext4' "${@:2}" "/boot/$1.img" "$kernel" 2>>"$folder/dracut.log"
}
make_dracut dracut-generic --no-hostonly
make_dracut dracut-hostonly --hostonly --no-hostonly-cmdline
emergency=$root/usr/lib/dracut/modules.d/98dracut-systemd/dracut-emergency.sh
grep -q 'exec sulogin -e' "$emergency"
sed -i 's/exec sulogin -e/exec sh -i -l/' "$emergency"
make_dracut dracut-shell --hostonly --no-hostonly-cmdline --install chroot
umount "$root/run" "$root/dev" "$root/sys" "$root/proc"

# SELinux labels as a relabelled system has them. They only count when the kernel is started with security=selinux.
sed -i 's/^SELINUX=.*/SELINUX=enforcing/' "$root/etc/selinux/config"
setfiles -F -r "$root" "$root/etc/selinux/default/contexts/files/file_contexts" "$root"

truncate --size 1500M "$folder/root.img"
mkfs.ext4 -q -L root -d "$root" "$folder/root.img"
rm -rf "$root"
