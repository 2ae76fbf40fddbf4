setup local "printf '10.0.0.2 612\n10.0.0.9 153\n' >hits.txt; : >empty"
on local 'awk -f join.awk names.txt hits.txt'
expect '认得的换成名字' [ "$output" = $'web-2 612\n10.0.0.9 153' ]
on local 'mawk -f join.awk names.txt hits.txt'
expect 'mawk 一样' [ "$output" = $'web-2 612\n10.0.0.9 153' ]
note '第一个文件是空的：NR==FNR 对第二个文件也成立，全被当成了名单'
on local 'awk -f join.awk empty hits.txt'
expect '什么也没打印' [ -z "$output" ]
