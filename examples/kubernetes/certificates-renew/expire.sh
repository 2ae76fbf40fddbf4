# expire.sh 名字：同一把钥匙、同样的名字，换成一张早就过期的证书；名字是 pki 里的证书，或一个 .conf
cd /etc/kubernetes || exit
work=$(mktemp -d)
case $1 in
    *.conf)
        awk '/client-certificate-data/ { print $2 }' "$1" | base64 -d >"$work/old.crt"
        awk '/client-key-data/ { print $2 }' "$1" | base64 -d >"$work/key"
        ;;
    *) cp "pki/$1.crt" "$work/old.crt" && cp "pki/$1.key" "$work/key" ;;
esac
openssl x509 -x509toreq -copy_extensions copyall -in "$work/old.crt" -signkey "$work/key" -out "$work/request"
openssl x509 -req -in "$work/request" -CA pki/ca.crt -CAkey pki/ca.key -copy_extensions copyall \
    -not_before 20240101000000Z -not_after 20250101000000Z -out "$work/new.crt"
case $1 in
    *.conf) sed -i "s|client-certificate-data: .*|client-certificate-data: $(base64 -w0 "$work/new.crt")|" "$1" ;;
    *) cat "$work/new.crt" >"pki/$1.crt" ;;
esac
