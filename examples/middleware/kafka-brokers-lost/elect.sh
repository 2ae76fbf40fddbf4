kafka-leader-election.sh --bootstrap-server kafka3:9092 --election-type unclean --topic orders --partition 1
