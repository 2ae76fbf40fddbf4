SELECT CONCAT('KILL ', id, ';') FROM performance_schema.processlist WHERE user = 'app';
