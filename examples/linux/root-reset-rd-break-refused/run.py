from boot.run import Lab


def run(lab: Lab) -> None:
    lab.note("Debian 默认的 initramfs-tools")
    with lab.start() as vm:
        vm.edit("rd.break")
        vm.expect("没有停下，正常启动到登录", vm.log_in(lab.old_password))
    lab.note("dracut 的通用镜像")
    with lab.start(initramfs="dracut-generic") as vm:
        vm.edit("rd.break")
        vm.answer(r"Press Enter for maintenance", "")
        vm.shell()
        vm.on("mount -o remount,rw /sysroot")
        vm.expect("按回车就进，重新挂载成功", vm.status == 0)
        vm.on("chroot /sysroot")
        vm.expect("没有 chroot", vm.status == 127)
    lab.note("dracut --hostonly 的镜像，带着 root 的密码散列（RHEL 9.0、10 也是这样）")
    with lab.start(initramfs="dracut-hostonly") as vm:
        vm.edit("rd.break")
        vm.answer(r"Give root password for maintenance", "a-guess")
        vm.wait("Login incorrect")
        vm.show(vm.seen)
        vm.answer(r"Give root password for maintenance", lab.old_password)
        vm.shell()
        vm.expect("要旧密码才有 shell", vm.on("findmnt -no TARGET /sysroot") == "/sysroot")
