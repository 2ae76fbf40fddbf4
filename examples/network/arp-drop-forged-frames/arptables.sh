arptables -A INPUT --source-mac 02:00:00:00:00:0c -j DROP
