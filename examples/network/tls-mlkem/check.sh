# 双方都要 OpenSSL 3.5 或更新。
openssl list -kem-algorithms | grep -i mlkem
openssl s_client -connect www.example.test:443 -servername www.example.test -tls1_3 </dev/null 2>/dev/null |
    grep -E '^(Negotiated TLS1.3 group|Peer Temp Key)'
# 哪些服务器还没有它：只提供这一种。
openssl s_client -connect www.example.test:443 -servername www.example.test -tls1_3 -groups X25519MLKEM768 </dev/null
