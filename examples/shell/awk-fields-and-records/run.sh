# shellcheck disable=SC2016 # the commands in quotes are expanded on the host that runs them
same() {
    on local "for awk in gawk mawk 'busybox awk'; do $1; done | uniq -c | sed 's/^ *//'"
}
setup local "printf 'a b\nc d\n' >t1; printf 'e f\n' >t2"
on local "awk '{ print FILENAME, FNR, NR, NF, \$NF }' t1 t2"
expect 'NR 一直数下去，FNR 每个文件从 1 开始' contains "$output" 't2 1 3 2 f'
note '下面每条都用 gawk、mawk、busybox 各跑一遍，行首的 3 表示三种结果相同'
same "echo 'a b c' | \$awk '{ print NF, \$NF }'"
expect 'NF 是个数，$NF 才是最后一列' [ "$output" = '3 3 c' ]
same "echo 'a b' | \$awk '{ print \$(NF-1), \$NF-1 }'"
expect '$(NF-1) 是倒数第二列；$NF-1 是最后一列减 1' [ "$output" = '3 a -1' ]
same "echo 'a b c' | \$awk '{ \$5 = \"e\"; print NF \": \" \$0 }'"
expect '给第 5 列赋值，补出一个空列' [ "$output" = '3 5: a b c  e' ]
same "echo 'hello world' | \$awk '{ print \$1 }'"
expect '字段是一个词，不是一个字符' [ "$output" = '3 hello' ]
