# shellcheck disable=SC2016 # the commands in quotes are expanded on the host that runs them
say='echo "退出码 $?"'
wrong=''
try() { # 退出码应当是 $1 的一条命令
    on local "$2; $say"
    contains "$output" "退出码 $1" || wrong+=" $1"
}
note 'shell 和命令自己给的'
try 0 'true'
try 1 'grep -q 没有这一行 /etc/hostname'
try 2 'ls /nonexistent'
try 2 'bash -c ")"'
try 124 'timeout 0.1 sleep 9'
try 125 'timeout 九 sleep 9'
try 126 './faults.py'
try 127 'nosuchcommand'
try 255 'bash -c "exit -1"'
expect '每条命令的退出码都是说好的那一个' [ "$wrong" = '' ]

note '内核发的信号：程序真的犯了错'
for name in ABRT:134 ALRM:142 BUS:135 FPE:136 ILL:132 SEGV:139 TRAP:133 XCPU:152; do
    try "${name#*:}" "python3 faults.py ${name%:*}"
done
try 153 'ulimit -f 1; python3 -c "import signal; signal.signal(signal.SIGXFSZ, signal.SIG_DFL); open(\"large\", \"w\").write(\"x\" * 9999)"'
try 141 'seq 999999 | head -n 1 >one; (exit "${PIPESTATUS[0]}")'
expect '退出码都是 128 加信号的号码' [ "$wrong" = '' ]

note '别人发的信号'
for name in HUP:129 INT:130 QUIT:131 KILL:137 USR1:138 USR2:140 TERM:143 16:144 VTALRM:154 PROF:155 29:157 PWR:158 SYS:159; do
    try "${name#*:}" "sh -c 'kill -${name%:*} \$\$'"
done
expect '退出码都是 128 加信号的号码' [ "$wrong" = '' ]

note '默认不管的、继续的：程序还在，自己结束'
for name in CHLD CONT URG WINCH; do
    try 0 "bash -c 'kill -$name \$\$'"
done
expect '退出码是 0' [ "$wrong" = '' ]

note '停住的：没有退出，也就没有退出码'
for name in STOP TSTP TTIN TTOU; do
    on local "exec 2>/dev/null; set -m; sleep 60 & kill -$name \$!; until [ \"\$(ps -o state= -p \$!)\" = T ]; do sleep 0.01; done; ps -o state= -p \$!; kill -KILL \$!"
    [ "$output" = T ] || wrong+=" $name"
done
expect '状态是 T' [ "$wrong" = '' ]

note '这台机器上的信号：退出码是 128 加它'
on local 'for number in {1..31}; do printf "%s=%s; " "$((128 + number))" "$(kill -l "$number")"; done; echo'
note 'timeout 自己说的退出码'
on local "timeout --help | grep -E '^ +[0-9]+ '"
