setup local 'mkdir d && echo 内容 >a'
on local 'ln a b; stat -c "%n inode=%i 链接数=%h" a b'
expect '两个名字，同一个 inode，链接数 2' [ "$(grep -o 'inode=[^ ]*' <<<"$output" | sort -u | wc -l)" -eq 1 ]
expect '链接数是 2' contains "$output" '链接数=2'
on local 'rm a; cat b; stat -c "链接数=%h" b'
expect '删掉一个名字，数据还在' contains "$output" 内容
on local 'ln -d d e 2>&1'
expect '给目录建硬链接：root 也不行' [ "$status" -ne 0 ]
on local 'mkdir m && unshare -m sh -c "mount -t tmpfs tmpfs m && ln b m/b" 2>&1'
expect '不能跨文件系统' contains "$output" 'cross-device'
on local 'ln b c; sed -i s/内容/新的/ b; cat b c; stat -c "%n 链接数=%h" b c'
expect 'sed -i 写的是新文件：一个新，一个旧' [ "$(head -n2 <<<"$output" | xargs)" = '新的 内容' ]
on local 'ln c f; find . -samefile c | sort | xargs'
expect '按 inode 找出所有名字' [ "$output" = './c ./f' ]
on local 'cat /proc/sys/fs/protected_hardlinks'
expect '普通用户不能给别人的、自己写不了的文件建硬链接' [ "$output" -eq 1 ]
on local 'echo 1 >g; ln g h; mv h moved; stat -c "同一文件系统里移动：链接数=%h" moved; unshare -m sh -c "mount -t tmpfs tmpfs m && mv moved m/ && stat -c 跨文件系统移动：链接数=%h m/moved g"'
expect '跨文件系统的移动是复制，链接断开' contains "$output" $'链接数=2\n跨文件系统移动：链接数=1\n跨文件系统移动：链接数=1'
