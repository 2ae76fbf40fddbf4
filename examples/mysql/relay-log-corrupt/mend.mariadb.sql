stop replica;
start replica;
