rm /etc/resolv.conf
echo 'nameserver 10.9.0.1' >/etc/resolv.conf
