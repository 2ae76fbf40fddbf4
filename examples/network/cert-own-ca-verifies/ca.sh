# The root: its key signs, its certificate goes to every client.
openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out ca.key
openssl req -x509 -new -key ca.key -days 3650 \
    -subj "/O=Example Lab/CN=Example Lab Root" -out ca.crt
