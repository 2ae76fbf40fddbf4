# shellcheck disable=SC2016 # the commands in quotes are expanded on the host that runs them
useradd -m app
chmod 755 .
printf '#!/bin/bash\nexport HOME=/\nexec setpriv --reuid=app --regid=app --init-groups bash -c "$1"\n' >as-app
chmod 755 as-app
as_app() { on local "./as-app '$1'"; }
note '一、路上有一级目录没有 x'
install -d -m 755 srv/www/site
echo hello >srv/www/site/index.html
chmod 700 srv/www
as_app 'cat srv/www/site/index.html'
expect '文件是 644，照样被拒绝' contains "$output" 'Permission denied'
on local 'namei -m srv/www/site/index.html'
expect 'namei 一级一级看：www 是 700' contains "$output" 'drwx------ www'
on local 'chmod o+x srv/www'
as_app 'cat srv/www/site/index.html'
expect '给目录 x 就行' [ "$output" = hello ]
note '二、用户刚加进组，旧会话里没有'
groupadd deploy
install -g deploy -m 640 /dev/null srv/secret
echo key >srv/secret
usermod -aG deploy app
on local 'setpriv --reuid=app --regid=app --groups "$(id -g app)" bash -c "id -nG; cat srv/secret"; id -nG app'
expect '名单里有 deploy，会话里没有' contains "$output" $'Permission denied\napp deploy'
as_app 'cat srv/secret'
expect '重新登录就行' [ "$output" = key ]
note '三、noexec 的挂载：有 x 也执行不了'
mkdir -m 1777 tmp
mount -t tmpfs -o noexec tmpfs tmp
printf '#!/bin/sh\necho 跑了\n' >tmp/x.sh
chmod 755 tmp/x.sh
as_app './tmp/x.sh'
expect '同一句' contains "$output" 'Permission denied'
printf 'local# findmnt -n -o OPTIONS -T tmp/x.sh\n'
findmnt -n -o OPTIONS -T tmp/x.sh | grep -oE 'noexec'
as_app 'sh tmp/x.sh'
expect '用解释器去读就行' [ "$output" = 跑了 ]
umount tmp
note '四、chattr +i：root 也不行，报的是另一句'
truncate -s 20M disk.img
mkfs.ext4 -qF disk.img
mkdir disk
mount -o loop disk.img disk
echo a >disk/conf
chattr +i disk/conf
on local 'echo b >disk/conf; rm disk/conf'
expect '原文' contains "$output" 'Operation not permitted'
on local 'lsattr disk/conf | cut -c5; chattr -i disk/conf; echo b >disk/conf; cat disk/conf'
expect 'lsattr 的 i；去掉就行' [ "$output" = $'i\nb' ]
note '五、只读的挂载：又是另一句'
mount -o remount,ro disk
on local 'echo c >disk/conf'
expect '原文' contains "$output" 'Read-only file system'
mount -o remount,rw disk
on local 'echo c >disk/conf; cat disk/conf'
expect '改回读写就行' [ "$output" = c ]
umount disk
note '六、不是 root，缺的是能力：绑 80 端口'
on local 'setpriv --reuid=app --regid=app --clear-groups python3 -c "
import socket
socket.socket().bind((\"127.0.0.1\", 80))" 2>&1 | tail -n 1'
expect '1024 以下的端口要 CAP_NET_BIND_SERVICE' contains "$output" 'PermissionError: [Errno 13] Permission denied'
on local 'setpriv --reuid=app --regid=app --clear-groups --inh-caps +net_bind_service --ambient-caps +net_bind_service python3 -c "
import socket
socket.socket().bind((\"127.0.0.1\", 80))
print(\"绑上了\")"'
expect '只给这一个能力就行' [ "$output" = 绑上了 ]
