# shellcheck source=examples/linux/booted-service/booted.sh
. ./booted.sh
# 检查脚本在 /usr/local/sbin，一块快满的数据盘在 /srv/data；挂载都在自己的命名空间里。
mount -t tmpfs tmpfs /usr/local/sbin
install -m 755 check_disk.sh /usr/local/sbin/check_disk.sh
truncate -s 20M data.img
mkfs.ext4 -qF data.img
mkdir data
mount -o loop data.img data
head -c 18M /dev/zero >data/big 2>/dev/null
cp app.service units/
boot inside.sh --bind="$PWD/data:/srv/data"
expect '在里面的每一条都成立' lacks "$output" '✗ '
expect '执行到了最后' contains "$output" '到此为止'
