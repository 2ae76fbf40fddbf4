# 文件里有几张，次序怎样：第一张要是自己的名字
openssl crl2pkcs7 -nocrl -certfile www.crt | openssl pkcs7 -print_certs -noout | grep '^subject'
