# shellcheck source=examples/mysql/replication-threads/mysql.sh
. ./mysql.sh
TZ=CST-8 start_mysql db 13306
ask db "create database shop; create table shop.t (id int primary key auto_increment, at timestamp null, v longtext);
    set time_zone = '+08:00'; insert into shop.t (at) values ('2026-01-15 08:00:00');
    create user app@localhost identified by 'example'; grant all on *.* to app@localhost;
    create user old@localhost identified with sha256_password by 'example'; grant all on shop.* to old@localhost;
    create user two@localhost identified by 'example&1'; grant all on shop.* to two@localhost" 2>/dev/null
# 编译一次，后面每条只启动
setup local 'mkdir pool && ln -s /opt/jdbc/mysql-connector-j-*.jar /opt/jdbc/HikariCP*.jar /opt/jdbc/slf4j*.jar pool && ln -s /opt/jdbc/*.jar . &&
    java -cp "pool/*" -m jdk.compiler/com.sun.tools.javac.Main ./*.java'
url='jdbc:mysql://127.0.0.1:13306/shop?user=app&password=example'
java='java -cp .:mysql-connector-j-9.7.0.jar'
java_5='java -cp .:mysql-connector-java-5.1.42.jar'
java_8='java -cp .:mysql-connector-java-8.0.22.jar'

note '== 只读：先看服务器'
sql_file db look.sql

note '== 没有驱动：类路径里没有它的 jar；或者地址的开头写错'
on local "java Ask '$url'"
expect '没有 jar' contains "$output" 'No suitable driver found for jdbc:mysql:'
on local "$java Ask '${url/mysql:/mysqI:}'"
expect '有 jar，开头写错，同一句' contains "$output" 'No suitable driver found for jdbc:mysqI:'

note '== 公钥。账号是 caching_sha2_password，连接没有加密，服务器还没有缓存它'
on local "$java Ask '$url&useSSL=false'"
expect '要公钥' contains "$output" 'Public Key Retrieval is not allowed'
note '改：去掉 useSSL=false，默认就加密'
on local "$java Ask '$url'"
expect '连上' [ "$output" = connected ]
note '这以后不加密也能连，直到服务器重启或 FLUSH PRIVILEGES'
on local "$java Ask '$url&useSSL=false'"
expect '缓存里有' [ "$output" = connected ]
sql db 'flush privileges'
on local "$java Ask '$url&useSSL=false'"
expect '又报' contains "$output" 'Public Key Retrieval is not allowed'
note '不能加密的：把服务器的公钥先拷过来'
on local "$java Ask '$url&useSSL=false&serverRSAPublicKeyFile=/run/db/public_key.pem'"
expect '连上' [ "$output" = connected ]
sql db 'flush privileges'
note '也能连、但不安全：谁给的公钥都收'
on local "$java Ask '$url&useSSL=false&allowPublicKeyRetrieval=true'"
expect '连上' [ "$output" = connected ]

note '== 很老的驱动：不认识 caching_sha2_password'
on local "$java_5 Ask '$url&useSSL=false'"
expect '换驱动' contains "$output" "Unable to load authentication plugin 'caching_sha2_password'"
note '加密：它只提 Java 不再用的 TLS 版本'
on local "$java_5 Ask '$url&useSSL=true&verifyServerCertificate=false'"
expect '换驱动' contains "$output" 'No appropriate protocol'
note '换一个它会的账号：一连上就问 8.0 起没有的变量'
on local "$java_5 Ask '${url/user=app/user=old}&useSSL=false&serverRSAPublicKeyFile=/run/db/public_key.pem'"
expect '还是换驱动' contains "$output" "Unknown system variable 'query_cache_size'"
note '换成 9.7.0'
on local "$java Ask '${url/user=app/user=old}'"
expect '连上' [ "$output" = connected ]

note '== Communications link failure：看 Caused by'
on local "$java Ask '${url/13306/13307}'"
expect '端口没人听' contains "$output" 'java.net.ConnectException: Connection refused'
on local "$java Ask '${url/127.0.0.1/db.example.test}'"
expect '名字解析不了' contains "$output" UnknownHostException

note '== 证书：要核对，却没有给它服务器的 CA'
on local "$java Ask '$url&sslMode=VERIFY_CA'"
expect '不认' contains "$output" 'Path does not chain with any of the trust anchors'
note '改：把服务器的 CA 放进一个信任库，告诉驱动'
on local 'keytool -importcert -noprompt -alias mysql -file /run/db/ca.pem -keystore ca.p12 -storepass example'
trust='trustCertificateKeyStoreUrl=file:ca.p12&trustCertificateKeyStorePassword=example'
on local "$java Ask '$url&sslMode=VERIFY_CA&$trust'"
expect '连上' [ "$output" = connected ]
note '连主机名也核对：自动生成的证书里没有主机名'
on local "$java Ask '$url&sslMode=VERIFY_IDENTITY&$trust'"
expect '名字对不上' contains "$output" 'Server identity verification failed'

note '== 口令错；口令里的 & 没有转义，驱动只看到前一半'
on local "$java Ask '${url/=example/=wrong}'"
expect '口令错' contains "$output" "Access denied for user 'app'@'localhost' (using password: YES)"
two=${url/user=app/user=two}
on local "$java Ask '$two&1'"
expect '同一句' contains "$output" "Access denied for user 'two'@'localhost' (using password: YES)"
on local "$java Ask '$two%261'"
expect '写成 %26，连上' [ "$output" = connected ]

note '== 一句太长'
sql db 'set global max_allowed_packet = 4194304'
{
    printf "insert into t (v) values ('"
    head -c 5399968 /dev/zero | tr '\0' x
    printf "')"
} >big.sql
on local "$java Ask '$url' @big.sql"
expect '驱动自己不发' contains "$output" 'Packet for query is too large (5,400,000 > 4,194,304)'
note '改地址里的没有用'
on local "$java Ask '$url&maxAllowedPacket=67108864' @big.sql"
expect '一字不差' contains "$output" 'Packet for query is too large (5,400,000 > 4,194,304)'
note '改服务器的，新连接就行'
sql db 'set global max_allowed_packet = 67108864'
on local "$java Ask '$url' @big.sql"
expect '写进去了' [ "$output" = '1 row' ]

note '== 连接留得太久：服务器先关了它'
on local "$java Kept '$url&sessionVariables=wait_timeout=1'"
expect '服务器 8.0.24 起说得出是空闲' contains "$output" 'because of inactivity'
note '被 KILL：说不出原因'
on local "$java Kept '$url' KILL"
expect '只说上一次收到是多久以前' contains "$output" 'The last packet successfully received from the server was'
note '连接池借出以前先查一下，应用看不到错，日志里有一句'
pool="java -Dorg.slf4j.simpleLogger.defaultLogLevel=warn -cp '.:pool/*' Pool"
on local "$pool '$url' kill 2>&1"
expect '换了一条' contains "$output" '10 times'
expect '日志' contains "$output" 'Possibly consider using a shorter maxLifetime value'

note '== HikariCP：借不到。池子最多两条，都没有还'
background local "$pool '$url' leak"
wait_for "grep -q SQLTransient $log && [ \$(grep -c 'at Pool.leak' $log) -eq 2 ]" 120
on local "grep SQLTransient $log"
expect 'active 到了上限，idle 是 0' contains "$output" 'total=2, active=2, idle=0'
sql_file db check.sql
expect '它们在数据库里是 Sleep，没有在执行' contains "$output" $'app\tSleep\t2'
note '谁借的：leakDetectionThreshold 把那一行写进日志'
on local "grep -E 'leak detected|at Pool.leak' $log"
expect '哪个文件哪一行' contains "$output" 'at Pool.leak(Pool.java:'
stop "$pid"
note '池子加大到 20：还是这一句，只是多占 18 条'
background local "$pool '$url' leak 20"
wait_for "grep -q SQLTransient $log" 120
on local "grep SQLTransient $log"
expect '20 条都没有还' contains "$output" 'total=20, active=20, idle=0'
stop "$pid"
note '改：用完就还，写成 try (Connection c = …)'
on local "$pool '$url' close 2>&1"
expect '同样两条，借十次' [ "$output" = '10 times' ]
note '同一句，但是 total=0：一条也没有建成，看 Caused by'
on local "$pool '${url/13306/13307}' close 2>&1"
expect '不是池子的事' contains "$output" 'total=0, active=0, idle=0'

note '== 时区。服务器的时区缩写是 CST，存的是北京时间 2026-01-15 08:00'
at="-Duser.timezone=Asia/Shanghai"
read="'SELECT at FROM t WHERE id = 1'"
on local "${java_8/java/java $at} Ask '$url' $read"
expect '老驱动当它是美国中部，不报错，差 14 小时' contains "$output" '2026-01-15 22:00'
on local "${java/java/java $at} Ask '$url' $read"
expect '9.7.0 默认不看服务器的时区' contains "$output" '2026-01-15 08:00'
on local "${java/java/java $at} Ask '$url&connectionTimeZone=SERVER' $read"
expect '叫它看服务器的，也差 14 小时' contains "$output" '2026-01-15 22:00'
on local "${java/java/java $at} Ask '$url&connectionTimeZone=CST' $read"
expect '写 CST，它不收' contains "$output" 'Unknown time-zone ID: CST'
on local "${java_8/java/java $at} Ask '$url&serverTimezone=Asia/Shanghai' $read"
expect '老驱动写全名，对了' contains "$output" '2026-01-15 08:00'
note '缩写认不出的'
stop_mysql db
TZ=CEST-2 start_mysql db 13306
on local "$java_8 Ask '$url'"
expect '老驱动一连就报' contains "$output" 'is unrecognized or represents more than one time zone'
on local "$java Ask '$url'"
expect '9.7.0 连得上' [ "$output" = connected ]
on local "$java Ask '$url&connectionTimeZone=SERVER'"
expect '叫它看服务器的，也报' contains "$output" 'is unrecognized or represents more than one time zone'
note '服务器写明偏移，老驱动也能连'
sql db "set global time_zone = '+02:00'"
on local "$java_8 Ask '$url'"
expect '连上' [ "$output" = connected ]
stop_mysql db
