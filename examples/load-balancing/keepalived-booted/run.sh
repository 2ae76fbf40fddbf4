# shellcheck source=examples/linux/booted-service/booted.sh
. ./booted.sh
cp web.conf etc/keepalived.conf
chmod 644 etc/keepalived.conf
# 里面的 /etc 是空的；Keepalived 2.3 没有软件包带的这个文件就不启动
[ ! -e /etc/keepalived/keepalived.config-opts ] || install -m 644 /etc/keepalived/keepalived.config-opts etc
boot inside.sh
expect '在里面的每一条都成立' lacks "$output" '✗ '
expect '执行到了最后' contains "$output" '到此为止'
