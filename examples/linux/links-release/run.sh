setup local 'mkdir v1 v2 && ln -s v1 current'
on local 'ln -s v2 current; readlink current; ls v1'
expect '忘了 -n：v2 建到了 v1 里面，current 没变' [ "$output" = $'v1\nv2' ]
on local 'rm v1/v2; ln -s v2 current.new && mv -T current.new current; readlink current'
expect '先建新的，再改名：一步到位' [ "$output" = v2 ]
on local 'strace -f -e trace=symlinkat,symlink,unlink,unlinkat,rename,renameat,renameat2 ln -sfn v1 current 2>&1 | grep -oE "^(symlink|symlinkat|unlink|unlinkat|rename|renameat|renameat2)" | xargs'
expect 'GNU ln -sfn 也是先建临时的再改名' contains "$output" rename
