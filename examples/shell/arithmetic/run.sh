# shellcheck disable=SC2016 # the commands in quotes are expanded on the host that runs them
on local 'bash -e -c "i=0; ((i++)); echo 到了"'
expect 'set -e 下从 0 加 1：结果是 0，退出码 1，脚本没了' [ "$status$output" = 1 ]
on local 'bash -e -c "let x=0; echo 到了"'
expect 'let 也一样' [ "$status$output" = 1 ]
on local 'bash -e -c "i=0; i=\$((i + 1)); echo 到了 \$i"'
expect '写成赋值就没事' [ "$output" = '到了 1' ]
on local 'bash -c "echo \$((010)) \$((10#08)) \$((0x1f)) \$((2#1010))"'
expect '前导 0 是八进制，10# 强制十进制' [ "$output" = '8 8 31 10' ]
on local 'bash -c "echo \$((08))" 2>&1'
expect '08 不是八进制数' contains "$output" 'value too great for base'
on local 'bash -c "echo \$((10 / 3)) \$((-10 / 3)) \$((-10 % 3)) \$((2 ** 10))"'
expect '整数除法向零截断' [ "$output" = '3 -3 -1 1024' ]
on local 'bash -c "echo \$((9223372036854775807 + 1))"'
expect '64 位溢出：变成负数' [ "$output" = -9223372036854775808 ]
on local 'bash -c "unset nothing; echo \$((nothing + 1))"'
expect '没有定义的变量当 0' [ "$output" = 1 ]
on local 'echo "scale=2; 10 / 3" | bc; awk "BEGIN { printf \"%.2f\n\", 10 / 3 }"'
expect '小数：bc 或 awk' [ "$output" = $'3.33\n3.33' ]
note '在 dash 里'
on local 'dash -c "i=1; i=\$((i + 1)); echo \$i; echo \$[1 + 1]"'
expect '$(( )) 是标准，$[ ] 不是' [ "$output" = $'2\n$[1 + 1]' ]
on local 'dash -c "((i = 1))" 2>&1; dash -c "let i=1" 2>&1'
expect '(( )) 和 let 是 bash 的' contains "$output" 'let: not found'
