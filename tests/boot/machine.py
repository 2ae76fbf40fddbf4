"""A virtual machine that is driven over its serial console, from GRUB's menu on, and what was seen there."""

from __future__ import annotations

import re
import shutil
import subprocess
import time
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType
from typing import Self

import pexpect
import pyte

OLD_PASSWORD = "Old-pass-2026"  # as tests/boot/image.sh sets it # noqa: S105
NEW_PASSWORD = "New-pass-2026"  # noqa: S105
TWICE = [("New password: ", NEW_PASSWORD), ("Retype new password: ", NEW_PASSWORD)]
BOOT_SECONDS = 420  # an emulated processor takes half a minute to the login prompt, on a busy machine much more
STEP_SECONDS = 90
KEY_SECONDS = 0.1  # GRUB reads the serial port without flow control
COLUMNS, ROWS = 80, 25

UP_TO_MENU = """serial --unit=0 --speed=115200
terminal_input serial
terminal_output serial
set timeout=-1
search --no-floppy --label root --set=root
"""
ENTRY = """menuentry 'Debian 12' --unrestricted {{
    linux /boot/vmlinuz root=LABEL=root ro quiet console=ttyS0
    initrd /boot/{initramfs}.img
}}
"""
# bash, sh (dracut's is bash, Debian's is dash), dracut's switch_root, Debian's login shell
PROMPT = re.compile(r"\r?\n?((?:bash-[\d.]+|sh-[\d.]+|switch_root:\S*|root@\S+:\S*)# |(?<![^\r\n])# )$")
_CONTROL = re.compile(r"\x1b\[[0-9;?=]*[A-Za-z]|\x1b[()][A-Z0-9]|\x1b[=>c]|\x1b\]\S*?(?:\x07|\x1b\\)")
_FRAME = "─│┌┐└┘|+-/\\ "


class ClaimFailedError(AssertionError):
    """A claim of an example did not hold, or the machine never came to the point where it could be made."""


class Machine:
    """One run of QEMU (no network, emulated processor) on a disk whose changes are thrown away.

    `folder` has root.img as tests/boot/image.sh makes it. `initramfs` names one of its images; `grub` is put before
    the menu entry in grub.cfg. `transcript` grows with every step, in the form that the pages show.

    After a step, `prompt` is that of the shell, `status` the last command's exit status, and `seen` the text that was
    waited for (in GRUB: all that came).
    """

    def __init__(self, folder: Path, work: Path, transcript: list[str], *, initramfs: str, grub: str) -> None:
        self.transcript = transcript
        self.status = 0
        self._screen = pyte.Screen(COLUMNS, ROWS)
        self._stream = pyte.Stream(self._screen)
        self.prompt = ""
        self.seen = ""
        medium = _boot_medium(work, UP_TO_MENU + grub + ENTRY.format(initramfs=initramfs))
        self._console: pexpect.spawn[str] = pexpect.spawn(
            shutil.which("qemu-system-x86_64") or "qemu-system-x86_64",
            ["-accel", "tcg", "-cpu", "max", "-m", "512", "-nographic", "-net", "none", "-snapshot", "-boot", "d",
             "-drive", f"file={folder / 'root.img'},format=raw,if=virtio",
             "-drive", f"file={medium},format=raw,media=cdrom,readonly=on"],
            encoding="utf-8", codec_errors="replace", timeout=STEP_SECONDS, dimensions=(ROWS, COLUMNS), echo=False,
        )  # fmt: skip
        self._console.delaybeforesend = 0.02
        self._wait_for_menu()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._console.close(force=True)

    def reset(self) -> None:
        """Press the reset button (QEMU's monitor behind Ctrl-a c) and wait for GRUB's menu; the disk stays."""
        self.transcript.append("（按复位键）")
        self._console.send("\x01c")
        self.wait(r"\(qemu\) ")
        self._console.sendline("system_reset")
        self.wait(r"\(qemu\) ")
        self._console.send("\x01c")
        self._wait_for_menu()

    def expect(self, claim: str, holds: bool) -> None:
        """Record the claim, and raise ClaimFailedError when it does not hold."""
        self.transcript.append(f"{'✓' if holds else '✗'} {claim}")
        if not holds:
            raise ClaimFailedError("\n".join([*self.transcript, "屏幕：", *self.screen()]))

    def press(self, keys: str, seconds: float = 1.5) -> None:
        """Type into GRUB, key by key, and wait until the screen has been quiet for `seconds`."""
        for key in re.findall(r"\x1b\[.|.", keys, re.DOTALL):
            self._console.send(key)
            time.sleep(KEY_SECONDS)
        self._settle(seconds)

    def screen(self) -> list[str]:
        """Return the lines that the terminal shows now, without frames and empty lines."""
        lines = (line.strip(_FRAME) for line in self._screen.display)
        return [line for line in lines if line]

    def open_editor(self) -> None:
        """Press e in GRUB's menu and go to the end of the line that starts the kernel."""
        self.press("e")
        for _ in range(ROWS):
            if self._screen.display[self._screen.cursor.y].strip(_FRAME).startswith("linux"):
                break
            self.press("\x1b[B", 0.5)
        else:
            raise ClaimFailedError("\n".join(["GRUB 的编辑器里没有 linux 行", *self.screen()]))
        self.press("\x05")

    def edit(self, parameters: str) -> None:
        """Start the entry once with `parameters` at the end of the kernel's line: e, type, Ctrl-x; show that line."""
        self.open_editor()
        self.press(f" {parameters}")
        self.transcript += ["（GRUB 菜单里按 e，在 linux 行末尾输入，按 Ctrl-x）", self._kernel_line()]
        self._console.send("\x18")

    def start(self) -> None:
        """Start the entry as it is: Enter."""
        self.transcript.append("（GRUB 菜单里按回车）")
        self._console.send("\r")

    def wait(self, pattern: str, seconds: int = STEP_SECONDS) -> str:
        """Wait until `pattern` is printed and return what came before it. Raises ClaimFailedError when it does not."""
        try:
            self._console.expect(pattern, timeout=seconds)
        except (pexpect.TIMEOUT, pexpect.EOF):
            seen = _plain(str(self._console.before))
            raise ClaimFailedError(
                "\n".join([*self.transcript, f"没有等到 {pattern}，看到的是：", seen[-2000:]])
            ) from None
        before, after = str(self._console.before), str(self._console.after)
        self.seen = _plain(after)
        self._stream.feed(before + after)
        return _plain(before)

    def shell(self) -> None:
        """Wait for the prompt of the shell in which the boot stops."""
        self._until_prompt(BOOT_SECONDS)

    def on(self, command: str, answers: Iterable[tuple[str, str]] = ()) -> str:
        """Run `command` in the shell, show it with the shell's own prompt, its output and an exit status other than 0.

        `answers` are pairs of a question (a pattern) and what is typed when it comes. Returns the output.
        """
        self._send(command)
        output = ""
        prompt = self.prompt
        for question, answer in answers:
            # A program that gives up early does not ask.
            output += self.wait(f"{question}|{PROMPT.pattern}")
            if self._take_prompt():
                break
            output += self.seen
            self._console.sendline(answer)
        else:
            output += self._until_prompt()
        output = output.removeprefix("\n").rstrip()
        self.transcript.append(f"{prompt}{command}")
        if output:
            self.transcript += [line.rstrip() for line in output.splitlines() if line.strip()]
        # Of a command that opens another shell (chroot) this is what the new one begins with: 0.
        self._send("echo $?")
        self.status = int(self._until_prompt().strip())
        if self.status:
            self.transcript.append(f"[退出码 {self.status}]")
        return output

    def follow(self, steps: Iterable[str]) -> None:
        """Run commands one after another, each of which has to succeed; what asks for a new password gets one."""
        for step in steps:
            self.on(step, TWICE if step.startswith("passwd") else ())
            self.expect("成功", self.status == 0)

    def leave(self, command: str) -> None:
        """Type a command after which no prompt comes back, such as `exec /sbin/init`."""
        self.transcript.append(f"{self.prompt}{command}")
        self._send(command)

    def log_in(self, password: str) -> bool:
        """Wait for the login prompt, try root with `password`, and tell whether a shell came."""
        self.wait("vm login: ", BOOT_SECONDS)
        self._console.sendline("root")
        self.wait("Password: ")
        self._console.sendline(password)
        self.transcript.append(f"vm login: root，密码 {password}")
        self.wait(f"Login incorrect|{PROMPT.pattern}")
        if not self._take_prompt():
            self.transcript.append(self.seen)
            return False
        return True

    def answer(self, question: str, typed: str, seconds: int = BOOT_SECONDS) -> None:
        """Wait for sulogin's `question` and the rest of its prompt, show it, and type the answer."""
        self.wait(question, seconds)
        self.transcript.append(self.seen.strip() + (f" {typed}" if typed else " （回车）"))
        self.wait(r"\(or press Control-D to continue\): ")
        time.sleep(1)  # it turns the echo off behind its prompt, and drops what was typed before
        self._console.sendline(typed)

    def show(self, text: str) -> None:
        """Put a line that was seen on the console into the transcript."""
        self.transcript += [line.strip() for line in text.splitlines() if line.strip()]

    def _send(self, command: str) -> None:
        self._console.send(f"{command}\r")
        self.wait("\n")  # the terminal's echo; what follows is output

    def _until_prompt(self, seconds: int = STEP_SECONDS) -> str:
        output = self.wait(PROMPT.pattern, seconds)
        self._take_prompt()
        return output

    def _take_prompt(self) -> bool:
        """Note the prompt if that is what was waited for last."""
        if not (match := PROMPT.search(self.seen)):
            return False
        self.prompt = match[1]
        return True

    def _kernel_line(self) -> str:
        # What is too long for the screen goes on below.
        text = "\n".join(self.screen())
        return text[text.index("linux ") : text.index("initrd ")].replace("\n", "")

    def _wait_for_menu(self) -> None:
        self.wait("Press enter to boot")
        self._settle()

    def _settle(self, seconds: float = 1.5) -> None:
        self.seen = ""
        while True:
            try:
                self._console.expect(r"(?s).+", timeout=seconds)
            except pexpect.TIMEOUT:
                self.seen = _plain(self.seen)
                return
            self._stream.feed(str(self._console.after))
            self.seen += str(self._console.after)


def _plain(text: str) -> str:
    """Return `text` without control sequences and carriage returns."""
    return _CONTROL.sub("", text).replace("\r", "")


def _boot_medium(work: Path, configuration: str) -> Path:
    """Write a CD with GRUB and this grub.cfg below `work`, and return its path."""
    tree = work / "medium"
    (tree / "boot" / "grub").mkdir(parents=True)
    (tree / "boot" / "grub" / "grub.cfg").write_text(configuration, encoding="utf-8")
    medium = work / "medium.iso"
    subprocess.run(["grub-mkrescue", "-o", str(medium), str(tree)], check=True, capture_output=True)
    return medium
