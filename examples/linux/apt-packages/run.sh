# shellcheck source=examples/linux/apt-packages/repository.sh disable=SC2016 # the commands in quotes are expanded on the host that runs them
. ./repository.sh
version=$(apt-get --version | sed -nE '1s/apt ([0-9]+).*/\1/p')
build repo/pool/main shop-lib 1
build repo/pool/main shop 2 'Depends: shop-lib (>= 2)'
build repo/pool/main shop-docs 1 'Recommends: shop-manual'
build repo/pool/main shop-report 1 'Depends: shop-fonts'
build repo/pool/contrib shop-fonts 1
new_key
publish
use main

note '一、找不到这个名字。没有索引：新机器、新镜像里还没有 apt-get update'
on local 'apt-get install -y shop-lib'
expect '原文' contains "$output" 'E: Unable to locate package shop-lib'
on local 'apt-cache policy shop-lib; find /var/lib/apt/lists -name "*Packages*" | wc -l'
expect '一个索引也没有，policy 什么也不说' [ "$output" = 0 ]
setup local 'apt-get update'
on local 'apt-get install -y shop-lib 2>&1 | tail -n 1'
expect 'update 以后装得上' contains "$output" 'Setting up shop-lib (1)'
note '名字写错'
on local 'apt-get install -y shop-libs'
expect '同一句' contains "$output" 'E: Unable to locate package shop-libs'
on local 'apt-cache search --names-only "^shop-l"'
expect '按名字的开头搜，找得到对的' [ "$output" = 'shop-lib - shop-lib of the lab' ]
note 'apt 和 apt-get 的开头不同'
on local 'apt install -y shop-libs 2>&1 | tail -n 1'
if [ "$version" -ge 3 ]; then prefix=Error; else prefix=E; fi
expect '从 apt 3 起，apt 写 Error:，apt-get 还是 E:' [ "$output" = "$prefix: Unable to locate package shop-libs" ]
note '在没有打开的组件里'
on local 'apt-get install -y shop-fonts'
expect '别的包要它，名字是知道的，所以是另一句' contains "$output" "E: Package 'shop-fonts' has no installation candidate"
on local 'grep ^Components /etc/apt/sources.list.d/lab.sources'
expect '只开了 main' [ "$output" = 'Components: main' ]
use main contrib
setup local 'apt-get update'
on local 'apt-cache policy shop-fonts | sed -n "2,3p"'
expect '打开 contrib 就有候选' contains "$output" 'Candidate: 1'

note '二、名字知道，没有能装的版本'
on local 'apt-get install -y shop-manual'
expect '原文' contains "$output" "E: Package 'shop-manual' has no installation candidate"
on local 'apt-cache policy shop-manual'
expect '版本表是空的：哪个软件源都没有' [ "${output##*$'\n'}" = '  Version table:' ]
on local 'apt-cache showpkg shop-manual | sed -n "/^Reverse Depends/,/^Dep/p" | sed -n 2p | tr -s " "'
expect '只是 shop-docs 推荐过它' contains "$output" 'shop-docs'
note '版本有，被 pin 挡住'
setup local 'printf "Package: shop-fonts\nPin: release *\nPin-Priority: -1\n" >/etc/apt/preferences.d/no-fonts'
on local 'apt-get install -y shop-fonts'
expect '同一句' contains "$output" "E: Package 'shop-fonts' has no installation candidate"
on local 'apt-cache policy shop-fonts | sed -n "3,5p"; grep -rl shop-fonts /etc/apt/preferences.d'
expect '版本表里有，优先级是负的' contains "$output" '1 -1'
setup local 'rm /etc/apt/preferences.d/no-fonts'
note '写了一个没有的版本'
on local 'apt-get install -y shop-lib=9'
expect '又是一句' contains "$output" "E: Version '9' for 'shop-lib' was not found"

note '三、依赖满足不了'
on local 'apt-get install -y shop 2>&1 | sed -n "/unmet/,/held broken/p"'
expect '原文' contains "$output" 'The following packages have unmet dependencies:'
expect '原文的第二句' contains "$output" 'E: Unable to correct problems, you have held broken packages.'
on local 'apt-mark showhold; apt-cache policy shop-lib | sed -n "2,3p"'
expect '没有 hold 的包；shop-lib 最高只有 1，要的是 2' [ "$output" = $'  Installed: 1\n  Candidate: 1' ]
note '改：让软件源里有它要的版本（换对的发行版、打开少的组件）'
build repo/pool/main shop-lib 2
publish
on local 'apt-get update >/dev/null; apt-get install -y shop 2>&1 | grep "^Setting up"'
expect '装上了' [ "$output" = $'Setting up shop-lib (2) ...\nSetting up shop (2) ...' ]
note '真的 hold 住的'
setup local 'dpkg -r shop; apt-get install -y --allow-downgrades shop-lib=1; apt-mark hold shop-lib'
on local 'apt-get install -y shop 2>&1 | sed -n "/unmet/,/held broken/p"'
expect '同样两句' contains "$output" 'E: Unable to correct problems, you have held broken packages.'
on local 'apt-mark showhold; apt-cache policy shop-lib | sed -n "2,3p"'
expect '这回有 hold，候选其实够新' [ "$output" = $'shop-lib\n  Installed: 1\n  Candidate: 2' ]
on local 'apt-mark unhold shop-lib; apt-get install -y shop 2>&1 | grep "^Setting up"'
expect '放开就装上了' contains "$output" 'Setting up shop (2)'
note 'dpkg -i 不会去找依赖'
setup local 'dpkg -r shop'
on local 'dpkg -i repo/pool/main/shop-report_1.deb 2>&1 | sed -n "/^dpkg/,\$p"'
expect 'dpkg 的说法' contains "$output" 'dpkg: dependency problems prevent configuration of shop-report'
on local 'apt-get install -y shop 2>&1 | sed -n "/fix-broken/,/^E:/p" | head -n 4'
expect '此后装什么都报这一句' contains "$output" "E: Unmet dependencies. Try 'apt --fix-broken install' with no packages (or specify a solution)."
on local 'apt-get -y --fix-broken install 2>&1 | grep "^Setting up"'
expect 'apt 补上缺的依赖' [ "$output" = $'Setting up shop-fonts (1) ...\nSetting up shop-report (1) ...' ]
