iptables -I FORWARD -p tcp -m conntrack --ctstate DNAT --ctorigdst 10.9.0.1 --ctorigdstport 8080 -j REJECT --reject-with tcp-reset
