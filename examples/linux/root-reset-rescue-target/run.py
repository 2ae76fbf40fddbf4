from boot.run import Lab


def run(lab: Lab) -> None:
    with lab.start() as vm:
        vm.edit("systemd.unit=rescue.target")
        vm.answer(r"Give root password for maintenance", "a-guess")
        vm.wait("Login incorrect")
        vm.show(vm.seen)
        vm.answer(r"Give root password for maintenance", lab.old_password)
        vm.shell()
        vm.on("systemctl is-active rescue.target")
        vm.expect("要知道密码，才到救援目标", vm.status == 0)
