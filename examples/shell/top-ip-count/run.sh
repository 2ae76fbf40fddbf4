on local "awk '{ print \$1 }' access.log | sort | uniq -c | sort -rn | head -n 2"
expect '经典的管道：10.0.0.1 来了 3 次' contains "$output" '3 10.0.0.1'
on local 'bash top_ips.sh access.log 2'
expect '脚本给出同样的前两名' [ "$output" = $'3 10.0.0.1\n2 10.0.0.2' ]
on local "awk '{ print \$1 }' access.log | uniq -c"
expect '不先排序，uniq 数不全：10.0.0.1 分成两段' [ "$(grep -c '10.0.0.1' <<<"$output")" -eq 2 ]
note '没有 gawk 的机器上结果也一样'
setup local 'mkdir bin && ln -s /usr/bin/mawk bin/awk && : >empty.log && cp access.log "a b.log"'
on local 'PATH=$PWD/bin:$PATH bash top_ips.sh access.log 2'
expect 'mawk 的结果相同' [ "$output" = $'3 10.0.0.1\n2 10.0.0.2' ]
on local 'bash top_ips.sh empty.log'
expect '空文件：没有输出，不算失败' [ "$status$output" = 0 ]
on local 'bash top_ips.sh "a b.log" 1'
expect '文件名带空格也行' [ "$output" = '3 10.0.0.1' ]
on local 'bash top_ips.sh access.log 0'
expect '前 0 名：说清楚，退出码 2' [ "$status" -eq 2 ]
on local 'bash top_ips.sh nowhere.log'
expect '没有这个文件：退出码 2' [ "$status" -eq 2 ]
on local 'bash top_ips.sh'
expect '没有参数：退出码 2' [ "$status" -eq 2 ]
note '同一份日志，换一列、加一个条件'
on local "awk '{ count[\$9]++ } END { for (s in count) print count[s], s }' access.log | sort -k1,1nr -k2,2"
expect '按状态码：200 有 3 个' contains "$output" '3 200'
on local "awk '{ print substr(\$4, 2, 17) }' access.log | sort | uniq -c"
expect '按分钟：03:00 有 4 个' contains "$output" '4 26/Nov/2026:03:00'
