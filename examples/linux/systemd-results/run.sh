# shellcheck source=examples/linux/booted-service/booted.sh
. ./booted.sh
boot inside.sh
expect '在里面的每一条都成立' lacks "$output" '✗ '
expect '执行到了最后' contains "$output" '到此为止'
