"""让内核（和 C 库）逐个说出 errno：每个函数做一件会失败的事，失败就是要看的。"""

import contextlib
import ctypes
import errno
import fcntl
import functools
import mmap
import os
import pathlib
import pty
import resource
import shutil
import signal
import socket
import struct
import subprocess
import sys
import termios
import threading
import time
from collections.abc import Callable

LIBC = ctypes.CDLL(None, use_errno=True)
CASES: dict[str, tuple[str, str, Callable[[], object]]] = {}
NOBODY = 54321
ADD_KEY, REQUEST_KEY, KEYCTL, BPF, URING_SETUP, URING_ENTER, URING_REGISTER = 248, 249, 250, 321, 425, 426, 427


def case(name: str, group: str, what: str) -> Callable[[Callable[[], object]], Callable[[], object]]:
    """登记：做 what，应当得到 name。"""

    def keep(function: Callable[[], object]) -> Callable[[], object]:
        CASES[name] = (group, what, function)
        return function

    return keep


def check(result: int) -> int:
    """C 库的函数返回 -1，就把 errno 变成 OSError。"""
    if result == -1:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))
    return result


def refuse(number: int) -> None:
    """有的函数直接返回错误号。"""
    if number:
        raise OSError(number, os.strerror(number))


def syscall(number: int, *arguments: object) -> int:
    return check(LIBC.syscall(number, *[ctypes.c_long(a) if isinstance(a, int) else a for a in arguments]))


def mount(source: str, target: str, kind: str, flags: int = 0, options: str = "") -> None:
    check(LIBC.mount(source.encode(), target.encode(), kind.encode(), flags, options.encode()))


def as_nobody(action: Callable[[], object]) -> None:
    """换成普通用户再做；它的错误传回来。"""
    reading, writing = os.pipe()
    if child := os.fork():
        os.close(writing)
        with open(reading) as pipe:
            number = int(pipe.read())
        os.waitpid(child, 0)
        raise OSError(number, os.strerror(number))
    os.setgroups([])
    os.setresgid(NOBODY, NOBODY, NOBODY)
    os.setresuid(NOBODY, NOBODY, NOBODY)
    try:
        action()
    except OSError as error:
        os.write(writing, str(error.errno).encode())
    os._exit(0)


def wait_until(true: Callable[[], bool]) -> None:
    end = time.monotonic() + 10
    while not true():
        if time.monotonic() > end:
            raise TimeoutError("等了 10 秒")
        time.sleep(0.01)


def blocked_in(process: int, number: int) -> bool:
    """这个进程停在这个系统调用里。"""
    return pathlib.Path(f"/proc/{process}/syscall").read_text().split()[0] == str(number)


def image(name: str, *options: str) -> pathlib.Path:
    """一个挂上的 ext4；里面有文件 f。"""
    where = pathlib.Path(name)
    where.mkdir()
    with open(f"{name}.img", "wb") as file:
        file.truncate(32 << 20)
    subprocess.run(["mkfs.ext4", "-qF", "-N", "1000", *options, f"{name}.img"], check=True)
    subprocess.run(["mount", "-o", "loop", f"{name}.img", name], check=True)
    (where / "f").write_text("hello")
    return where


def damage(where: pathlib.Path, offset: int) -> None:
    """卸下，把文件 f 的 inode 改坏两个字节，再挂上。"""
    subprocess.run(["umount", where], check=True)
    place = subprocess.run(["debugfs", "-R", "imap f", f"{where}.img"], check=True, capture_output=True, text=True)
    _, block, _, at = place.stdout.replace(",", " ").rsplit(maxsplit=3)
    with open(f"{where}.img", "r+b") as file:
        file.seek(int(block) * 1024 + int(at, 16) + offset)
        file.write(b"\xff\xff")
    subprocess.run(["mount", "-o", "loop", f"{where}.img", where], check=True)


# ---- 文件 ----


@case("EPERM", "文件", "普通用户给别人的进程发信号")
def _() -> None:
    as_nobody(lambda: os.kill(os.getppid(), 0))


@case("ENOENT", "文件", "打开不存在的文件")
def _() -> None:
    os.open("nowhere", os.O_RDONLY)


@case("EACCES", "文件", "普通用户读 /etc/shadow")
def _() -> None:
    as_nobody(lambda: os.open("/etc/shadow", os.O_RDONLY))


@case("EEXIST", "文件", "建已经有的目录")
def _() -> None:
    os.mkdir("/etc")


@case("ENOTDIR", "文件", "把文件当目录走")
def _() -> None:
    os.listdir("/etc/passwd")


@case("EISDIR", "文件", "把目录当文件写")
def _() -> None:
    os.open("/etc", os.O_WRONLY)


@case("ENOTEMPTY", "文件", "删不空的目录")
def _() -> None:
    os.rmdir("/etc")


@case("EXDEV", "文件", "跨文件系统建硬链接")
def _() -> None:
    open("one", "w").close()
    os.link("one", "/dev/shm/one")


@case("ELOOP", "文件", "指向自己的软链接")
def _() -> None:
    os.symlink("circle", "circle")
    os.open("circle", os.O_RDONLY)


@case("ENAMETOOLONG", "文件", "256 个字节的文件名")
def _() -> None:
    os.open("x" * 256, os.O_RDONLY)


@case("EROFS", "文件", "写只读的文件系统")
def _() -> None:
    os.mkdir("ro")
    mount("tmpfs", "ro", "tmpfs", 1)
    os.open("ro/file", os.O_WRONLY | os.O_CREAT)


@case("ENOSPC", "文件", "往满的设备写")
def _() -> None:
    os.write(os.open("/dev/full", os.O_WRONLY), b"x")


@case("EFBIG", "文件", "超过 ulimit -f")
def _() -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (1, resource.RLIM_INFINITY))
    os.write(os.open("big", os.O_WRONLY | os.O_CREAT), b"x")
    os.write(os.open("big", os.O_WRONLY | os.O_APPEND), b"x")


@case("EDQUOT", "文件", "一个用户的密钥超过配额（kernel.keys.maxkeys）")
def _() -> None:
    def add() -> None:
        for number in range(100_000):
            syscall(ADD_KEY, b"user", b"k%d" % number, b"x", 1, -2)

    as_nobody(add)


@case("EMLINK", "文件", "ext4 上第 65001 个硬链接")
def _() -> None:
    where = image("links")
    subprocess.run(["umount", where], check=True)
    # 直接把链接数写成上限，不用真的建 65000 个。
    subprocess.run(["debugfs", "-w", "-R", "sif f links_count 65000", f"{where}.img"], check=True, stderr=-3)
    subprocess.run(["mount", "-o", "loop", f"{where}.img", where], check=True)
    os.link(where / "f", where / "one-more")


@case("ETXTBSY", "文件", "写正在执行的程序")
def _() -> None:
    shutil.copy("/bin/sleep", "program")
    with subprocess.Popen(["./program", "60"]) as child:
        try:
            os.open("program", os.O_RDWR)
        finally:
            child.kill()


@case("EBUSY", "文件", "卸载有人在用的挂载点")
def _() -> None:
    os.mkdir("busy")
    mount("tmpfs", "busy", "tmpfs")
    with open("busy/file", "w"):
        check(LIBC.umount(b"busy"))


@case("ENODEV", "文件", "挂载内核不认识的文件系统")
def _() -> None:
    mount("none", "/mnt", "nosuchfs")


@case("ENOTBLK", "文件", "把字符设备当磁盘挂载")
def _() -> None:
    mount("/dev/null", "/mnt", "ext4")


@case("ENODATA", "文件", "读没有的扩展属性")
def _() -> None:
    os.getxattr("/etc/passwd", "security.nosuch")


@case("ESTALE", "文件", "用句柄打开已经删掉的文件")
def _() -> None:
    where = image("stale")
    handle = ctypes.create_string_buffer(struct.pack("Ii", 128, 0), 136)
    there = ctypes.c_int()
    check(LIBC.name_to_handle_at(-100, bytes(where / "f"), handle, ctypes.byref(there), 0))
    (where / "f").unlink()
    root = os.open(where, os.O_RDONLY)
    check(LIBC.open_by_handle_at(root, handle, os.O_RDONLY))


@case("EUCLEAN", "文件", "ext4 的 inode 坏了（没有校验和的）")
def _() -> None:
    where = image("broken", "-O", "^metadata_csum", "-b", "1024")
    damage(where, 0)
    os.stat(where / "f")


@case("EBADMSG", "文件", "ext4 的 inode 与校验和不符")
def _() -> None:
    where = image("checksum", "-O", "metadata_csum", "-b", "1024")
    damage(where, 16)
    os.stat(where / "f")


@case("EOVERFLOW", "文件", "用户命名空间没有映射自己，在它的 tmpfs 里建文件")
def _() -> None:
    os.mkdir("mine")
    check(LIBC.unshare(0x10020000))
    mount("tmpfs", "mine", "tmpfs")
    os.open("mine/file", os.O_WRONLY | os.O_CREAT)


# ---- 描述符和设备 ----


@case("EBADF", "描述符", "写没有打开的描述符")
def _() -> None:
    os.write(999, b"x")


@case("EMFILE", "描述符", "超过 ulimit -n")
def _() -> None:
    resource.setrlimit(resource.RLIMIT_NOFILE, (20, 20))
    while True:
        os.dup(0)


@case("EPIPE", "描述符", "写没有人读的管道")
def _() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    os.write(writing, b"x")


@case("EAGAIN", "描述符", "不等待，读空的管道")
def _() -> None:
    reading, _ = os.pipe()
    os.set_blocking(reading, False)
    os.read(reading, 1)


@case("ESPIPE", "描述符", "在管道里移动位置")
def _() -> None:
    os.lseek(os.pipe()[0], 1, os.SEEK_SET)


@case("EIO", "描述符", "读没有另一端的伪终端")
def _() -> None:
    master, slave = pty.openpty()
    os.close(slave)
    os.read(master, 1)


@case("ENXIO", "描述符", "写没有人读的命名管道，不等待")
def _() -> None:
    os.mkfifo("fifo")
    os.open("fifo", os.O_WRONLY | os.O_NONBLOCK)


@case("ENOTTY", "描述符", "问普通文件的窗口大小")
def _() -> None:
    fcntl.ioctl(os.open("/etc/passwd", os.O_RDONLY), termios.TIOCGWINSZ, bytes(8))


@case("EINVAL", "描述符", "移动到负的位置")
def _() -> None:
    os.lseek(os.open("/etc/passwd", os.O_RDONLY), -1, os.SEEK_SET)


@case("EFAULT", "描述符", "要写的内容在地址 0")
def _() -> None:
    check(LIBC.write(os.pipe()[1], None, 1))


@case("EDEADLK", "描述符", "两个进程各拿着对方要的锁")
def _() -> None:
    file = os.open("locks", os.O_RDWR | os.O_CREAT)
    ready, said = os.pipe()
    fcntl.lockf(file, fcntl.LOCK_EX, 1, 0)
    if not (child := os.fork()):
        fcntl.lockf(file, fcntl.LOCK_EX, 1, 1)
        os.write(said, b"x")
        fcntl.lockf(file, fcntl.LOCK_EX, 1, 0)
        os._exit(0)
    os.read(ready, 1)
    wait_until(lambda: blocked_in(child, 72))
    try:
        fcntl.lockf(file, fcntl.LOCK_EX, 1, 1)
    finally:
        os.kill(child, signal.SIGKILL)


class Ring:
    """一个 io_uring，不用库。"""

    def __init__(self, flags: int = 0) -> None:
        parameters = bytearray(120)
        struct.pack_into("I", parameters, 8, flags)
        self.fd = syscall(URING_SETUP, 4, (ctypes.c_char * 120).from_buffer(parameters))
        _, self.sq_tail, self.sq_mask, _, _, _, self.sq_array = struct.unpack_from("7I", parameters, 40)
        self.cq_head, _, _, _, _, self.cqes = struct.unpack_from("6I", parameters, 80)
        self.ring = mmap.mmap(self.fd, 4096, offset=0)
        self.entries = mmap.mmap(self.fd, 4096, offset=0x10000000)

    def submit(self, *entries: bytes) -> list[int]:
        """交上去，等它们都做完，返回结果。"""
        for number, entry in enumerate(entries):
            self.entries[64 * number : 64 * number + 64] = entry
            struct.pack_into("I", self.ring, self.sq_array + 4 * number, number)
        struct.pack_into("I", self.ring, self.sq_tail, len(entries))
        syscall(URING_ENTER, self.fd, len(entries), len(entries), 1, None, 0)
        return [struct.unpack_from("i", self.ring, self.cqes + 16 * n + 8)[0] for n in range(len(entries))]


def entry(operation: int, flags: int = 0, fd: int = -1, address: int = 0, slot: int = 0) -> bytes:
    return struct.pack("BBHiQQIIQHHiQQ", operation, flags, 0, fd, 0, address, 0, 0, 0, 0, 0, slot, 0, 0)


@case("ENFILE", "描述符", "io_uring 自己的文件表满了")
def _() -> None:
    ring = Ring()
    one_slot = ctypes.create_string_buffer(struct.pack("IIQQQ", 1, 1, 0, 0, 0))
    syscall(URING_REGISTER, ring.fd, 13, one_slot, 32)
    path = ctypes.create_string_buffer(b"/etc/passwd")
    opening = entry(18, 0, -100, ctypes.addressof(path), -1)
    _, second = ring.submit(opening, opening)
    refuse(-second)


@case("ECANCELED", "描述符", "io_uring 里排在失败的操作后面")
def _() -> None:
    _, second = Ring().submit(entry(22, 4, 999), entry(0))
    refuse(-second)


@case("ETIME", "描述符", "等 io_uring 的结果等到时限")
def _() -> None:
    limit = ctypes.create_string_buffer(struct.pack("qq", 0, 1_000_000))
    argument = ctypes.create_string_buffer(struct.pack("QIIQ", 0, 0, 0, ctypes.addressof(limit)), 24)
    syscall(URING_ENTER, Ring().fd, 0, 1, 1 | 8, argument, 24)


@case("EBADFD", "描述符", "用还没有启用的 io_uring")
def _() -> None:
    syscall(URING_ENTER, Ring(1 << 6).fd, 1, 0, 0, None, 0)


# ---- 程序和进程 ----


@case("ENOEXEC", "进程", "执行一个空文件")
def _() -> None:
    pathlib.Path("empty").touch(0o755)
    os.execv("empty", ["empty"])


@case("E2BIG", "进程", "一个参数超过 128 KiB")
def _() -> None:
    os.execv("/bin/true", ["true", "x" * (128 << 10)])


@case("ELIBBAD", "进程", "解释器（ld.so）不是 ELF 文件")
def _() -> None:
    loader = b"/lib64/ld-linux-x86-64.so.2"
    program = pathlib.Path("/bin/true").read_bytes().replace(loader, b"text".ljust(len(loader), b"\0"))
    for name, content in (("linked", program), ("text", b"#" * 100)):
        pathlib.Path(name).write_bytes(content)
        os.chmod(name, 0o755)
    os.execv("linked", ["linked"])


@case("ESRCH", "进程", "给不存在的进程发信号")
def _() -> None:
    os.kill(2**22 + 1, 0)


@case("ECHILD", "进程", "等没有的子进程")
def _() -> None:
    os.wait()


@case("EINTR", "进程", "等的时候来了信号")
def _() -> None:
    signal.signal(signal.SIGALRM, lambda *_: None)
    signal.setitimer(signal.ITIMER_REAL, 0.05, 0.05)
    check(LIBC.pause())


@case("ENOMEM", "进程", "超过 ulimit -v")
def _() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (1 << 30, 1 << 30))
    mmap.mmap(-1, 2 << 30)


@case("ENOSYS", "进程", "没有这个系统调用")
def _() -> None:
    syscall(9999)


@case("ERANGE", "进程", "给的地方装不下当前目录的名字")
def _() -> None:
    LIBC.getcwd.restype = ctypes.c_long
    check(LIBC.getcwd(ctypes.create_string_buffer(1), ctypes.c_size_t(1)) or -1)


@case("EILSEQ", "进程", "不是 UTF-8 的字节")
def _() -> None:
    LIBC.setlocale(6, b"C.UTF-8")
    check(LIBC.mbstowcs(None, b"\xff", 0))


@case("ENOMSG", "进程", "消息队列里没有这种消息")
def _() -> None:
    queue = check(LIBC.msgget(0, 0o600))
    try:
        check(LIBC.msgrcv(queue, ctypes.create_string_buffer(64), 8, 0, 0o4000))
    finally:
        LIBC.msgctl(queue, 0, None)


@case("EIDRM", "进程", "等消息的时候，队列被删掉了")
def _() -> None:
    queue = check(LIBC.msgget(0, 0o600))
    result: list[int] = []

    def receive() -> None:
        LIBC.msgrcv(queue, ctypes.create_string_buffer(64), 8, 0, 0)
        result.append(ctypes.get_errno())

    thread = threading.Thread(target=receive)
    thread.start()
    wait_until(lambda: blocked_in(thread.native_id, 70))
    LIBC.msgctl(queue, 0, None)
    thread.join()
    refuse(result[0])


def robust_mutex() -> ctypes.Array[ctypes.c_char]:
    """一把拿着它的进程死了的锁，在共享内存里。"""
    lock = (ctypes.c_char * 40).from_buffer(mmap.mmap(-1, 4096))
    attributes = ctypes.create_string_buffer(4)
    LIBC.pthread_mutexattr_init(attributes)
    LIBC.pthread_mutexattr_setpshared(attributes, 1)
    LIBC.pthread_mutexattr_setrobust(attributes, 1)
    LIBC.pthread_mutex_init(lock, attributes)
    if child := os.fork():
        os.waitpid(child, 0)
        return lock
    LIBC.pthread_mutex_lock(lock)
    os._exit(0)


@case("EOWNERDEAD", "进程", "拿着锁的进程死了")
def _() -> None:
    refuse(LIBC.pthread_mutex_lock(robust_mutex()))


@case("ENOTRECOVERABLE", "进程", "接过死者的锁，没有修好就放开")
def _() -> None:
    lock = robust_mutex()
    LIBC.pthread_mutex_lock(lock)
    LIBC.pthread_mutex_unlock(lock)
    refuse(LIBC.pthread_mutex_lock(lock))


@case("ENOMEDIUM", "进程", "libsystemd 找用户的总线，没有 XDG_RUNTIME_DIR")
def _() -> None:
    for name in ("XDG_RUNTIME_DIR", "DBUS_SESSION_BUS_ADDRESS"):
        LIBC.unsetenv(name.encode())
    refuse(-ctypes.CDLL("libsystemd.so.0").sd_bus_open_user(ctypes.byref(ctypes.c_void_p())))


# ---- 密钥 ----


def key() -> int:
    return syscall(ADD_KEY, b"user", b"handbook", b"x", 1, -2)


@case("ENOKEY", "密钥", "要没有的密钥")
def _() -> None:
    syscall(REQUEST_KEY, b"user", b"nosuchkey", None, 0)


@case("EKEYREVOKED", "密钥", "读撤销了的密钥")
def _() -> None:
    number = key()
    syscall(KEYCTL, 3, number)
    syscall(KEYCTL, 11, number, None, 0)


@case("EKEYEXPIRED", "密钥", "读过期的密钥")
def _() -> None:
    number = key()
    syscall(KEYCTL, 15, number, 1)
    wait_until(lambda: syscall(KEYCTL, 11, number, None, 0) == -1)


def certificate(*algorithm: str) -> bytes:
    command = ["openssl", "req", "-x509", "-newkey", *algorithm, "-nodes", "-keyout", "key", "-subj", "/CN=x"]
    return subprocess.run([*command, "-outform", "DER"], check=True, capture_output=True).stdout


@case("EKEYREJECTED", "密钥", "签名以后改过的证书，交给内核")
def _() -> None:
    data = certificate("rsa:2048")
    # 第 25 个字节在序列号里。
    data = data[:25] + bytes([data[25] ^ 1]) + data[26:]
    syscall(ADD_KEY, b"asymmetric", b"x", data, len(data), -2)


@case("ENOPKG", "密钥", "内核不认识的算法（Ed25519）签的证书")
def _() -> None:
    data = certificate("ed25519")
    syscall(ADD_KEY, b"asymmetric", b"x", data, len(data), -2)


# ---- 套接字和网络 ----


def tcp() -> socket.socket:
    return socket.socket()


def udp() -> socket.socket:
    return socket.socket(type=socket.SOCK_DGRAM)


@case("ENETDOWN", "网络", "往没有启动的网卡发包")
def _() -> None:
    subprocess.run(["ip", "link", "set", "lo", "down"], check=True)
    packet = socket.socket(socket.AF_PACKET, socket.SOCK_RAW)
    packet.bind(("lo", 0))
    try:
        packet.send(bytes(60))
    finally:
        subprocess.run(["ip", "link", "set", "lo", "up"], check=True)


@case("ENETUNREACH", "网络", "没有路由")
def _() -> None:
    tcp().connect(("203.0.113.1", 80))


@case("EHOSTUNREACH", "网络", "路由写着 unreachable")
def _() -> None:
    subprocess.run(["ip", "route", "replace", "unreachable", "198.51.100.0/24"], check=True)
    tcp().connect(("198.51.100.1", 80))


@case("ECONNREFUSED", "网络", "端口没有人听")
def _() -> None:
    tcp().connect(("127.0.0.1", 9))


@case("ETIMEDOUT", "网络", "没有人回答（81 端口被丢弃），只重发一次")
def _() -> None:
    client = tcp()
    client.setsockopt(socket.IPPROTO_TCP, socket.TCP_SYNCNT, 1)
    client.connect(("127.0.0.1", 81))


@case("EINPROGRESS", "网络", "不等待的连接，还没有结果")
def _() -> None:
    client = tcp()
    client.setblocking(False)
    client.connect(("127.0.0.1", 81))


@case("EALREADY", "网络", "上一次连接还没有结果，又连")
def _() -> None:
    client = tcp()
    client.setblocking(False)
    client.connect_ex(("127.0.0.1", 81))
    client.connect(("127.0.0.1", 81))


def connection() -> tuple[socket.socket, socket.socket]:
    with socket.create_server(("127.0.0.1", 0)) as server:
        client = socket.create_connection(server.getsockname())
        return client, server.accept()[0]


@case("ECONNRESET", "网络", "对方发了 RST")
def _() -> None:
    client, peer = connection()
    peer.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    peer.close()
    client.recv(1)


@case("ECONNABORTED", "网络", "连接被本机的 ss -K 切断")
def _() -> None:
    client, _peer = connection()
    subprocess.run(["ss", "-K", "sport", str(client.getsockname()[1])], check=True, capture_output=True)
    client.recv(1)


@case("EADDRINUSE", "网络", "端口有人在用")
def _() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        tcp().bind(server.getsockname())


@case("EADDRNOTAVAIL", "网络", "绑定不是自己的地址")
def _() -> None:
    tcp().bind(("192.0.2.9", 0))


@case("EISCONN", "网络", "连上了再连")
def _() -> None:
    client, peer = connection()
    client.connect(peer.getsockname())


@case("ENOTCONN", "网络", "没有连上，问对方是谁")
def _() -> None:
    tcp().getpeername()


@case("ENOBUFS", "网络", "一个套接字加入第 21 个组播组")
def _() -> None:
    receiver = udp()
    for number in range(1, 22):
        group = socket.inet_aton(f"239.1.1.{number}") + socket.inet_aton("127.0.0.1")
        receiver.setsockopt(socket.IPPROTO_IP, socket.IP_ADD_MEMBERSHIP, group)


@case("EMSGSIZE", "网络", "一个 UDP 报文 70000 字节")
def _() -> None:
    udp().sendto(bytes(70_000), ("127.0.0.1", 9))


@case("EDESTADDRREQ", "网络", "UDP 没有写发给谁")
def _() -> None:
    udp().send(b"x")


@case("ENOTSOCK", "网络", "把文件当套接字")
def _() -> None:
    check(LIBC.listen(os.open("/etc/passwd", os.O_RDONLY), 1))


@case("EOPNOTSUPP", "网络", "UDP 套接字上 listen")
def _() -> None:
    udp().listen()


@case("ENOPROTOOPT", "网络", "没有这个套接字选项")
def _() -> None:
    tcp().getsockopt(socket.IPPROTO_TCP, 9999)


@case("EDOM", "网络", "超时的微秒数超过一百万")
def _() -> None:
    tcp().setsockopt(socket.SOL_SOCKET, socket.SO_RCVTIMEO, struct.pack("qq", 0, 2_000_000))


@case("EAFNOSUPPORT", "网络", "没有这个地址族")
def _() -> None:
    socket.socket(99)


@case("EPROTONOSUPPORT", "网络", "流套接字写了 UDP")
def _() -> None:
    socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_UDP)


@case("ESOCKTNOSUPPORT", "网络", "UNIX 套接字没有这一种")
def _() -> None:
    socket.socket(socket.AF_UNIX, socket.SOCK_RDM)


@case("EPROTOTYPE", "网络", "用流去连一个报文的 UNIX 套接字")
def _() -> None:
    socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM).bind("datagrams")
    server = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
    server.bind("datagrams2")
    socket.socket(socket.AF_UNIX).connect("datagrams2")


@case("ETOOMANYREFS", "网络", "普通用户在路上的描述符超过 ulimit -n")
def _() -> None:
    def send() -> None:
        resource.setrlimit(resource.RLIMIT_NOFILE, (20, 20))
        one, _other = socket.socketpair()
        while True:
            one.sendmsg([b"x"], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, struct.pack("i", 0))])

    as_nobody(send)


def icmp(kind: int, code: int) -> None:
    """连上的 UDP 套接字，收到一个 ICMP 错误；抄回去的是它自己发的那个包的开头。"""
    server = udp()
    server.bind(("127.0.0.1", 0))
    client = udp()
    client.connect(server.getsockname())
    client.settimeout(5)
    ours, theirs = client.getsockname()[1], server.getsockname()[1]
    here = socket.inet_aton("127.0.0.1")
    original = struct.pack("!BBHHHBBH4s4s", 0x45, 0, 28, 0, 0, 64, 17, 0, here, here)
    body = struct.pack("!I", 0) + original + struct.pack("!HHHH", ours, theirs, 8, 0)
    total = sum(struct.unpack(f"!{len(body) // 2}H", body)) + (kind << 8 | code)
    total = (total & 0xFFFF) + (total >> 16)
    checksum = ~((total & 0xFFFF) + (total >> 16)) & 0xFFFF
    raw = socket.socket(socket.AF_INET, socket.SOCK_RAW, socket.IPPROTO_ICMP)
    raw.sendto(struct.pack("!BBH", kind, code, checksum) + body, ("127.0.0.1", 0))
    client.recv(1)


@case("EHOSTDOWN", "网络", "收到 ICMP 3/7（目标主机未知）")
def _() -> None:
    icmp(3, 7)


@case("ENONET", "网络", "收到 ICMP 3/8（源主机被隔离）")
def _() -> None:
    icmp(3, 8)


@case("EPROTO", "网络", "收到 ICMP 12（参数有错）")
def _() -> None:
    icmp(12, 0)


def bpf(command: int, attributes: bytes) -> int:
    return syscall(BPF, command, ctypes.create_string_buffer(attributes.ljust(128, b"\0")), 128)


@case("ENOLINK", "网络", "BPF 程序挂着的网卡已经删掉，再换程序")
def _() -> None:
    # 两条指令：r0 = 2（放行）；返回。
    program = ctypes.create_string_buffer(bytes.fromhex("b7000000020000009500000000000000"))
    licence = ctypes.create_string_buffer(b"GPL")
    loaded = bpf(5, struct.pack("IIQQ", 6, 2, ctypes.addressof(program), ctypes.addressof(licence)))
    subprocess.run(["ip", "link", "add", "gone", "type", "veth", "peer", "name", "gone2"], check=True)
    link = bpf(28, struct.pack("IIII", loaded, socket.if_nametoindex("gone"), 37, 0))
    subprocess.run(["ip", "link", "del", "gone"], check=True)
    bpf(29, struct.pack("IIII", link, loaded, 0, 0))


# ---- 网络文件系统：服务端答什么，程序就报什么 ----


def fuse(number: int) -> None:
    """挂上一个 FUSE，它对每次查找都答这个错误号。"""
    device = os.open("/dev/fuse", os.O_RDWR)
    where = f"fuse{number}"
    os.mkdir(where)
    mount("remote", where, "fuse", 0, f"fd={device},rootmode=40000,user_id=0,group_id=0")

    def serve() -> None:
        with contextlib.suppress(OSError):  # 卸载以后，读会失败
            answer()

    def answer() -> None:
        while request := os.read(device, 1 << 20):
            _, operation, unique = struct.unpack_from("IIQ", request)
            # 26 是 INIT：答上协议的版本 7.31；2、36、42 不用回答。
            if operation == 26:
                os.write(device, struct.pack("IiQ", 80, 0, unique) + struct.pack("IIII", 7, 31, 0, 0).ljust(64, b"\0"))
            elif operation not in (2, 36, 42):
                os.write(device, struct.pack("IiQ", 16, -number, unique))

    threading.Thread(target=serve, daemon=True).start()
    try:
        os.stat(f"{where}/file")
    finally:
        LIBC.umount2(where.encode(), 2)


for lent in ("ENOLCK", "EREMOTE", "ESHUTDOWN", "EREMOTEIO"):
    case(lent, "服务端", "文件系统的服务端答这个错误号")(functools.partial(fuse, getattr(errno, lent)))


def names() -> dict[int, str]:
    """C 库知道的全部错误号。"""
    LIBC.strerrorname_np.restype = ctypes.c_char_p
    found = {number: LIBC.strerrorname_np(number) for number in range(1, 512)}
    return {number: name.decode() for number, name in found.items() if name}


def provoke(name: str) -> None:
    """在自己的进程里做：改了的限制和身份不影响下一个。"""
    sys.stdout.flush()
    if child := os.fork():
        os.waitpid(child, 0)
        return
    _, what, function = CASES[name]
    try:
        function()
        print(f"{name}：没有失败（{what}）")
    except OSError as error:
        right = "" if names().get(error.errno) == name else f"，要的是 {name}"
        print(f"{what}：[Errno {error.errno}] {error.strerror}（{names().get(error.errno)}{right}）")
    sys.stdout.flush()
    os._exit(0)


if sys.argv[1:] == ["--list"]:
    for known, its_name in names().items():
        print(f"{known}={its_name} {os.strerror(known)}")
for chosen, (group, _what, _function) in CASES.items():
    if group in sys.argv[1:] or chosen in sys.argv[1:]:
        provoke(chosen)
