FROM lab/box
ENV PATH=/bin
COPY trap.sh /trap.sh
ENTRYPOINT sh /trap.sh; echo 结束
