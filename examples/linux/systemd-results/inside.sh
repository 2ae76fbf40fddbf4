# shellcheck shell=bash disable=SC2154 # runs inside; booted.sh defines on, expect and output
wrong=''
note '服务：单元的名字就是它的 Result'
for result in success exit-code signal core-dump timeout watchdog resources protocol; do
    on "bash /etc/why.sh $result.service"
    contains "$output" "Result=$result" || wrong+=" $result"
done
on 'bash /etc/why.sh exec-condition.service'
contains "$output" "Skipped due to 'exec-condition'" || wrong+=' exec-condition'
on 'for time in 1 2 3; do systemctl restart start-limit-hit; done 2>&1 | grep -v "^See\|^To force\|^followed"; systemctl show -p Result start-limit-hit; journalctl --sync; journalctl -b -o cat --no-pager | grep ^start-limit-hit.service | tail -n 2'
contains "$output" 'Result=start-limit-hit' || wrong+=' start-limit-hit'
note '套接字和路径单元：它要启动的服务一启动就退出，连接还在，条件还成立，又启动'
touch /etc/there
on 'systemctl start busy.socket; python3 /etc/poke.py /run/busy.sock; bash /etc/why.sh busy.socket started'
contains "$output" 'Result=trigger-limit-hit' || wrong+=' trigger-limit-hit'
on 'systemctl start limited.socket; python3 /etc/poke.py /run/limited.sock; bash /etc/why.sh limited.socket started'
contains "$output" 'Result=service-start-limit-hit' || wrong+=' service-start-limit-hit'
on 'bash /etc/why.sh watched.path'
contains "$output" 'Result=unit-start-limit-hit' || wrong+=' unit-start-limit-hit'
note '任务：单元自己没有失败，这次启动没有成'
on 'systemctl start needs; journalctl --sync; journalctl -b -o cat --no-pager | grep ^needs.service'
contains "$output" "failed with result 'dependency'" || wrong+=' dependency'
on 'systemctl start slow & until systemctl list-jobs --no-legend | grep -q slow; do sleep 0.1; done; systemctl stop slow; wait $!'
contains "$output" 'canceled' || wrong+=' canceled'
expect '每个都是要的那一种' [ "$wrong" = '' ]
on 'echo 到此为止'
