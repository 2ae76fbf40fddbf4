# shellcheck disable=SC2016 # the commands in quotes are expanded on the host that runs them
on local "printf 'b\na\nb\n' | sort -u | xargs"
expect '去重并排序：次数丢了' [ "$output" = 'a b' ]
on local "printf 'b\na\nb\n' | awk '!seen[\$0]++' | xargs"
expect '去重但保持先后' [ "$output" = 'b a' ]
on local "printf 'b\na\nb\n' | sort | uniq -c | sort -rn | head -n 1 | xargs"
expect '出现最多的：这才是取前几名' [ "$output" = '2 b' ]
