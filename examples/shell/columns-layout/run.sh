# shellcheck disable=SC2016 # the commands in quotes are expanded on the host that runs them
on local "seq 10 | awk 'n++' | paste -sd' '"
expect '常被当成“按列排”的写法：其实是丢掉第一行' [ "$output" = '2 3 4 5 6 7 8 9 10' ]
for awk in mawk 'busybox awk'; do
    on local "seq 10 | $awk 'n++' | paste -sd' '"
    expect "$awk 也一样" [ "$output" = '2 3 4 5 6 7 8 9 10' ]
done
on local "seq 10 | awk 'NR > 1' | paste -sd' '"
expect '想丢表头，写明白些' [ "$output" = '2 3 4 5 6 7 8 9 10' ]
note '排成一行'
on local "seq 10 | paste -sd' '"
expect 'paste' [ "$output" = '1 2 3 4 5 6 7 8 9 10' ]
on local 'seq 10 | xargs'
expect 'xargs' [ "$output" = '1 2 3 4 5 6 7 8 9 10' ]
note '每行 5 个，横着排'
on local 'seq 10 | xargs -n5'
expect '两行' [ "$output" = $'1 2 3 4 5\n6 7 8 9 10' ]
on local "seq 10 | paste -d' ' - - - - -"
expect '同上' [ "$output" = $'1 2 3 4 5\n6 7 8 9 10' ]
on local "seq 10 | awk '{ ORS = NR % 5 ? \" \" : \"\\n\" } 1'"
expect '同上' [ "$output" = $'1 2 3 4 5\n6 7 8 9 10' ]
note '排 5 列，竖着排：先往下，再往右'
on local 'seq 10 | pr -5 -t -w 40 | expand'
expect '1 下面是 2' [ "$(awk 'NR == 2 { print $1 }' <<<"$output")" = 2 ]
on local 'seq 10 | pr -5 -a -t -w 40 | expand'
expect '加 -a 就横着排：1 下面是 6' [ "$(awk 'NR == 2 { print $1 }' <<<"$output")" = 6 ]
on local 'seq 10 | column -c 40 | expand'
expect 'column 也是竖着排' [ "$(awk 'NR == 2 { print $1 }' <<<"$output")" = 2 ]
