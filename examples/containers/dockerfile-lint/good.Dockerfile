FROM debian:12.12-slim
LABEL org.opencontainers.image.authors="ops@example.com"
WORKDIR /opt/app
# Debian 的安全更新会把旧版本从源里拿掉，钉死的版本过几周就构建不出来，所以不照 DL3008 做
# hadolint ignore=DL3008
RUN apt-get update \
    && apt-get install -y --no-install-recommends nginx \
    && rm -rf /var/lib/apt/lists/*
COPY nginx.conf ./
USER 33:33
EXPOSE 8080
CMD ["nginx", "-c", "/opt/app/nginx.conf", "-e", "stderr", "-g", "daemon off;"]
