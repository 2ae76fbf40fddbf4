FROM lab/box
ENV PATH=/bin
COPY trap.sh /trap.sh
ENTRYPOINT ["/bin/sh", "/trap.sh"]
