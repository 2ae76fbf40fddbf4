# ask.sh 1|2：在那台节点的 Pod 里问 ClusterIP，从集群外问 NodePort；每行是问题和看到的
number=$1
on() { /opt/handbook/cluster/on.sh "$@"; }
pod() { on "node$number" nsenter --net=/run/pod "$@"; }
ping_says() { # 地址
    pod ping -n -c 1 -W 1 "$1" | grep -oE 'Destination .*|100% packet loss' | head -n 1
}
curl_says() { # 从哪里连，地址:端口
    local url=${*: -1} said
    set -- "${@:1:$#-1}"
    said=$("$@" curl -sv -o /dev/null --max-time 2 "http://$url/" 2>&1)
    case $said in
        *' 200 OK'*) echo 回答 ;;
        *'Connection refused'*) echo refused ;;
        *'Network is unreachable'*) echo 网络不可达 ;;
        *'timed out'*) echo 超时 ;;
        *) echo "$said" ;;
    esac
}
backends() { # 地址：20 条连接到过几个 Pod
    for _ in {1..20}; do pod curl -s --max-time 2 "http://$1/"; done | sort -u | wc -l
}

echo "ping ClusterIP：$(ping_says 10.96.1.10)"
echo "没有定义的端口：$(curl_says pod 10.96.1.10:81)"
echo "没有端点的 Service：$(curl_says pod 10.96.1.11)"
echo "没有分配的地址：$(curl_says pod 10.96.1.99)"
echo "20 条连接到过几个 Pod：$(backends 10.96.1.10)，会话保持的：$(backends 10.96.1.12)"
echo "NodePort，节点的主地址：$(curl_says "10.9.0.1$number:30080")"
echo "NodePort，第二个地址：$(curl_says "10.9.0.10$number:30080")"
echo "NodePort，节点自己的 127.0.0.1：$(curl_says on "node$number" 127.0.0.1:30080)"
echo "Local，端点在这台：$(curl_says "10.9.0.1$number:3008$number")"
echo "Local，端点在另一台：$(curl_says "10.9.0.1$number:3008$((3 - number))")"
