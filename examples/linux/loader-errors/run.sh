# shellcheck disable=SC2016 # the commands in quotes are expanded on the host that runs them
# shop 是 jq 的一份拷贝；它要的 libjq.so.1 移走，再放到不同的地方、改成不同的样子
cp /usr/bin/jq shop
folder=$(dirname "$(ldconfig -p | sed -n 's/.*libjq\.so\.1 .* => //p' | head -n 1)")
mkdir /opt/shop
cp -L "$folder/libjq.so.1" good.so
mkdir away
mv "$folder"/libjq.so.1* away/
ldconfig
shop() { on local './shop -n "1 + 1"'; }
reset() {
    rm -f /opt/shop/* /etc/ld.so.conf.d/shop.conf
    cp good.so /opt/shop/libjq.so.1
}

note '一、哪里都没有这个文件'
shop
expect '原文' contains "$output" 'error while loading shared libraries: libjq.so.1: cannot open shared object file: No such file or directory'
expect '退出码是 127' [ "$status" = 127 ]
note '只读的检查：它要哪些库，哪个没有；磁盘上有没有；ld.so 的缓存里有没有'
on local 'readelf -d shop | grep NEEDED; ldd shop | grep "not found"'
expect 'ldd 说的' contains "$output" 'libjq.so.1 => not found'
on local 'find / -xdev -name "libjq.so*" -not -path "/run/*" 2>/dev/null; ldconfig -p | grep -c libjq'
expect '都没有' [ "${output%%$'\n'*}" = 0 ]
on local 'dpkg -S "*/libjq.so.1*" | cut -d" " -f1 | sort -u; dpkg -V libjq1 | grep -c missing'
expect '该有它的包是 libjq1，包里的文件少了' contains "$output" 'libjq1:'

note '二、文件在，不在 ld.so 找的目录里'
reset
shop
expect '同一句' contains "$output" 'cannot open shared object file: No such file or directory'
on local 'find / -xdev -name "libjq.so*" -not -path "/run/*" 2>/dev/null; ldconfig -p | grep -c libjq'
expect '磁盘上有，缓存里没有' [ "$output" = $'/opt/shop/libjq.so.1\n0' ]
on local 'LD_DEBUG=libs ./shop 2>&1 | grep -c "trying file=/opt"'
expect '加载器没有去 /opt 找' [ "$output" = 0 ]
on local 'LD_LIBRARY_PATH=/opt/shop ./shop -n "1 + 1"'
expect '只为这一次' [ "$output" = 2 ]
on local 'LD_LIBRARY_PATH=/opt/shop sudo ./shop -n "1 + 1"'
expect '这个变量过不了 sudo' contains "$output" 'cannot open shared object file'
on local 'echo /opt/shop >/etc/ld.so.conf.d/shop.conf; ./shop -n "1 + 1"'
expect '写进配置还不算' contains "$output" 'cannot open shared object file'
on local 'ldconfig; ldconfig -p | grep libjq; ./shop -n "1 + 1"'
expect 'ldconfig 以后才进缓存' contains "$output" $'\n2'
note '文件读不到的用户，看到的也是这一句'
chmod 600 /opt/shop/libjq.so.1
on local 'setpriv --reuid=nobody --regid=nogroup --clear-groups ./shop -n "1 + 1"'
expect '同一句，不说 Permission denied' contains "$output" 'cannot open shared object file: No such file or directory'
on local 'namei -m /opt/shop/libjq.so.1 | tail -n 1; chmod 644 /opt/shop/libjq.so.1; setpriv --reuid=nobody --regid=nogroup --clear-groups ./shop -n "1 + 1"'
expect '别人能读就行' contains "$output" $'\n2'
note '只拷了带全版本号的文件，没有链接'
mv /opt/shop/libjq.so.1 /opt/shop/libjq.so.1.0.4
on local 'ls /opt/shop; ./shop -n "1 + 1"'
expect '又是同一句' contains "$output" 'cannot open shared object file: No such file or directory'
on local 'ldconfig; readlink /opt/shop/libjq.so.1; ./shop -n "1 + 1"'
expect 'ldconfig 补上链接' [ "$output" = $'libjq.so.1.0.4\n2' ]

note '三、文件在，不是这种机器的。示例改了文件头里的一个字节'
# 第 5 个字节说 32 位还是 64 位，第 19 个说哪种处理器
reset
export LD_LIBRARY_PATH=/opt/shop
printf '\001' | dd of=/opt/shop/libjq.so.1 bs=1 seek=4 conv=notrunc status=none
shop
expect '32 位的' contains "$output" 'wrong ELF class: ELFCLASS32'
reset
printf '\267' | dd of=/opt/shop/libjq.so.1 bs=1 seek=18 conv=notrunc status=none
shop
expect '别的处理器的：又是第一句，像没有这个文件' contains "$output" 'cannot open shared object file: No such file or directory'
on local 'LD_DEBUG=libs ./shop 2>&1 | grep -o "trying file=/opt/shop/libjq.*"'
expect '打开看过，跳过去了' [ "${output%%$'\n'*}" = 'trying file=/opt/shop/libjq.so.1' ]
on local 'ls /opt/shop; readelf -h /opt/shop/libjq.so.1 | grep Machine; readelf -h shop | grep Machine'
expect 'readelf 说的' contains "$output" AArch64
: >/opt/shop/libjq.so.1
shop
expect '没有拷完' contains "$output" 'libjq.so.1: file too short'
seq 1000 >/opt/shop/libjq.so.1
shop
expect '根本不是库' contains "$output" 'libjq.so.1: invalid ELF header'

note '四、程序要的 glibc 比这里的新。示例把程序里写的 GLIBC_2.34 改成 2.99'
reset
cp shop shop-new
sed -i 's/GLIBC_2\.34/GLIBC_2.99/' shop-new
on local './shop-new -n "1 + 1"'
expect '原文' contains "$output" "libc.so.6: version \`GLIBC_2.99' not found (required by ./shop-new)"
note '只读的检查：它最高要几，这里是几'
on local 'readelf -V shop-new | grep -o "GLIBC_2[0-9.]*" | sort -Vu | tail -n 1; getconf GNU_LIBC_VERSION'
expect '要的没有' contains "$output" $'GLIBC_2.99\nglibc 2.'
note '五、连加载器也没有：例如给 musl（Alpine）编译的。示例改了程序里写的加载器的名字'
cp shop shop-musl
sed -i 's#/lib64/ld-linux-x86-64.so.2#/lib64/ld-musl-x86_64.so.10#' shop-musl
on local 'ls shop-musl; ./shop-musl -n "1 + 1"'
expect 'bash 5.2 的话：程序明明在' contains "$output" 'shop-musl: cannot execute: required file not found'
on local 'sh -c ./shop-musl; env ./shop-musl; timeout 9 ./shop-musl'
expect 'dash 只说没有' contains "$output" './shop-musl: not found'
expect '别的程序也不说缺的是哪一个' contains "$output" 'No such file or directory'
on local 'readelf -l shop-musl | grep -o "interpreter: .*[^]]"; ls /lib64/ld-linux-x86-64.so.2 /lib64/ld-musl-x86_64.so.10'
expect '它要的加载器没有' contains "$output" "cannot access '/lib64/ld-musl-x86_64.so.10'"
note '六、第一种的改法：装回包里的文件。平时是 apt-get install --reinstall libjq1，这里没有软件源，移回去'
unset LD_LIBRARY_PATH
rm -r /opt/shop
mv away/* "$folder"/
on local 'ldconfig; ldconfig -p | grep -c libjq; ./shop -n "1 + 1"; dpkg -V libjq1'
expect '好了，包也齐了' [ "$output" = $'1\n2' ]
