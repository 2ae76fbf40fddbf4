# 自己的证书：密钥几位，用什么签的
openssl x509 -noout -text -in www.crt | grep -E 'Public-Key|Signature Algorithm' | sort -u
