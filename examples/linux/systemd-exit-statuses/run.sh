# shellcheck source=examples/linux/booted-service/booted.sh
. ./booted.sh
# 容器里少一个 capability，几个系统调用说 EPERM：201、211、213、214、218、228、230、242 要这样才会失败。
boot inside.sh --drop-capability=CAP_SETPCAP \
    --system-call-filter='~setpriority ioprio_set sched_setscheduler sched_setattr personality set_mempolicy'
expect '在里面的每一条都成立' lacks "$output" '✗ '
expect '执行到了最后' contains "$output" '到此为止'
