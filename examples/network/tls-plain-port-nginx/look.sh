# 用明文问：回 200、301、404 就是明文的端口；回 400 或断开就是 TLS
curl -s -o /dev/null -w '%{http_code}\n' http://10.9.0.1:443/
