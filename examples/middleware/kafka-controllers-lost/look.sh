# 谁是领导者，谁有投票权
kafka-metadata-quorum.sh --bootstrap-server kafka:9092 describe --status
