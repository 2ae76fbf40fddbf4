"""让 6.1 的 user-mode-linux 在带 AMX 的处理器上也能启动：用法 python3 fxsave.py linux.uml …

它用 ptrace 的 NT_X86_XSTATE 存取浮点寄存器，缓冲区的长度是编译时定下的。AMX 让这份状态变大，写回时内核答 EFAULT，
它就停下。这里用 seccomp 让这个请求一开始就答 ENODEV，它便改用 512 字节的 FXSAVE 格式（Linux 6.1，
arch/x86/um/os-Linux/registers.c）。那种格式里没有 AVX 寄存器，所以里面的程序不能用 AVX：见 run.sh 的 GLIBC_TUNABLES。
"""

import ctypes
import errno
import os
import struct
import sys

PR_SET_SECCOMP, PR_SET_NO_NEW_PRIVS, MODE_FILTER = 22, 38, 2
LOAD, JUMP_EQUAL, RETURN = 0x20, 0x15, 0x06
ALLOW, ERROR = 0x7FFF0000, 0x00050000
PTRACE, GETREGSET, NT_X86_XSTATE = 101, 0x4204, 0x202
NUMBER, REQUEST, NOTE = 0, 16, 32  # 在 struct seccomp_data 里的位置：系统调用号，第一个和第三个参数

steps = [
    (LOAD, 0, 0, NUMBER),
    (JUMP_EQUAL, 0, 5, PTRACE),
    (LOAD, 0, 0, REQUEST),
    (JUMP_EQUAL, 0, 3, GETREGSET),
    (LOAD, 0, 0, NOTE),
    (JUMP_EQUAL, 0, 1, NT_X86_XSTATE),
    (RETURN, 0, 0, ERROR | errno.ENODEV),
    (RETURN, 0, 0, ALLOW),
]
code = ctypes.create_string_buffer(b"".join(struct.pack("HBBI", *step) for step in steps))
program = struct.pack("HxxxxxxP", len(steps), ctypes.addressof(code))
libc = ctypes.CDLL(None, use_errno=True)
for arguments in ((PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0), (PR_SET_SECCOMP, MODE_FILTER, program)):
    if libc.prctl(*arguments):
        sys.exit(os.strerror(ctypes.get_errno()))
os.execvp(sys.argv[1], sys.argv[1:])
