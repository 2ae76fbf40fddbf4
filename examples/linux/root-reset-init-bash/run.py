from boot.run import Lab


def run(lab: Lab) -> None:
    with lab.start() as vm:
        vm.edit("init=/bin/bash")
        vm.shell()
        vm.expect("这个 bash 就是 PID 1", vm.on("echo $$") == "1")
        vm.on("findmnt -no OPTIONS /")
        vm.on("passwd root", lab.twice)
        vm.expect("根是只读的，passwd 失败", vm.status != 0)
        lab.note("正确的次序")
        *steps, last = lab.lines("steps.sh")
        vm.follow(steps)
        vm.leave(last)
        vm.expect("系统接着启动，新密码能登录", vm.log_in(lab.new_password))
        vm.expect("PID 1 是 systemd", vm.on("cat /proc/1/comm") == "systemd")
