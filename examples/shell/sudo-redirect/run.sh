# shellcheck disable=SC2016 # the commands in quotes are expanded on the host that runs them
setup local 'useradd -m -s /bin/bash app; echo "app ALL=(ALL) NOPASSWD: ALL" >/etc/sudoers.d/app; chmod 440 /etc/sudoers.d/app; printf "#!/bin/bash\ncd /; exec setpriv --reuid=app --regid=app --init-groups bash -c \"\$1\"\n" >as-app; chmod +x as-app; rm -f /etc/lab.conf'
on local './as-app "sudo id -un; sudo echo 1 >/etc/lab.conf"'
expect 'sudo 是好的，写文件却被拒绝' contains "$output" '/etc/lab.conf: Permission denied'
note '打开文件的是 app 自己的 shell，sudo 还没有开始'
on local './as-app "strace -f -e trace=openat,execve -o /tmp/trace bash -c \"sudo -n true >/etc/lab.conf\"; grep -E \"lab.conf|sudo\" /tmp/trace" 2>&1 | grep -oE "lab.conf\", O_[^)]*\) = -1 EACCES"'
expect '看得到是谁打开的' contains "$output" EACCES
note '改：让 root 的 tee 去写；追加是 tee -a'
on local './as-app "echo 1 | sudo tee /etc/lab.conf >/dev/null; sudo cat /etc/lab.conf"'
expect '写进去了' [ "$output" = 1 ]
on local './as-app "sudo sh -c \"echo 2 >>/etc/lab.conf\"; cat /etc/lab.conf"'
expect '或者让整条命令在 root 的 shell 里' [ "$output" = $'1\n2' ]
note '通配符同样是 app 的 shell 展开的'
setup local 'install -d -m 700 /srv/secret; touch /srv/secret/a.log'
on local './as-app "sudo ls /srv/secret/*.log"'
expect 'app 看不见目录，没有展开' contains "$output" "cannot access '/srv/secret/*.log'"
on local './as-app "sudo sh -c \"ls /srv/secret/*.log\""'
expect '在 root 的 shell 里展开' [ "$output" = /srv/secret/a.log ]
on local './as-app "sudo cd /srv/secret" 2>&1 | head -n 1'
expect 'cd 是 shell 的内置命令，sudo 找不到程序' contains "$output" 'command not found'
