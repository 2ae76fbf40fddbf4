# 81 端口的包丢掉：连它的都等不到回答。
setup local 'ip link set lo up; iptables -A INPUT -p tcp --dport 81 -j DROP'
count=0
wrong=''
for group in 文件 描述符 进程 密钥 网络 服务端; do
    on local "python3 provoke.py $group"
    count=$((count + $(grep -c '\[Errno' <<<"$output")))
    if ! lacks "$output" 要的是 || ! lacks "$output" 没有失败; then wrong+=" $group"; fi
done
expect '每一件事得到的都是要的那个错误号' [ "$wrong" = '' ]
expect '92 个' [ "$count" -eq 92 ]

note '常用的程序怎样说：字是 C 库的，前面是程序自己加的'
setup local 'mkdir usual usual/disk; cd usual; install -m 755 /dev/null empty; ln -s circle circle; cp ../linked ../text .; cp /bin/sleep program'
background local 'exec usual/program 600'
wait_for 'ip netns exec local pgrep -x program'
usual() { # 一条命令和它应当说的
    on local "cd usual; $1"
    contains "$output" "$2" || wrong+=" $2"
}
usual 'cat nowhere' 'No such file or directory'
usual 'cat /etc/debian_version/x' 'Not a directory'
usual 'cat circle' 'Too many levels of symbolic links'
usual 'cat /etc' 'Is a directory'
usual 'mount -t tmpfs -o ro tmpfs disk; touch disk/file' 'Read-only file system'
usual 'cp /etc/debian_version /dev/full' 'No space left on device'
usual 'mount -t tmpfs -o nr_inodes=2 tmpfs disk; touch disk/one disk/two' 'No space left on device'
usual 'ln /etc/debian_version /dev/shm/link' 'Invalid cross-device link'
usual 'mkdir /etc' 'File exists'
usual 'rmdir /etc' 'Directory not empty'
usual 'mount -t tmpfs tmpfs disk; rmdir disk' 'Device or resource busy'
usual 'cp /bin/true program' 'Text file busy'
usual 'touch "$(printf %0256d 0)" 2>&1 | grep -o "File name too long"' 'File name too long'
usual '/bin/echo "$(seq 99999)"' 'Argument list too long'
usual 'python3 -c "import os; os.execv(\"./empty\", [\"empty\"])" 2>&1 | tail -n 1' 'Exec format error'
usual './linked' 'Accessing a corrupted shared library'
usual 'cat <&9' 'Bad file descriptor'
usual 'ulimit -n 3; read -r line </etc/debian_version' 'Too many open files'
usual 'ulimit -f 1; trap "" XFSZ; cat /bin/true >large' 'File too large'
usual 'kill 4194305' 'No such process'
usual 'trap "" PIPE; (while echo x; do :; done) | true' 'Broken pipe'
usual 'ping -c 1 203.0.113.1' 'Network is unreachable'
usual 'ping -c 1 198.51.100.1' 'No route to host'
usual 'ssh -T 127.0.0.1' 'Connection refused'
usual 'nc -vz -w 9 127.0.0.1 9' 'Connection refused'
usual 'nc -l 192.0.2.9 80' 'Cannot assign requested address'
usual 'systemctl' 'Host is down'
expect '每条都说了该说的' [ "$wrong" = '' ]
note 'C 库知道的全部错误号'
on local 'python3 provoke.py --list'
