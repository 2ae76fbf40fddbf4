# 存下现在的规则。要写明 -t filter：从来没有设过规则时，不写 -t 存出来是空文件，退回等于什么也没做
iptables-save -t filter >before.v4
# 60 秒后装回去，除非先取消
setsid -f sh -c 'echo $$ >timer.pid; sleep 60; iptables-restore before.v4' >/dev/null 2>&1
