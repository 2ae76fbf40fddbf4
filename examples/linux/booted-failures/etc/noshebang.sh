echo 好
