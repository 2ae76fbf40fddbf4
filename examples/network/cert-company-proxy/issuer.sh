openssl s_client -connect pypi.example.test:443 -servername pypi.example.test </dev/null 2>/dev/null |
    openssl x509 -noout -issuer -nameopt RFC2253
