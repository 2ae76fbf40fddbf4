# shellcheck disable=SC2016 # the commands in quotes are expanded on the host that runs them
# shellcheck source=examples/linux/ssh-publickey-refused/ssh.sh
. ./ssh.sh
start_sshd 'Subsystem sftp /usr/lib/openssh/sftp-server'
setup server 'echo 内容 >/home/app/report; printf "echo Welcome to server\n" >/home/app/.bashrc; chown app: /home/app/report /home/app/.bashrc'
on client 'ssh -F ssh_config server true'
expect '登录是好的，只是多了一句欢迎' [ "$output" = 'Welcome to server' ]
on client 'rsync -e "ssh -F ssh_config" server:report . 2>&1 | head -n 2'
expect 'rsync 把欢迎语当成协议' contains "$output" 'is your shell clean?'
on client 'echo "get report" | sftp -F ssh_config -b - server 2>&1 | grep -i "message too long"'
expect 'sftp 把它的前四个字节当成长度' contains "$output" 'Received message too long'
on client 'number=$(echo "get report" | sftp -F ssh_config -b - server 2>&1 | grep -oE "too long [0-9]+" | grep -oE "[0-9]+"); python3 -c "import sys; print(int(sys.argv[1]).to_bytes(4, \"big\"))" "$number"'
expect '把那个数写成四个字节，就是它打的字' contains "$output" Welc
note '只读的检查：远端什么也不做，收到的应当是 0 字节'
on client 'ssh -F ssh_config server true | wc -c'
expect '不是 0' [ "$output" -gt 0 ]
note '改：不是交互的 shell 就不打印'
on server 'printf "%s\n" "[[ \$- == *i* ]] || return" "echo Welcome to server" >/home/app/.bashrc'
on client 'ssh -F ssh_config server true | wc -c; rsync -e "ssh -F ssh_config" server:report . && cat report; rm report; echo "get report" | sftp -q -F ssh_config -b - server >/dev/null && cat report'
expect '0 字节，rsync 和 sftp 都取到了' [ "$output" = $'0\n内容\n内容' ]
stop_sshd
