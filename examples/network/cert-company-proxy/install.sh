cp corp.pem /usr/local/share/ca-certificates/corp.crt
update-ca-certificates
