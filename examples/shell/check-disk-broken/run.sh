# shellcheck disable=SC2016 # the commands in quotes are expanded on the host that runs them
on local 'bash install.sh; cat check_disk.sh'
expect '变量在写文件时就展开成了空' contains "$output" '[  -gt  ]'
note '两个假的 df：一台的盘是 sda，才用了 10%；一台是 NVMe，用了 99%'
setup local 'mkdir sda nvme; printf "#!/bin/sh\necho Filesystem Size Used Avail Use%% Mounted\necho /dev/sda1 100 10 90 10%% /\n" >sda/df; sed "s#/dev/sda1 100 10 90 10#/dev/nvme0n1p2 100 99 1 99#" sda/df >nvme/df; chmod +x */df'
on local 'PATH=$PWD/sda:$PATH bash check_disk.sh'
expect '空着的盘也报，还说不出是哪个' [ "$output" = ' will be full,USE:' ]
on local 'PATH=$PWD/nvme:$PATH bash check_disk.sh; echo $?'
expect '快满的 NVMe 不报，退出码还是 0' [ "$output" = 0 ]
note '定界符加上引号以后'
setup local "sed -i \"s/<<EOF/<<'EOF'/\" install.sh && bash install.sh"
on local 'PATH=$PWD/sda:$PATH bash check_disk.sh; echo $?'
expect '最后一句的条件不成立，脚本退出 1' [ "$output" = 1 ]
on local "echo '/dev/sda1 100 40 60 40% /mnt/sale 50% off' | sed -rn 's@^([^ ]+).* ([0-9]+)%.*@\1 \2@p'"
expect '挂载点里有 50%：贪婪匹配取错了数' [ "$output" = '/dev/sda1 50' ]
