# A mask of /16 instead of /24: 10.9.1.2 now looks like a neighbour, although a router stands in between.
ip addr add 10.9.0.2/16 dev eth0
ip addr del 10.9.0.2/24 dev eth0
