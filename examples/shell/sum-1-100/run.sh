# shellcheck disable=SC2016 # the commands in quotes are expanded on the host that runs them
for way in loop awk paste seq formula; do
    on local "bash sum.sh $way 100"
    expect "$way 是 5050" [ "$output" = 5050 ]
done
for way in loop awk paste seq formula; do
    on local "bash sum.sh $way 100000"
    expect "$way 加到十万" [ "$output" = 5000050000 ]
done
on local 'bash sum.sh loop ten'
expect '不是数：退出码 2' [ "$status" -eq 2 ]
note '一行的写法'
on local 'echo $((100 * 101 / 2)); echo {1..100} | tr " " + | bc; seq 100 | jq -s add; python3 -c "print(sum(range(1, 101)))"'
expect '四行都是 5050' [ "$output" = $'5050\n5050\n5050\n5050' ]
on local 'awk "BEGIN { while (++i <= 100) s += i; print s }"; awk "BEGIN { do s += i; while (i++ < 100); print s }"'
expect 'while 和 do-while' [ "$output" = $'5050\n5050' ]
note '流传的写法'
on local 'n=100; echo {1..$n}'
expect '花括号展开早于变量：原样输出' [ "$output" = '{1..100}' ]
on local 'dash -c "sum=0; for i in {1..100}; do sum=\$((sum + 1)); done; echo \$sum"'
expect 'dash 没有花括号展开：只循环一次，不报错' [ "$status$output" = 01 ]
on local 'dash -c "for ((i = 1; i <= 3; i++)); do :; done" 2>&1'
expect 'dash 没有 C 风格的 for' [ "$status" -eq 2 ]
on local 'seq 1000000 | mawk "{ s += \$1 } END { print s }"; seq 1000000 | mawk "{ s += \$1 } END { printf \"%.0f\n\", s }"; seq 1000000 | gawk "{ s += \$1 } END { print s }"'
case $(mawk -W version 2>&1) in
    *20200120*) expect 'Debian 12 的 mawk 把大数打成科学计数法' [ "$output" = $'5e+11\n500000500000\n500000500000' ] ;;
    *) expect 'Debian 13 的 mawk 原样打印大数' [ "$output" = $'500000500000\n500000500000\n500000500000' ] ;;
esac
