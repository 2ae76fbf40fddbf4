# shellcheck disable=SC2016 # the commands in quotes are expanded on the host that runs them
setup local 'mkdir data && head -c 2M /dev/zero >data/app.log && echo 好 >data/other'
note '一边打包，一边有人在写这个日志（每读到一个检查点就追加一行）'
on local 'tar --sort=name -cf a.tar --checkpoint=1 --checkpoint-action=exec="echo 一行 >>data/app.log" data'
expect '文件在读的时候变了：退出码 1' [ "$status" -eq 1 ]
on local 'tar -tf a.tar'
expect '归档是完整的，那个文件是某一刻的样子' contains "$output" data/other
on local 'tar --sort=name -cf a.tar --warning=no-file-changed --checkpoint=1 --checkpoint-action=exec="echo 一行 >>data/app.log" data; echo $?'
expect '不打印了，退出码还是 1' [ "$output" = 1 ]
note '真的出错'
on local 'tar -cf b.tar data nothing-here'
expect '有一个读不到：退出码 2' [ "$status" -eq 2 ]
note '备份脚本里：1 算成功，2 算失败'
on local 'tar --sort=name -cf a.tar --checkpoint=1 --checkpoint-action=exec="echo 一行 >>data/app.log" data 2>tar.log; code=$?; if ((code > 1)); then echo 失败; else echo "算成功，tar 退出 $code"; fi'
expect '分开处理' [ "$output" = '算成功，tar 退出 1' ]
