# enc.sh 密钥名 ...：写配置，第一个用来写，全部用来读；最后一行还读得出明文
mkdir -p /etc/kubernetes/enc
chmod 700 /etc/kubernetes/enc
{
    cat <<'YAML'
apiVersion: apiserver.config.k8s.io/v1
kind: EncryptionConfiguration
resources:
  - resources: [secrets]
    providers:
      - secretbox:
          keys:
YAML
    for name in "$@"; do
        [ -e "/etc/kubernetes/enc/$name" ] || head -c 32 /dev/urandom | base64 >"/etc/kubernetes/enc/$name"
        echo "            - {name: $name, secret: $(cat "/etc/kubernetes/enc/$name")}"
    done
    echo '      - identity: {}'
} >/etc/kubernetes/enc/enc.yaml
