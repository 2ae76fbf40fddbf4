# messages.sh OPTIONS...: the handshake messages in order; >>> sent by the client, <<< by the server.
# Encrypted is what TLS 1.3 wraps as InnerContent, and in TLS 1.2 what follows the sender's ChangeCipherSpec.
# s_client does not print a ChangeCipherSpec that it receives: its record header stands alone, before another one.
# The session tickets of TLS 1.3 come after the handshake: s_client waits a second for them.
sleep 1 | openssl s_client -servername www.example.test -msg "$@" 2>/dev/null | awk '
    /^(<<<|>>>)/ {
        if (/ChangeCipherSpec/ || (/RecordHeader/ && last == $1 "header")) encrypted[$1] = 1
        if (/InnerContent/) inner = 1
        if (/Handshake/) { print $1, (inner || encrypted[$1] ? "[密文]" : "[明文]"), $NF; inner = 0 }
        last = $1 (/RecordHeader/ ? "header" : "")
    }'
