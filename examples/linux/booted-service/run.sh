# shellcheck source=examples/linux/booted-service/booted.sh
. ./booted.sh
boot inside.sh
