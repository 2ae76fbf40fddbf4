iptables-restore-translate -f rules.v4 >new.nft
nft -c -f new.nft
