# 只看这次之后的；值班时 dmesg | grep martian 就够
dmesg | awk -F'[][ ]+' -v since="$(cat since)" '$2 > since' | grep -o 'IPv4: martian.*' | sort -u
