stop replica;
-- 只丢中继日志和位点，不动数据；地址和账号留着
reset replica;
start replica;
