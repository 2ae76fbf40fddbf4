printf '%s\n' '*/10 * * * 1-5 root /usr/local/sbin/check_disk.sh' >/etc/cron.d/check-disk
