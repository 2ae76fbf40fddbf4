# shellcheck disable=SC2016 # the commands in quotes are expanded on the host that runs them
useradd -m -s /bin/bash app
printf '%s\n' 'app:example' 'root:example' | chpasswd
chmod 755 .
# 密码错了不用等：PAM 平时每次等两秒
sed -i 's/pam_unix.so nullok/& nodelay/' /etc/pam.d/common-auth
# as-app：像 app 新登录的会话；as-app-before：加组之前登录的会话。没有终端，密码从标准输入给
printf '#!/bin/bash\ncd /; exec setpriv --reuid=app --regid=app --init-groups bash -c "$1"\n' >as-app
printf '#!/bin/bash\ncd /; exec setpriv --reuid=app --regid=app --groups app bash -c "$1"\n' >as-app-before
chmod 755 as-app as-app-before
rule() { # 文件名 一行
    printf '%s\n' "$2" >"/etc/sudoers.d/$1"
    chmod 440 "/etc/sudoers.d/$1"
}

note '一、密码错了：sudo 问的是你自己的密码，不是 root 的'
on local './as-app "printf \"1\n2\n3\n\" | sudo -S -p \"\" id -un"'
expect '原文' contains "$output" 'sudo: 3 incorrect password attempts'
note '密码对，没有规则'
on local './as-app "echo example | sudo -S -p \"\" id -un"'
expect '原文' contains "$output" 'app is not in the sudoers file'
on local './as-app "echo example | sudo -S -p \"\" -l"'
expect '自己问能做什么，说法又不同' contains "$output" 'Sorry, user app may not run sudo on '
note '只读的检查，用 root：sudo 认为他能做什么'
on local 'sudo -l -U app; id -nG app; grep -v "^#" /etc/sudoers | grep ALL'
expect '什么也不能' contains "$output" 'User app is not allowed to run sudo'
expect '有规则的是 sudo 组' contains "$output" '%sudo'
on local 'usermod -aG sudo app; ./as-app-before "id -nG; echo example | sudo -S -p \"\" id -un"'
expect '加了组，旧会话里没有，同一句' contains "$output" $'app\napp is not in the sudoers file'
on local './as-app "id -nG; echo example | sudo -S -p \"\" id -un"'
expect '重新登录就行' [ "$output" = $'app sudo\nroot' ]
gpasswd -d app sudo >/dev/null
rule app.conf 'app ALL=(root) NOPASSWD: /usr/bin/id'
on local 'ls /etc/sudoers.d; ./as-app "echo example | sudo -S -p \"\" id -un"'
expect '文件名里有点，sudo 不读，也不说，同一句' contains "$output" 'app is not in the sudoers file'
mv /etc/sudoers.d/app.conf /etc/sudoers.d/app
chmod 666 /etc/sudoers.d/app
on local './as-app "echo example | sudo -S -p \"\" id -un"; visudo -c 2>&1 | head -n 1'
expect '谁都能写的文件，sudo 不读，这回说了' contains "$output" $' is world writable\napp is not in the sudoers file.'
expect 'visudo -c 说出是哪个' contains "$output" '/etc/sudoers.d/app: bad permissions, should be mode 0440'
chmod 440 /etc/sudoers.d/app
on local './as-app "sudo -n id -un; echo example | sudo -S -p \"\" cat /etc/shadow"'
expect '规则里的能做' contains "$output" root
expect '有规则，但不是这条命令：另一句' contains "$output" "Sorry, user app is not allowed to execute '/usr/bin/cat /etc/shadow' as root"

note '二、要密码，没有终端：cron、CI、ssh 主机 "sudo …"'
on local './as-app "sudo cat /etc/hostname"'
expect '原文' contains "$output" 'sudo: a terminal is required to read the password; either use the -S option to read from standard input or configure an askpass helper'
on local './as-app "sudo -n cat /etc/hostname"'
expect '加 -n 的说法' [ "$output" = 'sudo: a password is required' ]
note '给它一个终端就会问密码'
on local 'script -qec "./as-app \"sudo -p 密码： cat /etc/hostname\"" /dev/null </dev/null 2>&1 | grep -o "密码："'
expect '问了' contains "$output" '密码：'
note '改：只给这一条命令 NOPASSWD'
rule app 'app ALL=(root) NOPASSWD: /usr/bin/id, /usr/bin/cat /etc/hostname'
on local 'visudo -cf /etc/sudoers.d/app && ./as-app "sudo -n cat /etc/hostname >/dev/null && echo 行; sudo -n cat /etc/shadow"'
expect '这条行，别的还是要密码' contains "$output" $'行\nsudo: a password is required'
rule late 'app ALL=(root) /usr/bin/cat /etc/hostname'
on local 'tail -n 1 /etc/sudoers.d/app /etc/sudoers.d/late; ./as-app "sudo -n cat /etc/hostname"'
expect '两条规则都管它，后面的为准：又要密码' contains "$output" 'sudo: a password is required'
rm /etc/sudoers.d/late
note '规则不要密码也不行：有人写了 requiretty'
rule tty 'Defaults requiretty'
on local './as-app "sudo -n cat /etc/hostname"; grep -rn requiretty /etc/sudoers /etc/sudoers.d'
expect '原文' contains "$output" 'sudo: sorry, you must have a tty to run sudo'
rule tty 'Defaults:app !requiretty'
on local './as-app "sudo -n cat /etc/hostname >/dev/null && echo 行"'
expect '只对他去掉' [ "$output" = 行 ]
rm /etc/sudoers.d/tty

note '三、改了主机名，/etc/hosts 里没有'
hostname shop1
sed -i 's/^hosts:.*/hosts: files/' /etc/nsswitch.conf
on local './as-app "sudo -n id -un"'
expect '原文；命令照样执行' [ "$output" = $'sudo: unable to resolve host shop1: Name or service not known\nroot' ]
sed -i 's/^hosts:.*/hosts: files dns/' /etc/nsswitch.conf
on local './as-app "sudo -n id -un"'
expect 'DNS 连不上时，后半句不同' [ "$output" = $'sudo: unable to resolve host shop1: Temporary failure in name resolution\nroot' ]
rule fqdn 'Defaults !fqdn'
on local 'sudo -V | grep -o -e --with-fqdn; ./as-app "sudo -n id -un"'
expect 'Debian 编译时打开了 fqdn，关掉就不去解析' [ "$output" = $'--with-fqdn\nroot' ]
rm /etc/sudoers.d/fqdn
on local 'hostname; getent hosts "$(hostname)" || echo 没有; echo "127.0.1.1 shop1" >>/etc/hosts; ./as-app "sudo -n id -un"'
expect '写进 /etc/hosts 就没有了' [ "$output" = $'shop1\n没有\nroot' ]

note '四、sudoers 写坏'
rule bad 'app ALL=(root NOPASSWD: /usr/bin/true'
on local './as-app "sudo -n id -un; sudo -n true"'
expect '原文' contains "$output" '/etc/sudoers.d/bad:1:15: syntax error'
expect '只有坏的那一行不算，别的规则还在用' contains "$output" $'\nroot\n'
expect '坏的那一行没有生效' contains "$output" 'sudo: a password is required'
note '只读的检查：全部文件'
on local 'visudo -c >check.log 2>&1; echo $?; head -n 1 check.log'
expect '指出文件、行、列' [ "$output" = $'1\n/etc/sudoers.d/bad:1:15: syntax error' ]
note 'sudo 1.9.3 以前一处写坏，谁都用不了；这个参数让新的 sudo 也这样'
echo 'Plugin sudoers_policy sudoers.so error_recovery=false' >/etc/sudo.conf
on local './as-app "sudo -n id -un"'
expect '好的规则也没有用了' contains "$output" 'sudo: error initializing audit plugin sudoers_audit'
rm /etc/sudo.conf /etc/sudoers.d/bad
note '有人 chmod -R、chown -R 过 /etc'
chmod 666 /etc/sudoers
on local './as-app "sudo -n id -un"'
expect '谁都能写的 /etc/sudoers：全都不读' contains "$output" 'sudo: /etc/sudoers is world writable'
expect '退出码 1，命令没有执行' [ "$status" = 1 ]
chown app /etc/sudoers
on local './as-app "sudo -n id -un"; visudo -c 2>&1 | head -n 1'
expect '属主不是 root' contains "$output" 'sudo: /etc/sudoers is owned by uid 1000, should be 0'
on local 'chown root:root /etc/sudoers; chmod 440 /etc/sudoers; ./as-app "sudo -n id -un"'
expect '改回来就行' [ "$output" = root ]
note '改：放进去之前先查，好的才改名'
echo 'app ALL=(root) NOPASSWD: /usr/bin/true' >new
on local 'visudo -cf new && install -m 440 new /etc/sudoers.d/more; visudo -c >/dev/null; echo $?; ./as-app "sudo -n true"; echo $?'
expect '好了' contains "$output" $'\n0\n0'

note '五、与规则无关：sudo 当不了 root'
on local 'setpriv --no-new-privs ./as-app "sudo -n id" 2>&1 | head -n 1'
expect '容器的 no-new-privileges、单元的 NoNewPrivileges=' contains "$output" 'sudo: The "no new privileges" flag is set, which prevents sudo from running as root.'
chmod u-s /usr/bin/sudo
on local './as-app "sudo -n id -un"'
expect '有人 chmod -R 过' [ "$output" = 'sudo: /usr/bin/sudo must be owned by uid 0 and have the setuid bit set' ]
on local 'chmod 4755 /usr/bin/sudo; ./as-app "sudo -n id -un"'
expect '装回 setuid 就行' [ "$output" = root ]

mount --bind /usr/bin/sudo /usr/bin/sudo
mount -o remount,bind,nosuid /usr/bin/sudo
on local './as-app "sudo -n id -un"; findmnt -no OPTIONS -T /usr/bin/sudo | grep -o nosuid'
expect '权限对，挂载带 nosuid' contains "$output" "sudo: effective uid is not 0, is /usr/bin/sudo on a file system with the 'nosuid' option set"
umount /usr/bin/sudo
note '能用 sudo，命令却说没有：sudo 用自己的 PATH'
rule app 'app ALL=(root) NOPASSWD: ALL'
install -D -m 755 /usr/bin/id /opt/tool/shoptool
on local './as-app "PATH=/opt/tool:\$PATH; shoptool -un; sudo shoptool -un"; grep secure_path /etc/sudoers'
expect '自己能找到，sudo 找不到' contains "$output" $'app\nsudo: shoptool: command not found'
on local './as-app "sudo /opt/tool/shoptool -un"'
expect '写全路径' [ "$output" = root ]

note '六、su 要的是对方的密码'
on local './as-app "echo wrong | su -c \"id -un\" 2>&1 | sed \"s/^Password: //\""'
expect '原文' [ "$output" = 'su: Authentication failure' ]
on local './as-app "echo example | su -c \"id -un\" 2>&1 | sed \"s/^Password: //\""'
expect '对的密码' [ "$output" = root ]
passwd -ql root
on local './as-app "echo example | su -c \"id -un\" 2>&1 | sed \"s/^Password: //\""; passwd -S root | cut -d" " -f1-2'
expect 'root 的密码锁着（L），对的也是同一句' [ "$output" = $'su: Authentication failure\nroot L' ]
passwd -qu root
sed -i 's/^# *\(auth *required *pam_wheel.so\)$/\1/' /etc/pam.d/su
on local './as-app "echo example | su -c \"id -un\" 2>&1 | sed \"s/^Password: //\""; grep "^auth.*wheel" /etc/pam.d/su; getent group wheel || echo 没有这个组'
expect '密码对，不在 wheel 组：另一句' contains "$output" 'su: Permission denied'
on local 'groupadd wheel; usermod -aG wheel app; ./as-app "echo example | su -c \"id -un\" 2>&1 | sed \"s/^Password: //\""'
expect '加进去，重新登录就行' [ "$output" = root ]
on local 'usermod -s /usr/sbin/nologin app; su app -c id; su -s /bin/bash app -c "id -un"'
expect '登录 shell 是 nologin：又一句；-s 换一个 shell 就行' [ "$output" = $'This account is currently not available.\napp' ]
on local 'usermod -s /bin/bash -e 1970-01-02 app; su app -c "id -un"; chage -l app | grep "Account expires"'
expect '账号过期：末尾也是密码错的那一句' contains "$output" $'Your account has expired; please contact your system administrator.\nsu: Authentication failure'
on local 'usermod -e "" app; su app -c "id -un"'
expect '去掉期限就行' [ "$output" = app ]
