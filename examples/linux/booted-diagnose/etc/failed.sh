systemctl is-system-running
systemctl --failed
systemctl status broken.service
journalctl -b -p err
journalctl -b -1
