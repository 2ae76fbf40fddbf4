# 只读：像浏览器那样握一次手。101 是成功；一秒后自己断开
curl -sS -i -N --http1.1 -m 1 -H 'Connection: Upgrade' -H 'Upgrade: websocket' -H 'Sec-WebSocket-Version: 13' -H 'Sec-WebSocket-Key: x3JJHMbDL1EzLkh9GBhXDw==' "${1-http://127.0.0.1:8080/ws/quiet}" 2>/dev/null
