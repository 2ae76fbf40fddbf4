systemd-analyze
systemd-analyze critical-chain
systemd-analyze blame
systemd-analyze plot >/tmp/boot.svg
systemctl list-dependencies --after multi-user.target
journalctl -b -p warning
