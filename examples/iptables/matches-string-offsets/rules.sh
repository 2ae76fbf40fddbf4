# No target: these rules only count. "google" takes bytes 58 to 63 of the packet.
iptables -A OUTPUT -p tcp --sport 80 -m string --algo bm --string google --from 52
iptables -A OUTPUT -p tcp --sport 80 -m string --algo bm --string google --from 58
iptables -A OUTPUT -p tcp --sport 80 -m string --algo bm --string google --from 59
iptables -A OUTPUT -p tcp --sport 80 -m string --algo bm --string google --from 62
iptables -A OUTPUT -p tcp --sport 80 -m string --algo bm --string google --to 63
iptables -A OUTPUT -p tcp --sport 80 -m string --algo bm --string google --to 64
