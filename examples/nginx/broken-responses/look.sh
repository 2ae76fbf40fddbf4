tail -n 50 /var/log/nginx/error.log | grep -E 'upstream|connect'
