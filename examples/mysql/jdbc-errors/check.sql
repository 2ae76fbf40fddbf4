-- 空闲的连接是谁的，闲了多久
SELECT user, command, count(*) FROM performance_schema.processlist
WHERE user = 'app' GROUP BY user, command;
