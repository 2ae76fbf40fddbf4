FROM lab/box
ENV PATH=/bin
COPY . /app/
RUN echo "装依赖" >>/app/installed
