# messages.sh 选项…：按次序列出握手消息；>>> 客户端发的，<<< 服务端发的。
# 加密的：TLS 1.3 里包成 InnerContent 的；TLS 1.2 里 ChangeCipherSpec 以后的。
# s_client 不打印收到的 ChangeCipherSpec：只有记录头，后面紧跟另一个记录头。
# TLS 1.3 的会话票据在握手之后才来：等 s_client 一秒。
sleep 1 | openssl s_client -servername www.example.test -msg "$@" 2>/dev/null | awk '
    /^(<<<|>>>)/ {
        if (/ChangeCipherSpec/ || (/RecordHeader/ && last == $1 "header")) encrypted[$1] = 1
        if (/InnerContent/) inner = 1
        if (/Handshake/) { print $1, (inner || encrypted[$1] ? "[密文]" : "[明文]"), $NF; inner = 0 }
        last = $1 (/RecordHeader/ ? "header" : "")
    }'
