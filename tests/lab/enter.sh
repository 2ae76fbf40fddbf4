#!/usr/bin/env bash
# Runs a command inside a system of the lab: enter.sh FOLDER [--bounded] [SOURCE=TARGET ...] -- COMMAND [ARGUMENT ...]
#
# FOLDER holds root/ (the system, never written to), devices/ (nodes for /dev) and scratch/ (an empty mount point).
# Each SOURCE of this machine is seen at TARGET, read-only. With --bounded, the control group is the command's own. The caller has made the namespaces: the mounts end with them.
set -euo pipefail

# Without the folder's name in them, the options of overlay need no escapes for commas and colons.
cd "$1"
shift
bounded=
if [ "$1" = --bounded ]; then
    bounded=1
    shift
fi

# What the command writes goes to memory.
mount -t tmpfs -o mode=0755,size=4g scratch scratch
mkdir scratch/upper scratch/work scratch/root
options=lowerdir=root,upperdir=scratch/upper,workdir=scratch/work
read -r _ outside _ </proc/self/uid_map
[ "$outside" = 0 ] || options+=,userxattr # trusted.* attributes are not for a user namespace
mount -t overlay -o "$options" overlay scratch/root
root=$PWD/scratch/root

# One mount(8) for all that follows: a process for each would take longer than the mounts.
table=''
add() {
    table+="${1// /\\040} ${2// /\\040} $3 $4"$'\n'
}

while [ "$1" != -- ]; do
    source=${1%%=*}
    target=$root${1#*=}
    folder=$target
    [ -d "$source" ] || folder=${target%/*}
    [ -d "$folder" ] || mkdir -p "$folder"
    [ -d "$source" ] || : >"$target"
    add "$source" "$target" none bind,ro
    shift
done
shift

cd "$root"
mount -t tmpfs -o mode=0755,nosuid dev dev
mkdir dev/pts dev/shm
ln -s /proc/self/fd dev/fd
ln -s fd/0 dev/stdin
ln -s fd/1 dev/stdout
ln -s fd/2 dev/stderr
ln -s pts/ptmx dev/ptmx
# mknod is refused in a user namespace, a bind mount is not.
for device in null zero full random urandom tty fuse; do
    [ -e "/dev/$device" ] || continue
    : >"dev/$device"
    add "/dev/$device" "$root/dev/$device" none bind
done
[ "$outside" != 0 ] || cp -a ../../devices/. dev
add devpts "$root/dev/pts" devpts newinstance,ptmxmode=0666,mode=0620,gid=5
add shm "$root/dev/shm" tmpfs mode=1777,nosuid,nodev
add proc "$root/proc" proc nosuid,nodev,noexec
# In a user namespace sysfs can be mounted only where it is already seen, and `ip netns exec` detaches the one at /sys.
[ "$outside" = 0 ] || add sysfs "$root/opt/handbook/sys" sysfs X-mount.mkdir,nosuid,nodev,noexec
add sysfs "$root/sys" sysfs nosuid,nodev,noexec

# The control groups as the namespace shows them: one tree, or a folder with one for each controller.
groups=$root/sys/fs/cgroup
mapfile -t hierarchies </proc/self/cgroup
if [ "${#hierarchies[@]}" -gt 1 ]; then
    add cgroup "$groups" tmpfs mode=0755
fi
for hierarchy in "${hierarchies[@]}"; do
    controllers=${hierarchy#*:}
    controllers=${controllers%%:*}
    if [ -n "$controllers" ]; then
        add cgroup "$groups/${controllers#name=}" cgroup "X-mount.mkdir,$controllers"
    elif [ "${#hierarchies[@]}" -gt 1 ]; then
        add cgroup "$groups/unified" cgroup2 X-mount.mkdir
    else
        add cgroup "$groups" cgroup2 defaults
    fi
done
printf %s "$table" >../table
mount --all --fstab ../table

# One tree: the command goes below its top, which then can give memory and processes to the groups that it makes.
if [ -n "$bounded" ] && [ -e "$groups/cgroup.controllers" ]; then
    mkdir "$groups/session"
    echo 0 >"$groups/session/cgroup.procs"
    for controller in $(<"$groups/cgroup.controllers"); do
        echo "+$controller" >"$groups/cgroup.subtree_control"
    done
fi

# Not chroot: the kernel refuses user namespaces in one, and this machine's files would still be there.
hostname lab
pivot_root . .
umount -l .
cd /
exec "$@"
