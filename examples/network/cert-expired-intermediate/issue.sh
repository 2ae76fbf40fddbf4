# issue.sh 天数：签出中间证书 mid.crt；每次私钥和名字都一样
printf 'basicConstraints = critical, CA:TRUE, pathlen:0\nkeyUsage = critical, keyCertSign, cRLSign\n' >mid.ext
openssl x509 -req -in mid.csr -CA root.crt -CAkey root.key -CAcreateserial -days "$1" -extfile mid.ext -out mid.crt
