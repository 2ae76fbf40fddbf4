# 没有目标，只计数。google 占包里的第 58 到 63 字节。
iptables -A OUTPUT -p tcp --sport 80 -m string --algo bm --string google --from 52
iptables -A OUTPUT -p tcp --sport 80 -m string --algo bm --string google --from 58
iptables -A OUTPUT -p tcp --sport 80 -m string --algo bm --string google --from 59
iptables -A OUTPUT -p tcp --sport 80 -m string --algo bm --string google --from 62
iptables -A OUTPUT -p tcp --sport 80 -m string --algo bm --string google --to 63
iptables -A OUTPUT -p tcp --sport 80 -m string --algo bm --string google --to 64
