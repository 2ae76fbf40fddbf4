apply server rules.sh
on client "ping -q -I 10.9.0.2 -i 0.1 -c 8 -W 1 10.9.0.1 | grep -o '[0-9]* received'"
expect '10.9.0.2：8 个通 5 个' [ "$output" = '5 received' ]
on client "ping -q -I 10.9.0.6 -i 0.1 -c 5 -W 1 10.9.0.1 | grep -o '[0-9]* received'"
expect '10.9.0.6 一个没发过，也不通' [ "$output" = '0 received' ]
