# shellcheck shell=bash
# RabbitMQ 借用 run.sh：所有文件在 /run/rabbit，命令在 PATH 里。
export HOME=/run/rabbit RABBITMQ_MNESIA_BASE=/run/rabbit RABBITMQ_LOG_BASE=/run/rabbit/log
export RABBITMQ_PID_FILE=/run/rabbit/pid RABBITMQ_ENABLED_PLUGINS_FILE=/run/rabbit/plugins RABBITMQ_CONF_ENV_FILE=/run/rabbit/env
export RABBITMQ_NODENAME=${RABBITMQ_NODENAME:-handbook@localhost} PATH=/usr/lib/rabbitmq/bin:$PATH
mkdir -p /run/rabbit/log
: >/run/rabbit/env

# 在一台主机上启动，等它全部起来；$server 是进程，$server_log 是它的日志。
start_rabbit() {
    background "$1" 'exec rabbitmq-server'
    server=$pid
    server_log=$log
    wait_for "ip netns exec $1 rabbitmqctl -q await_startup --timeout 10" 200
}
