on local "printf '10\n9\n1\n2\n' | sort | xargs"
expect '字典序：10 排在 2 前面' [ "$output" = '1 10 2 9' ]
on local "printf '10\n9\n1\n2\n' | sort -n | xargs"
expect '数值序' [ "$output" = '1 2 9 10' ]
setup local "printf 'b 1 z\na 1 y\nc 0 x\n' >t"
on local 'sort -s -k2 t'
expect '-k2 的键从第 2 列到行尾：y 排在 z 前' [ "$(head -n 2 <<<"$output" | tail -n 1)" = 'a 1 y' ]
on local 'sort -s -k2,2n t'
expect '-k2,2 只比第 2 列，相同的保持原来的次序' [ "$(head -n 2 <<<"$output" | tail -n 1)" = 'b 1 z' ]
note '去重：保持原来的次序，或者排序'
on local "printf 'b\na\nb\n' | awk '!seen[\$0]++' | xargs"
expect '保序' [ "$output" = 'b a' ]
on local "printf 'b\na\nb\n' | sort -u | xargs"
expect '排序' [ "$output" = 'a b' ]
