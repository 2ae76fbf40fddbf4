# shellcheck disable=SC2016 # the commands in quotes are expanded by the shell of the lab host
note '不放内核模块的通用镜像，只为看里面的结构'
quiet local 'bash make.sh'
expect '镜像生成了' [ "$status" -eq 0 ]
setup local 'lsinitrd initramfs.img >list'
on local "awk '\$9 == \"init\" || \$9 ~ \"/systemd/system/default.target\$\" { print \$9, \$10, \$11 }' list"
expect '/init 是 systemd' contains "$output" 'init -> usr/lib/systemd/systemd'
expect '默认目标是 initrd.target' contains "$output" 'initrd.target'
on local "awk '{ print \$9 }' list | grep -E '/(systemd-udevd|sulogin|chroot|passwd|touch)\$'"
expect '有 udev，负责按设备加载驱动' contains "$output" systemd-udevd
expect '有 sulogin，紧急 shell 要经过它' contains "$output" sulogin
expect '没有 chroot' lacks "$output" /chroot
expect '没有 touch' lacks "$output" /touch
on local 'lsinitrd -f etc/shadow initramfs.img 2>/dev/null | grep "^root:" | cut -d: -f1,2; lsinitrd -f etc/shadow initramfs.img 2>/dev/null | grep -c "^root:[$]"'
expect '通用镜像不带 root 的密码散列' [ "${output##*$'\n'}" = 0 ]
