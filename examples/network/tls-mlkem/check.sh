# OpenSSL 3.5 or later on both sides.
openssl list -kem-algorithms | grep -i mlkem
openssl s_client -connect www.example.test:443 -servername www.example.test -tls1_3 </dev/null 2>/dev/null |
    grep -E '^(Negotiated TLS1.3 group|Server Temp Key)'
# Which servers still lack it: offer nothing else.
openssl s_client -connect www.example.test:443 -servername www.example.test -tls1_3 -groups X25519MLKEM768 </dev/null
