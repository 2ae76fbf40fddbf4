on local 'bash install.sh; cat check_disk.sh'
expect '变量在写文件时就展开成了空' contains "$output" '[  -gt  ]'
on local "printf '#!/bin/sh\necho Filesystem Size Used Avail Use%% Mounted\necho /dev/nvme0n1p2 100 99 1 99%% /\n' >df; chmod +x df; PATH=\$PWD:\$PATH bash check_disk.sh"
expect '盘用了 99%，什么也没有报' lacks "$output" 'will be full'
on local "printf '/dev/sda1 99\n' | while read
DEVICE
USE; do echo 一次; done"
expect 'while 的条件是三条命令，最后一条 127：循环一次也不执行' lacks "$output" 一次
on local "echo '/dev/sda1 100 40 60 40% /mnt/sale 50% off' | sed -rn 's@^([^ ]+).* ([0-9]+)%.*@\1 \2@p'"
expect '挂载点里有 50%：贪婪匹配取错了数' [ "$output" = '/dev/sda1 50' ]
