from boot.run import Lab


def run(lab: Lab) -> None:
    twice = [("New password: ", lab.new_password), ("Retype new password: ", lab.new_password)]
    with lab.start() as vm:
        vm.edit("security=selinux")
        vm.expect("标签正确时，旧密码能登录", vm.log_in(lab.old_password))
        vm.expect("状态是 Enforcing", vm.on("getenforce") == "Enforcing")
        vm.on("ls -Z /etc/shadow")
        vm.reset()
        vm.edit("security=selinux init=/bin/bash")
        vm.shell()
        vm.on("mount -o remount,rw /")
        vm.on("passwd root", twice)
        vm.on("sync")
        vm.leave("exec /sbin/init")
        vm.expect("新密码登不上", not vm.log_in(lab.new_password))
        vm.reset()
        vm.edit("security=selinux enforcing=0")
        vm.expect("不强制时，新密码能登录", vm.log_in(lab.new_password))
        for step in lab.lines("steps.sh"):
            vm.on(step)
            vm.expect("成功", vm.status == 0)
        vm.leave("exit")
        vm.expect("强制时，新密码也能登录", vm.log_in(lab.new_password))
        vm.expect("状态是 Enforcing", vm.on("getenforce") == "Enforcing")
