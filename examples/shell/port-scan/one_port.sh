timeout 2 bash -c ': >/dev/tcp/10.9.0.1/22'
echo $?
nc -zv -w2 10.9.0.1 22
