"""对 Service 的地址发 300 个请求，每个用一条新连接，数一数各由谁回答。"""

import collections
import urllib.request

answers = collections.Counter(
    urllib.request.urlopen("http://10.96.0.10/", timeout=5).read().decode().strip() for _ in range(300)
)
print(*(f"{name}={answers[name]}" for name in sorted(answers)))
# 三个后端、300 次，期望各 100，标准差 8.2；五个标准差以外几乎不会碰上。
print("均匀" if len(answers) == 3 and all(59 <= number <= 141 for number in answers.values()) else "不均匀")
