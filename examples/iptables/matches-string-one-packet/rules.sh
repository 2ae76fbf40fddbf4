iptables -A OUTPUT -p tcp -m string --algo bm --string google -j DROP
