FROM lab/box
ENV PATH=/bin
COPY requirements.txt /app/
RUN echo "装依赖" >>/app/installed
COPY src/ /app/src/
