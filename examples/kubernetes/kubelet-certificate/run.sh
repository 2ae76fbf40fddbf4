note '证书还有多久到期：-checkend 的单位是秒，过期了退出码是 1'
on local 'openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout key.pem -out kubelet.pem -days 5 -subj "/O=system:nodes/CN=system:node:node-3" 2>openssl.log; openssl x509 -in kubelet.pem -noout -subject -nameopt RFC2253 -checkend 604800'
expect '五天的证书撑不过七天' [ "$status" -eq 1 ]
on local 'openssl x509 -in kubelet.pem -noout -checkend 86400'
expect '一天之内不会过期' [ "$status" -eq 0 ]
