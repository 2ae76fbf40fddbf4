# shellcheck disable=SC2016 # the commands in quotes are expanded on the host that runs them
on local 'echo 内容 >a; ln -s a s; stat -c "%N 大小=%s 块=%b" s; rm s; cat a'
expect '有自己的 inode，内容是一段路径，不占数据块' contains "$output" "'s' -> 'a' 大小=1 块=0"
expect '删软链接，原文件还在' contains "$output" $'\n内容'
on local 'ln -s a s; rm a; cat s 2>&1; [ -e s ] || echo "-e 是假"; [ -L s ] && echo "-L 是真"; find . -xtype l'
expect '删原文件，软链接悬空' contains "$output" '-e 是假'
expect '找得到悬空的' contains "$output" ./s
on local 'mkdir opt etc; echo 1 >opt/app.conf; ln -s opt/app.conf etc/app.conf; cat etc/app.conf 2>&1; ln -sfr opt/app.conf etc/app.conf; readlink etc/app.conf; cat etc/app.conf'
expect '相对路径从链接所在的目录算起' contains "$output" '../opt/app.conf'
on local 'mkdir t; touch t/x; ln -s t l; rm -rf l/; ls -A t | wc -l; [ -L l ] && echo 链接还在'
expect '带斜杠的 rm -rf：清空了目标目录' [ "$output" = $'0\n链接还在' ]
on local 'echo x >real; ln -s real conf; sed -i s/x/y/ conf; [ -L conf ] || echo 变成普通文件了; cat real'
expect 'sed -i 把软链接换成了普通文件' contains "$output" 变成普通文件了
on local 'ln -s q p; ln -s p q; cat p 2>&1'
expect '互相指向' contains "$output" 'Too many levels of symbolic links'
on local 'mkdir data; echo 1 >data/x; ln -s "$PWD/data/x" far; cat far; unshare -m sh -c "mount -t tmpfs tmpfs data; cat far" 2>&1'
expect '换一个看不到那条路径的地方（像另一台机器），同一个链接就悬空' contains "$output" $'1\ncat: far: No such file'
