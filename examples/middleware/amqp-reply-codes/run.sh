# shellcheck source=examples/middleware/amqp-reply-codes/rabbit.sh
. ./rabbit.sh
setup local 'ip link set lo up'
start_rabbit local
wrong=''
try() { # 服务器的回答应当是 $1
    on local "python3 provoke.py $2"
    contains "$output" ": $1" || wrong+=" $2"
}
silent() { # 服务器应当不回答就断开
    on local "python3 provoke.py $1"
    contains "$output" 什么也没有说 || wrong+=" $1"
}
note '== 信道关掉，连接还在：权限、名字、参数'
try '403 ACCESS_REFUSED' access_refused
try '404 NOT_FOUND' not_found
try '405 RESOURCE_LOCKED' resource_locked
try '406 PRECONDITION_FAILED' precondition_failed
note '== 信道和连接都在：消息退回来'
try '312 NO_ROUTE' no_route
note '== 整条连接关掉'
try '320 CONNECTION_FORCED' connection_forced
try '530 NOT_ALLOWED' not_allowed
try '540 NOT_IMPLEMENTED' not_implemented
try '541 INTERNAL_ERROR' internal_error
note '== 不照协议说话：也是整条连接'
try '501 FRAME_ERROR' frame_error
try '501 FRAME_ERROR' frame_too_large
try '503 COMMAND_INVALID' command_invalid
try '504 CHANNEL_ERROR' channel_error
try '504 CHANNEL_ERROR' opened_twice
try '505 UNEXPECTED_FRAME' unexpected_frame
note '== 还没有登录就说错：不回答，只写进服务器的日志'
silent syntax_error
silent bad_mechanism
expect '每一个都得到了说好的应答' [ "$wrong" = '' ]
node_log=/run/rabbit/log/handbook@localhost.log
wait_for "grep -q 'amqp_error,syntax_error' $node_log" 60
on local "grep -o 'amqp_error,syntax_error,\"response' $node_log"
expect '日志里有原因' contains "$output" syntax_error
note '== 服务器自己的清单'
on local "rabbitmqctl -q eval '[{C, rabbit_framing_amqp_0_9_1:amqp_exception(C)} || C <- lists:seq(300, 600), rabbit_framing_amqp_0_9_1:amqp_exception(C) =/= undefined].'"
expect '清单里有 541' contains "$output" '{541,internal_error}'
stop "$server"
