# 只读：不带名字握一次手，带名字再握一次。前一次报 alert、后一次有证书，就是它
openssl s_client -connect 127.0.0.1:9443 -noservername </dev/null 2>&1 | grep -oE 'subject=.*|alert [a-z ]+|tlsv1 [a-z ]+|SSL alert number [0-9]+'
openssl s_client -connect 127.0.0.1:9443 -servername www.example.test </dev/null 2>&1 | grep -oE 'subject=.*|alert [a-z ]+|tlsv1 [a-z ]+|SSL alert number [0-9]+'
