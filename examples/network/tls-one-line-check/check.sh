openssl s_client -connect 10.9.0.1:443 -servername www.example.test \
    -verify_hostname www.example.test -CAfile srv.crt -alpn h2,http/1.1 "$@" </dev/null 2>/dev/null |
    grep -E '^(New|Peer |Server Temp|Negotiated|ALPN|Verif)'
