# shellcheck disable=SC2016 # the commands in quotes are expanded on the host that runs them
note '没有设过的变量；拼错了名字也是它'
on local 'set -u; LOG_DIR=/var/log; echo "$LOGDIR/app"'
expect '原文' contains "$output" 'LOGDIR: unbound variable'
on local 'LOG_DIR=/var/log; echo "rm -rf $LOGDIR/app"'
expect '没有 set -u：路径成了 /app，不报错' [ "$output" = 'rm -rf /app' ]
note '位置参数：调用的人少给了一个'
setup local 'printf "%s\n" "set -u" "echo \"目标 \$1\"" >deploy.sh; printf "%s\n" "set -u" "echo \"目标 \${1:?用法：deploy.sh 主机}\"" >fixed.sh'
on local 'bash deploy.sh'
expect '原文' contains "$output" '$1: unbound variable'
on local 'bash fixed.sh'
expect '写成 ${1:?…}，说得出要什么' contains "$output" '用法：deploy.sh 主机'
on local 'bash fixed.sh web1'
expect '给了就好' [ "$output" = '目标 web1' ]
note 'cron、systemd、sudo 不带你的环境变量：在终端里有，在那里没有'
on local 'set -u; env -i PATH=/usr/bin:/bin bash -uc "echo \$USER"'
expect '原文' contains "$output" 'USER: unbound variable'
on local 'env -i PATH=/usr/bin:/bin bash -uc "echo \${USER:-没有设}"'
expect '给一个默认值' [ "$output" = 没有设 ]
note '空数组：bash 4.4 起不算没有设'
on local 'set -u; files=(); printf "%s个\n" "${#files[@]}"; for file in "${files[@]}"; do :; done; echo 没有报错'
expect '4.3 及更早在这里报 unbound variable' [ "${output##*$'\n'}" = 没有报错 ]
note '设成空的不算：-u 不管它'
on local 'set -u; TARGET=; echo "rm -rf /srv/$TARGET"; : "${TARGET:?不能是空的}"'
expect '要连空的也拦，用 :?' contains "$output" 'TARGET: 不能是空的'
