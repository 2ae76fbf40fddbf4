# match.sh 证书 私钥：两边的公钥一样吗
if diff <(openssl x509 -in "$1" -noout -pubkey) <(openssl pkey -in "$2" -pubout) >/dev/null; then
    echo "配对"
else
    echo "不配对" && exit 1
fi
