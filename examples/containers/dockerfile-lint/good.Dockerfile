FROM debian:12.12-slim
LABEL org.opencontainers.image.authors="ops@example.com"
WORKDIR /opt/app
RUN apt-get update \
    && apt-get install -y --no-install-recommends nginx=1.22.1-9+deb12u3 \
    && rm -rf /var/lib/apt/lists/*
COPY app/ ./
USER 33:33
EXPOSE 8080
CMD ["nginx", "-c", "/opt/app/nginx.conf", "-e", "stderr", "-g", "daemon off;"]
