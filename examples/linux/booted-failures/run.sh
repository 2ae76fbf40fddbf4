# shellcheck source=examples/linux/booted-service/booted.sh
. ./booted.sh
# 行尾是 Windows 的回车换行
printf '#!/bin/bash\r\necho 好\r\n' >etc/dos.sh
chmod +x etc/dos.sh
boot inside.sh
expect '在里面的每一条都成立' lacks "$output" '✗ '
expect '执行到了最后' contains "$output" '到此为止'
