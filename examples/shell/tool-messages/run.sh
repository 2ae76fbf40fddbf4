# shellcheck disable=SC2016 # the commands in quotes are expanded on the host that runs them
# broken COMMAND TEXT: the command says the text.
broken() {
    on local "$1"
    expect "$2" contains "$output" "$2"
}
# mended COMMAND OUTPUT: written like this it prints the output and nothing else.
mended() {
    on local "$1"
    expect '改了就好' [ "$output" = "$2" ]
}
printf 'a/b 7\n' >f
printf 'a\0b\n' >bin

note 'bash：少了结尾的那个词，报的是文件末尾'
broken "bash -c 'if true; then echo a'" 'syntax error: unexpected end of file'
mended "bash -c 'if true; then echo a; fi'" a
note 'bash：引号没有配对，行号是引号开始的那一行'
broken "bash -c 'echo \"a'" 'unexpected EOF while looking for matching `"'"'"
mended "bash -c 'echo \"a\"'" a
note 'bash：here-document 的结束行前面有空格'
printf 'cat <<EOF\na\n  EOF\n' >here.sh
broken 'bash here.sh' '(wanted `EOF'"'"
setup local "sed -i 's/^ *EOF/EOF/' here.sh"
mended 'bash here.sh' a
note 'bash：少了空格'
broken "bash -c 'if[ 1 = 1 ]; then echo a; fi'" 'syntax error near unexpected token `then'"'"
mended "bash -c 'if [ 1 = 1 ]; then echo a; fi'" a
broken "bash -c '[ 1 = 1] && echo a'" '[: missing `]'"'"
mended "bash -c '[ 1 = 1 ] && echo a'" a
note 'bash：多了空格'
broken "bash -c 'x = 1; echo \$x'" 'x: command not found'
mended "bash -c 'x=1; echo \$x'" 1
note 'bash：不是整数'
broken "bash -c 'n=7.5; [ \$n -gt 5 ] && echo 大'" '[: 7.5: integer expression expected'
mended "bash -c 'n=7.5; [ \${n%.*} -gt 5 ] && echo 大'" 大
broken "bash -c 'n=0; echo \$((100 / n))'" 'division by 0 (error token is "n")'
note 'bash：名字里有短横，要用数组'
broken "bash -c 'export web-port=80'" 'not a valid identifier'
mended "bash -c 'export web_port=80; echo \$web_port'" 80
note 'bash：变量里放不下 NUL'
broken "bash -c 'x=\$(cat bin); echo \${#x}'" 'warning: command substitution: ignored null byte in input'
note '写的是 bash，执行它的是 sh（Debian 上是 dash）'
printf 'a=(1 2)\necho ${#a[@]}\n' >array.sh
broken 'sh array.sh' 'Syntax error: "(" unexpected'
mended 'bash array.sh' 2
broken "sh -c '[[ a = a ]] && echo a'" '[[: not found'
broken "sh -c 'x=abc; echo \${x:0:1}'" 'Bad substitution'
broken "sh -c 'source ./f'" 'source: not found'

note 'sed：少了一个分隔符；替换的文字里有分隔符'
broken "sed 's/a/b' f" 'unterminated `s'"' command"
mended "sed 's/a/b/' f" 'b/b 7'
broken "p=/x/y; sed \"s/a/\$p/\" f" 'unknown option to `s'"'"
mended "p=/x/y; sed \"s,a,\$p,\" f" '/x/y/b 7'
note 'sed：括号要不要反斜杠，看有没有 -E'
broken "sed 's/(a)/\\1\\1/' f" 'invalid reference \1 on `s'"' command's RHS"
mended "sed -E 's/(a)/\\1\\1/' f" 'aa/b 7'
broken "sed -E 's/(a/b/' f" 'Unmatched ( or \('
note 'sed：路径做地址，斜杠要转义或换一个'
broken "sed -n '/a/b/p' f" "can't find label for jump to \`/p'"
mended "sed -n '\\,a/b,p' f" 'a/b 7'
note 'sed：照抄了 macOS 的 -i'
broken "sed -i '' 's/a/b/' f" "can't read s/a/b/: No such file or directory"

note 'awk：程序没有写完；少了单引号，$1 被 shell 先展开'
broken "gawk '{print \$2' f" 'unexpected newline or end of string'
mended "gawk '{print \$2}' f" 7
on local 'gawk "{print $2}" f'
expect '用双引号：没有报错，打印的是整行' [ "$output" = 'a/b 7' ]
note 'awk：中文的引号'
# shellcheck disable=SC1111 # the Chinese quotation marks are the mistake
broken "gawk '{print “a”}' f 2>&1 | cat -v" 'invalid char'
note 'awk：除以零、字段号小于零'
broken "gawk '{print \$2 / n}' f" 'division by zero attempted'
mended "gawk '{print n ? \$2 / n : \"-\"}' f" -
broken "gawk '{print \$(NF - 3)}' f" 'attempt to access field -1'

note 'grep：文件里有 NUL，当成了二进制'
broken 'grep a bin' 'grep: bin: binary file matches'
mended "grep -a a bin | tr -d '\\0'" ab
note 'grep：括号没有配对；字符类要两层方括号'
broken "grep -E 'main(' f" 'Unmatched ( or \('
broken "grep '[:digit:]' f" 'character class syntax is [[:space:]], not [:space:]'
mended "grep -c '[[:digit:]]' f" 1
broken 'grep a .' 'Is a directory'

note 'gzip、tar：不是这种格式。先看它是什么'
broken 'tar -xzf f' 'gzip: stdin: not in gzip format'
on local 'od -An -tx1 -N2 f'
expect '头两个字节不是 1f 8b' [ "$output" = ' 61 2f' ]
broken 'gzip -d f' 'unknown suffix -- ignored'
note 'cut：分隔符只能是一个字符'
broken "echo a::b | cut -d :: -f 2" 'the delimiter must be a single character'
mended "echo a::b | gawk -F :: '{print \$2}'" b
