"""按名字犯一个真的错，让内核发信号。"""

import ctypes
import mmap
import os
import resource
import signal
import sys


def bus() -> None:
    """映射两页，文件却只有一页：碰第二页。"""
    file = os.open("page", os.O_RDWR | os.O_CREAT)
    os.ftruncate(file, 2 * mmap.PAGESIZE)
    view = mmap.mmap(file, 2 * mmap.PAGESIZE)
    os.ftruncate(file, mmap.PAGESIZE)
    view[mmap.PAGESIZE]


def run_code(code: bytes) -> None:
    """执行几个字节的机器码。"""
    area = mmap.mmap(-1, mmap.PAGESIZE, prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC)
    area.write(code)
    address = ctypes.addressof(ctypes.c_char.from_buffer(area))
    ctypes.CFUNCTYPE(None)(address)()


def burn() -> None:
    """处理器时间的上限是一秒。"""
    resource.setrlimit(resource.RLIMIT_CPU, (1, 5))
    while True:
        pass


def alarm() -> None:
    """闹钟响了，没有人接。"""
    signal.alarm(1)
    signal.pause()


FAULTS = {
    "ABRT": os.abort,
    "ALRM": alarm,
    "BUS": bus,
    # mov ecx,0；idiv ecx：除以 0。
    "FPE": lambda: run_code(bytes.fromhex("b900000000f7f9c3")),
    # ud2：没有这条指令。
    "ILL": lambda: run_code(bytes.fromhex("0f0b")),
    "SEGV": lambda: ctypes.string_at(0),
    # int3：断点，没有调试器。
    "TRAP": lambda: run_code(bytes.fromhex("ccc3")),
    "XCPU": burn,
}
resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
FAULTS[sys.argv[1]]()
