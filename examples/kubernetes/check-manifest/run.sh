for file in field type enum kind selector; do
    on local "kubernetes-validate --strict -k 1.37 bad-$file.yaml 2>&1 | sed 's/^ *//'; exit \"\${PIPESTATUS[0]}\""
    case $file in
        field | type) expect '字段名和类型：查得出，退出码 1' [ "$status" -eq 1 ] ;;
        kind) expect '不认识的 kind：只警告，退出码 0' [ "$status" -eq 0 ] ;;
        *) expect '查不出，退出码 0' [ "$status" -eq 0 ] ;;
    esac
done
note '警告当错误，再补上枚举、范围和选择器'
on local 'python3 check_manifest.py bad-*.yaml'
expect '五份都不合格' [ "$(grep -c ': 合格' <<<"$output")" -eq 0 ]
expect '一行一个错' [ "$(wc -l <<<"$output")" -eq 5 ]
on local 'python3 check_manifest.py good-pod.yaml'
expect '好的合格' [ "$status" -eq 0 ]
note '同一份清单，边车的写法 1.28 才有'
on local 'kubernetes-validate --strict -k 1.27 good-pod.yaml 2>&1 | grep -o "initContainers.*"'
expect '1.27 不认识' contains "$output" "'restartPolicy' was unexpected"
on local 'kubernetes-validate --strict -k 1.28 good-pod.yaml >/dev/null 2>&1'
expect '1.28 认识' [ "$status" -eq 0 ]
