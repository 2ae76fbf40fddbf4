iptables -I DOCKER-USER -i eth0 -o vm0 -j ACCEPT
iptables -I DOCKER-USER -i vm0 -o eth0 -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT
