on local 'bash check.sh'
expect '全部能编译' [ "$status" -eq 0 ]
expect '一行也没有漏' [ "$(wc -l <<<"$output")" = "$(wc -l <filters.txt)" ]
note '编译出来的程序'
on local "tcpdump -y EN10MB -d 'tcp port 80 and host 10.0.0.1'"
expect '18 条指令' [ "$(grep -c '^(' <<<"$output")" = 18 ]
expect '第二条：类型是 IPv6 就跳到最后，不匹配' \
    grep -q '^(001) jeq *#0x86dd *jt 17' <<<"$output"
on local "tcpdump -y EN10MB -d 'port 3306' | grep -oE 'jeq +#0x(6|11|84) ' | xargs -n 2 | sort -u"
expect 'port 检查 TCP（0x6）、UDP（0x11）、SCTP（0x84）' [ "$(xargs <<<"$output")" = 'jeq #0x11 jeq #0x6 jeq #0x84' ]
note '写错的'
on local "tcpdump -y EN10MB -d 'tcp port 80 AND host 10.0.0.1'"
expect '大写的 AND 是语法错误' contains "$output" 'syntax error'
on local "tcpdump -y EN10MB -d 'tcp port80'"
expect '少了空格' [ "$status" -eq 1 ]
on local "tcpdump -y EN10MB -d 'ip6 and tcp[tcpflags] & tcp-syn != 0'"
expect 'tcp[…] 只看 IPv4' contains "$output" 'rejects all packets'
