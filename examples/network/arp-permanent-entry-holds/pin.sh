ip neigh replace 192.168.1.2 lladdr 02:00:00:00:00:0b nud permanent dev eth0
