nft -c -f new.nft
echo 'flush ruleset' >before.nft
nft list ruleset >>before.nft
nohup bash -c 'sleep 3; nft -f before.nft' >/dev/null 2>&1 &
nft -f new.nft
