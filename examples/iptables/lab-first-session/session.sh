bash lab.sh up pair
ip netns list | sort
ip -n client -br addr show dev eth0

# 在 server 上抓四个包，存成文件
ip netns exec server tcpdump -ni eth0 --immediate-mode -c 4 -w ping.pcap icmp 2>tcpdump.log &
until grep -qs 'listening on' tcpdump.log; do sleep 0.1; done

# 从 client ping，再看抓到了什么
ip netns exec client ping -qnc 2 -i 0.2 10.9.0.1
wait
tcpdump -tnr ping.pcap 2>/dev/null | cut -d, -f1

# 拆掉：命名空间没了，网线、地址、规则一起消失
bash lab.sh down
ip netns list | wc -l
