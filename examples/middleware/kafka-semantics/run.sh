setup local 'ip link set lo up'
on local 'python3 semantics.py 2>/dev/null'
expect '两个组各得一份' contains "$output" '30 30'
expect '同键同分区，分区内有序' contains "$output" '同一个键的次序没乱： True'
expect '全局不保证次序' contains "$output" '按发送的次序： False'
expect '多出来的消费者闲着' contains "$output" '[0, 1, 1, 1, 1]'
expect '单条有上限' contains "$output" MSG_SIZE_TOO_LARGE
