# shellcheck disable=SC2016 # the commands in quotes are expanded on the host that runs them
setup local 'mkdir -p base/test out && echo 内容 >base/test/a && ln base/test/a base/test/b && ln -s a base/test/c && touch -d 2026-01-01 base/test/a'
on local 'tar --sort=name -cvf t.tar -C base test'
expect '相对路径，从 base 算起' contains "$output" 'test/a'
on local 'tar -tvf t.tar | awk "{ print \$1, \$6, \$7, \$8, \$9 }"'
expect '硬链接只存一份' contains "$output" 'link to test/a'
on local "tar -cf abs.tar \$PWD/base/test 2>&1; tar -tf abs.tar | head -n1"
expect '绝对路径：去掉开头的斜杠' contains "$output" "Removing leading \`/'"
on local 'tar -cfv v.tar base 2>&1; ls v'
expect 'f 后面的 v 被当成归档名' [ "${output##*$'\n'}" = v ]
on local 'echo 重要 >keep.txt; tar -cf keep.txt base; head -c 4 keep.txt'
expect '-c 覆盖同名的文件，不问' [ "$output" = base ]
on local 'head -c 100000 /dev/zero >zeros; tar -cf z.tar zeros; tar -czf z.tar.gz zeros; [ "$(stat -c %s z.tar)" -gt 100000 ] && echo ".tar 比原来还大"; [ "$(stat -c %s z.tar.gz)" -lt 1000 ] && echo "压缩以后不到 1000 字节"'
expect 'tar 本身不压缩' [ "$(wc -l <<<"$output")" -eq 2 ]
on local 'tar -rf z.tar.gz keep.txt 2>&1'
expect '压缩过的不能追加' contains "$output" 'Cannot update compressed archives'
on local 'tar -xf t.tar -C out --exclude=c test/a test/b; ls out/test | xargs'
expect '只解指定的' [ "$output" = 'a b' ]
on local 'echo 改了 >base/test/a; tar -df t.tar -C base 2>&1'
expect '与磁盘比较：有差别退出码 1' [ "$status" -eq 1 ]
on local 'tar -cf - -C base test | (cd out && tar -xf - --one-top-level=copy); ls out/copy'
expect '经管道复制' [ "$output" = test ]
