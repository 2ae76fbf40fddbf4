nft -c -f new.nft
# 旧规则也先检查：含有 xt 表达式时装不回去，那就先别装新的
echo 'flush ruleset' >before.nft
nft list ruleset >>before.nft
nft -c -f before.nft
# 60 秒后装回去，除非先取消
setsid -f sh -c 'echo $$ >timer.pid; sleep 60; nft -f before.nft' >/dev/null 2>&1
nft -f new.nft
