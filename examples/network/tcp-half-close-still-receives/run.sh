reaches() {
    wait_for "ip netns exec $1 ss -Htan state $2 | grep -q ."
}
# The server waits for Enter: it reads a pipe in place of a keyboard.
mkfifo server.keys
exec 3<>server.keys

background server 'python3 server.py <server.keys'
server_log=$log
wait_port server 8000
background client 'python3 client.py'
client_log=$log
reaches server close-wait
reaches client fin-wait-2
on client 'ss -Htan'
expect '发过 FIN 的客户端是 FIN-WAIT-2' contains "$output" FIN-WAIT-2
on server 'ss -Htan'
expect '服务端是 CLOSE-WAIT' contains "$output" CLOSE-WAIT
wait_for "grep -q . $server_log"
show "$server_log"
note 'server 的终端按一次回车：发送回答'
echo >server.keys
wait_for "grep -q . $client_log"
show "$client_log"
expect '客户端发过 FIN，仍然收到数据' grep -q 'answer after your FIN' "$client_log"
on client 'ss -Htan'
expect '收数据不改变状态' contains "$output" FIN-WAIT-2
note 'server 的终端再按一次回车：close()'
echo >server.keys
reaches client time-wait
on client 'ss -Htan'
expect '先发 FIN 的客户端进入 TIME-WAIT' contains "$output" TIME-WAIT
wait_for "grep -q send: $client_log"
show "$client_log"
expect 'shutdown 以后自己再发，得到 EPIPE' grep -q 'Broken pipe' "$client_log"
