setup local 'ip link set lo up; python3 cases.py >cases'
wrong=''
note '每个号码一张证书（号码就是文件名），好的那张是 0.pem'
while read -r number command; do
    case $command in
        library*) on local "python3 library.py ${command#library }" ;;
        *) on local "$command 2>&1 | grep -oE 'error [0-9]+ at .*|^0.pem: OK'" ;;
    esac
    contains "$output" "error $number at" || contains "$output" "error $number:" || contains "$output" "$number.pem: OK" || wrong+=" $number"
done <cases
expect '每一张得到的都是要的那个号码' [ "$wrong" = '' ]

note '要两头才说得出的'
background local 'openssl s_server -accept 4433 -cert 0.pem -key leaf.key -quiet'
wait_port local 4433
check='openssl s_client -connect 127.0.0.1:4433'
code="</dev/null 2>/dev/null | grep '^Verify return code'"
on local "$check -CAfile root.pem $code"
expect '正常：0' contains "$output" 'code: 0 (ok)'
on local "$check $code"
expect '没有根证书：21' contains "$output" 'code: 21 '
on local "$check -CAfile root.pem -dane_tlsa_domain www.example.test -dane_tlsa_rrdata '3 1 1 $(printf '0%.0s' {1..64})' $code"
expect 'DNS 里的 TLSA 对不上：65' contains "$output" 'code: 65 '
if openssl s_client -help 2>&1 | grep -q enable_server_rpk; then
    background local 'openssl s_server -accept 4434 -cert 0.pem -key leaf.key -enable_server_rpk -quiet'
    wait_port local 4434
    on local "openssl s_client -connect 127.0.0.1:4434 -enable_server_rpk $code"
    expect '只有公钥，没有证书（OpenSSL 3.2 起）：95' contains "$output" 'code: 95 '
fi

note 'OpenSSL 知道的全部号码'
on local 'python3 library.py --list'
