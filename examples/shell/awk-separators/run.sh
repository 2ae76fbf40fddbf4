# shellcheck disable=SC2016 # the commands in quotes are expanded on the host that runs them
same() {
    on local "for awk in gawk mawk 'busybox awk'; do $1; done | sort | uniq -c | sed 's/^ *//'"
}
note '行首的 3 表示 gawk、mawk、busybox 三种结果相同'
same "printf '  a   b\tc  \n' | \$awk '{ print NF }'"
expect '默认的 FS：一段空白算一个分隔，首尾的不算' [ "$output" = '3 3' ]
same "echo ' a b' | \$awk -F'[ ]' '{ print NF }'"
expect '-F[ ]：每个空格都算，行首多出一个空字段' [ "$output" = '3 3' ]
same "echo 'a:b' | \$awk '{ FS = \":\"; print \$1 }'"
expect '在主块里改 FS，这一行已经切好了' [ "$output" = '3 a:b' ]
same "echo 'a:b' | \$awk -F: '{ print \$1 }'"
expect '用 -F 就对第一行生效' [ "$output" = '3 a' ]
same "echo a:b:c | \$awk -F: -v OFS=- '{ print \$0 }'"
expect '只设 OFS，$0 原样' [ "$output" = '3 a:b:c' ]
same "echo a:b:c | \$awk -F: -v OFS=- '{ \$1 = \$1; print \$0 }'"
expect '$1 = $1 让 $0 按 OFS 重建' [ "$output" = '3 a-b-c' ]
same "printf 'a b\n\nc d\ne f\n' | \$awk -v RS= '{ print NR \": \" NF }'"
expect 'RS 为空：一段是一条记录，换行也分隔字段' [ "$output" = $'3 1: 2\n3 2: 4' ]
same "printf '1;2;3' | \$awk -v RS=';' -v ORS='|' '{ print \$1 } END { printf \"\\n\" }'"
expect 'ORS 跟在每次 print 后面' [ "$output" = '3 1|2|3|' ]
note '带引号的 CSV：-F, 会切错'
on local "echo '1,\"a,b\",2' | awk -F, '{ print NF }'"
expect '应当是 3 列，切出 4 列' [ "$output" = 4 ]
on local "echo '1,\"a,b\",2' | python3 -c 'import csv, sys; print(len(next(csv.reader(sys.stdin))))'"
expect '用认得引号的程序' [ "$output" = 3 ]
