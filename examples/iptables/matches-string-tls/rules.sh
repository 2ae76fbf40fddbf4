# 没有目标，只计数。
iptables -A INPUT -p tcp --dport 443 -m string --algo bm --string google
iptables -A OUTPUT -p tcp --sport 443 -m string --algo bm --string google
