from boot.run import Lab


def run(lab: Lab) -> None:
    with lab.start() as vm:
        vm.edit("init=/bin/bash")
        vm.shell()
        vm.leave("exit")
        vm.wait("Kernel panic - not syncing: [^\r\n]*exitcode=0x[0-9a-f]{8}")
        vm.show(vm.seen)
        vm.expect("PID 1 退出，内核停下", "Attempted to kill init" in vm.seen)
