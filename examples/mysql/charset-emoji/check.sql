-- 看列自己的字符集，再看连接的
SELECT column_name, character_set_name FROM information_schema.columns
WHERE table_schema = 'd' AND table_name = 't' AND character_set_name IS NOT NULL;
SHOW VARIABLES WHERE variable_name IN ('character_set_client', 'character_set_connection');
