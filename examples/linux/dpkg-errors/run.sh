# shellcheck source=examples/linux/apt-packages/repository.sh disable=SC2016 # the commands in quotes are expanded on the host that runs them
. ./repository.sh
mkdir -p tree/DEBIAN
printf '#!/bin/sh\nset -e\nchown shop: /var/lib/shop\n' >tree/DEBIAN/postinst
mkdir -p tree/var/lib/shop
build pool shop 1
build pool tool 1
mkdir -p tree/etc tree/usr/share/shop
echo one >tree/etc/shop.conf
echo shop >tree/usr/share/shop/about
build pool shop-conf 1
mkdir -p tree/etc
echo two >tree/etc/shop.conf
build pool shop-extra 1
mkdir -p tree/DEBIAN
printf '#!/bin/sh\n[ -e /run/second ] || { echo >/run/begun; exec sleep 600; }\n' >tree/DEBIAN/postinst
build pool shop-index 1

note '一、error code (1)：原因在这一句的上面'
on local 'apt-get install -y ./pool/shop_1.deb 2>&1 | sed -n "/^Setting up/,\$p"'
expect '原文' contains "$output" 'E: Sub-process /usr/bin/dpkg returned an error code (1)'
expect '脚本自己的话在上面' contains "$output" 'chown: invalid spec'
note '只读的检查：哪个包停在哪一步，它的脚本写了什么'
on local 'dpkg --audit | tail -n 2; dpkg-query -Wf "\${db:Status-Abbrev} \${Package}\n" shop; cat /var/lib/dpkg/info/shop.postinst'
expect 'iF：文件在了，没有配置成' contains "$output" 'iF  shop'
note '以后装别的包，最后也是这一句'
on local 'apt-get install -y ./pool/tool_1.deb 2>&1 | sed -n "/^Setting up/,\$p"; dpkg-query -Wf "\${db:Status-Abbrev} \${Package}\n" tool'
expect '又是它' contains "$output" 'E: Sub-process /usr/bin/dpkg returned an error code (1)'
expect '新装的 tool 其实好了' contains "$output" 'ii  tool'
note '改：补上脚本要的东西，再配置一次'
on local 'useradd --system shop; dpkg --configure -a; dpkg-query -Wf "\${db:Status-Abbrev} \${Package}\n" shop'
expect '好了' contains "$output" 'ii  shop'

note '二、两个包有同一个文件'
setup local 'dpkg -i pool/shop-conf_1.deb'
on local 'dpkg -i pool/shop-extra_1.deb 2>&1 | sed -n "/^Unpacking/,\$p" | sed "s/(1)$/1/"'
expect '原文' contains "$output" "trying to overwrite '/etc/shop.conf', which is also in package shop-conf 1"
note '只读的检查：文件是谁的，新包里有哪些'
on local 'dpkg -S /etc/shop.conf; dpkg --fsys-tarfile pool/shop-extra_1.deb | tar -t; dpkg-query -Wf "\${db:Status-Abbrev} \${Package}\n" shop-conf shop-extra'
expect '没有装进去，原来的包没有变' contains "$output" 'ii  shop-conf'
expect '文件还是原来的' [ "$(cat /etc/shop.conf)" = one ]
note '不要：强行覆盖。文件换成新包的，卸掉新包，文件就没有了'
on local 'dpkg -i --force-overwrite pool/shop-extra_1.deb >/dev/null 2>&1; dpkg -P shop-extra >/dev/null; ls /etc/shop.conf; dpkg -V shop-conf'
expect '文件没有了，dpkg -V 也不说少' [ "$output" = "ls: cannot access '/etc/shop.conf': No such file or directory" ]
setup local 'dpkg -i pool/shop-conf_1.deb; grep -qx one /etc/shop.conf'
note '改：只留一个。先卸掉旧的，再装新的'
on local 'dpkg -r shop-conf >/dev/null; dpkg -i pool/shop-extra_1.deb >/dev/null; dpkg -S /etc/shop.conf'
expect '文件只归一个包' [ "$output" = 'shop-extra: /etc/shop.conf' ]

note '三、别人占着锁'
background local 'exec apt-get install -y ./pool/shop-index_1.deb'
wait_for '[ -e /run/begun ]'
on local 'dpkg -i pool/tool_1.deb 2>&1 | head -n 1 | sed -E "s/by .* process with pid [0-9]+/by … with pid …/"'
expect '原文' contains "$output" 'dpkg: error: dpkg frontend lock was locked by'
on local 'fuser /var/lib/dpkg/lock-frontend 2>/dev/null | xargs ps -o comm= -p'
expect '是那个 apt-get：等它' [ "$output" = apt-get ]

note '四、装到一半被杀掉：断电、重启、kill、关掉终端'
{
    pkill -KILL -x apt-get
    pkill -KILL -x dpkg
    pkill -KILL -x sleep
    wait "$pid"
} 2>/dev/null
on local 'apt-get install -y ./pool/tool_1.deb'
expect '原文' contains "$output" "E: dpkg was interrupted, you must manually run 'dpkg --configure -a' to correct the problem."
note '只读的检查：还有没有人在装，停在哪个包'
on local 'pgrep -l "apt|dpkg"; ls /var/lib/dpkg/updates | grep -q "^[0-9]" && echo 有没记完的账; dpkg-query -Wf "\${db:Status-Abbrev} \${Package}\n" shop-index'
expect '没有人在装，没有记完的账还在，shop-index 没有配置完' contains "$output" 'iF  shop-index'
setup local 'touch /run/second'
on local 'dpkg --configure -a; dpkg-query -Wf "\${db:Status-Abbrev} \${Package}\n" shop-index; apt-get check >/dev/null && echo 没有坏的'
expect '接着配置完' contains "$output" $'ii  shop-index\n没有坏的'
