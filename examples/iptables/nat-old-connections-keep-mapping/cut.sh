conntrack -D -p tcp --orig-port-dst 8080
