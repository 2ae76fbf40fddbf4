import subprocess

from boot.run import Lab


def run(lab: Lab) -> None:
    lab.note("没有口令")
    with lab.start() as vm:
        menu = vm.screen()
        vm.press("E")
        vm.expect("大写 E 没有反应", vm.screen() == menu)
        vm.press("e")
        vm.show("\n".join(vm.screen()))
        vm.expect("小写 e 打开编辑器", "setparams" in "".join(vm.screen()))

    lab.note("设了口令，条目带 --unrestricted")
    typed = "Boot-2026\nBoot-2026\n"
    made = subprocess.run(["grub-mkpasswd-pbkdf2"], input=typed, capture_output=True, text=True, check=True)
    script = lab.file("01_password").read_text().replace("HASH", made.stdout.split()[-1])
    head = subprocess.run(["sh", "-c", script], capture_output=True, text=True, check=True).stdout
    with lab.start(grub=head) as vm:
        menu = vm.screen()
        vm.press("e")
        vm.show("\n".join(vm.screen()))
        vm.expect("先问用户名", "Enter username:" in "".join(vm.screen()))
        vm.press("admin\r")
        vm.press("a-guess\r", 6)
        vm.expect("口令错：access denied，回到菜单", "access denied" in vm.seen and vm.screen() == menu)
        vm.press("\x1b", 4)
        vm.press("e")
        vm.press("admin\r")
        vm.press("Boot-2026\r", 6)
        vm.expect("口令对，进编辑器", "setparams" in "".join(vm.screen()))
        vm.press("\x1b", 4)
        vm.start()
        vm.expect("正常启动不问口令", vm.log_in(lab.old_password))
