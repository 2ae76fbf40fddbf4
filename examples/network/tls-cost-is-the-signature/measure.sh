# 一个核上，做一次 RSA-2048 签名的时间里，AES-128-GCM 能加密多少字节。
per_second=$(openssl speed -seconds 1 -bytes 16384 -evp aes-128-gcm 2>/dev/null | awk 'END {sub(/k$/, "", $NF); print $NF * 1000}')
signatures=$(openssl speed -seconds 1 rsa2048 2>/dev/null | awk 'END {print $(NF - 1)}')
awk -v bytes="$per_second" -v signatures="$signatures" 'BEGIN {printf "%d\n", bytes / signatures}'
