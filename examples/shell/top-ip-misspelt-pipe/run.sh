# shellcheck disable=SC2016 # the commands in quotes are expanded on the host that runs them
setup local 'printf "10.0.0.1\n10.0.0.2\n10.0.0.1\n" >list'
on local 'sort list | unip -c | sort -nr | head -n 10; echo "退出码 $?，后三段 ${PIPESTATUS[*]:1}"'
expect '没有结果，退出码却是 0' contains "$output" '退出码 0'
on local 'set -o pipefail; sort list | unip -c | sort -nr | head -n 10'
expect 'pipefail：127，命令找不到' [ "$status" -eq 127 ]
on local 'set -o pipefail; sort list | uniq -c | sort -nr | head -n 10'
expect '拼对以后' contains "$output" '2 10.0.0.1'
note 'head 读够就走，还在写的上游收到 SIGPIPE：128 + 13 = 141'
on local 'set -o pipefail; seq 1000000 | head -n 1'
expect '一切正常，pipefail 却报 141' [ "$status" -eq 141 ]
on local 'set -o pipefail; seq 1000000 | awk "NR <= 1"'
expect '让下游读完，退出码是 0' [ "$status" -eq 0 ]
