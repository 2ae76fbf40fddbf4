# shellcheck disable=SC2016 # the commands in quotes are expanded on the host that runs them
setup local "mkdir logs; cd logs; touch \"it's.log\" 'old report.log' plain.log report.log"
on local 'cd logs; find . -name "*.log" | sort | xargs ls >../list 2>../errors; grep quote ../errors | grep -o "unmatched.*"'
expect '名字里有单引号' contains "$output" 'unmatched single quote; by default quotes are special to xargs unless you use the -0 option'
note '只有空格的不报这一句：拆成两个名字，删错文件'
on local 'cd logs; find . -name "old*.log" | xargs rm -v'
expect '要删的还在，不该删的没了' contains "$output" "removed 'report.log'"
on local 'cd logs; ls -1'
expect 'old report.log 还在' contains "$output" 'old report.log'
note '只读的检查：有没有这样的名字'
on local "find logs -name \"*[\\\"' ]*\" | wc -l"
expect '两个' [ "$output" = 2 ]
note '改：用 NUL 分隔，或者让 find 自己执行'
on local 'cd logs; find . -name "*.log" -print0 | xargs -0 -r ls -1'
expect '三个都列出来了' [ "$(wc -l <<<"$output")" = 3 ]
on local 'cd logs; find . -name "old*.log" -exec rm -v {} +'
expect '删的正是它' contains "$output" "removed './old report.log'"
note '没有加引号的 -name：shell 先展开了'
on local 'cd logs; find . -name *.log'
expect '原文' contains "$output" 'find: paths must precede expression'
on local 'cd logs; find . -name "*.log" | wc -l'
expect '加引号' [ "$output" = 2 ]
note '没有输入也执行一次：缺 -r'
on local 'printf "" | xargs echo 执行了; printf "" | xargs -r echo 执行了'
expect '只有第一条执行了' [ "$output" = 执行了 ]
