-- 账号用哪个插件
SELECT user, host, plugin FROM mysql.user WHERE user = 'app';
-- 空闲多少秒就断；一句最多多少字节；时区，SYSTEM 是跟操作系统，看第二个
SELECT @@global.wait_timeout, @@global.max_allowed_packet;
SELECT @@global.time_zone, @@system_time_zone;
