site=10.9.0.1:447 # 换成报错的网站，例如 pypi.org:443
name=www.example.test
openssl s_client -connect "$site" -servername "$name" </dev/null 2>/dev/null | openssl x509 -noout -subject -issuer
