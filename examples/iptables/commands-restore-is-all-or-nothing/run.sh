on local 'iptables-restore --test good.v4 && iptables-restore good.v4'
expect '检查通过，装上' [ "$status" -eq 0 ]
on local 'iptables-save >saved.v4 && iptables-restore --test saved.v4'
expect '存出来的能再装回去' [ "$status" -eq 0 ]
on local 'grep -v "^#" saved.v4'
expect '存出来的就是装进去的' [ "$output" = "$(cat good.v4)" ]
note '第 4 行端口写错：报行号，前面的行也没有生效'
on local 'iptables-restore bad-port.v4'
expect '指出第 4 行' contains "$output" 'line: 4'
on local 'iptables -S INPUT'
expect '还是原来的规则和默认策略' contains "$output" '-P INPUT ACCEPT'
note '目标名写错：nft 后端的 --test 放过，真装才报'
on local 'iptables-restore --test bad-target.v4'
expect '--test 说没问题' [ "$status" -eq 0 ]
on local 'iptables-restore bad-target.v4'
expect '真装失败' contains "$output" "Chain 'ACCEPTT' does not exist"
on local 'iptables -S INPUT'
expect '原来的规则还在' contains "$output" '-P INPUT ACCEPT'
note 'legacy 后端的 --test 查得出目标名；目标放错链，两个后端都放过'
on local 'unshare -n iptables-legacy-restore --test bad-target.v4 2>&1 | grep target'
expect 'legacy 报错' contains "$output" "Couldn't load target"
on local 'iptables-restore --test bad-chain.v4 && unshare -n iptables-legacy-restore --test bad-chain.v4'
expect '都说没问题' [ "$status" -eq 0 ]
note '在用完即弃的网络命名空间里真装一遍，才算检查过'
on local 'unshare -n iptables-restore good.v4'
expect '好的文件：0' [ "$status" -eq 0 ]
on local 'unshare -n iptables-restore bad-target.v4'
expect '坏的文件：不为 0，本机规则不受影响' [ "$status" -eq 2 ]
on local 'unshare -n iptables-restore bad-chain.v4 2>&1 | grep line'
expect '放错链也查出来了' contains "$output" 'Invalid argument'
note '默认先清空文件里写到的表；-n 不清空，只追加'
on local 'iptables -A INPUT -s 10.9.0.6 -j DROP; iptables-restore -n good.v4; iptables -S INPUT | grep -c "^-A"'
expect '旧 3 条加新 2 条' [ "$output" -eq 5 ]
on local 'iptables-restore good.v4; iptables -S INPUT | grep -c "^-A"'
expect '只剩文件里的 2 条' [ "$output" -eq 2 ]
note '存下旧的，试装，再真装；退回'
setup local 'sed "s/22/2222/" good.v4 >rules.v4'
apply local load.sh
on local 'iptables -S INPUT | grep -c 2222; iptables-restore <before.v4; iptables -S INPUT | grep -c 2222'
expect '装上了，也退得回去' [ "$(xargs <<<"$output")" = '1 0' ]
