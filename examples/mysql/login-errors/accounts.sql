-- 名字相同而 host 不同的是不同的账号
SELECT user, host, plugin FROM mysql.user WHERE user IN ('app', 'web') ORDER BY user;
