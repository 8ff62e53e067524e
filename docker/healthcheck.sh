#!/usr/bin/env bash
# Exit 0 when the product says UP. Uses bash alone: a JRE image has no curl.
set -eu
exec 3<>"/dev/tcp/127.0.0.1/${SERVER_PORT:-8080}"
printf 'GET /actuator/health HTTP/1.0\r\nHost: 127.0.0.1\r\n\r\n' >&3
grep -q '"status":"UP"' <&3
