# 只计数，目的是让连接跟踪开起来，先认得现有的连接
iptables -A INPUT -m conntrack --ctstate NEW
