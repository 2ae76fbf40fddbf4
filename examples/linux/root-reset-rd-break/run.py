from boot.run import Lab


def run(lab: Lab) -> None:
    with lab.start(initramfs="dracut-shell") as vm:
        vm.edit("rd.break")
        vm.shell()
        vm.expect("不问密码，提示符是 switch_root", vm.prompt.startswith("switch_root:"))
        vm.expect("/sysroot 是只读的", vm.on("findmnt -no OPTIONS /sysroot").startswith("ro,"))
        vm.on("chroot/sysroot")
        vm.expect("少一个空格：127", vm.status == 127)
        vm.on("chroot /sysroot passwd root", lab.twice)
        vm.expect("没有重新挂载：失败", vm.status != 0)
        lab.note("正确的次序")
        *steps, last = lab.lines("typed.txt")
        vm.follow(steps)
        vm.leave(last)
        vm.expect("系统接着启动，新密码能登录", vm.log_in(lab.new_password))
