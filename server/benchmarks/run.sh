#!/usr/bin/env bash
# Packages the product, runs it on the embedded database and on a private PostGIS, measures both over their own doors
# and prints one Markdown table. Everything listens on this machine only and is gone afterwards.
# Usage: server/benchmarks/run.sh [embedded|postgis|media|soak|all]     needs a JDK, Maven, curl; PostgreSQL with PostGIS;
# chromium; for media, which is measured alone or last, ffmpeg
set -euo pipefail
cd "$(dirname "$0")/../.."
what=${1:-all}
work=$(mktemp -d /tmp/gridsight-benchmark.XXXXXX)
chmod 755 "$work"
free_port() {
  local candidate=$1
  while (exec 3<>"/dev/tcp/127.0.0.1/$candidate") 2>/dev/null; do candidate=$((candidate + 1)); done
  echo "$candidate"
}
port=$(free_port 18480)
database_port=$(free_port 18432)
url=http://127.0.0.1:$port
password=Benchmark-$RANDOM-$RANDOM
product=
postgres_bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1 || true)

as_user() { if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi; }

stop_product() {
  if [ -n "$product" ]; then kill "$product" 2>/dev/null || true; wait "$product" 2>/dev/null || true; product=; fi
}

clean_up() {
  stop_product
  if [ -d "$work/pg" ]; then as_user "$postgres_bin/pg_ctl" -D "$work/pg" -m immediate stop >/dev/null 2>&1 || true; fi
  rm -rf "$work"
}
trap clean_up EXIT

bench() {
  local name=$1
  shift
  java -Xmx1g -cp "$classpath" "org.gridsight.benchmarks.$name" "$@" || echo "| \`$name\` | $* | FAILED | |"
}

start_product() {
  java -Xmx2g -jar server/app/target/gridsight.jar >"$work/product.log" 2>&1 &
  product=$!
  for _ in $(seq 600); do
    if curl -fs "$url/actuator/health" >/dev/null 2>&1; then return; fi
    kill -0 "$product" 2>/dev/null || break
    sleep 0.2
  done
  tail -n 30 "$work/product.log" >&2
  exit 1
}

# the marks of one database: its name, reports a second, rows a second
measure() {
  local on=$1 rate=$2 rows=$3
  export GRIDSIGHT_DATA_DIR=$work/$on
  start_product
  bench FirstMap --on "$on" --url "$url" --password "$password" --mark "<= 2 s"
  bench IncidentLoad --on "$on" --url "$url" --password "$password" --rate "$rate" --seconds 60 \
    --mark "$rate/s sustained, p95 <= 50 ms"
  bench LiveLatency --on "$on" --url "$url" --password "$password" --mark "p95 <= 300 ms"
  bench IncidentLoad --on "$on" --url "$url" --password "$password" --rate 0 --seconds 30 --mark "-"
  bench ImportLoad --on "$on" --url "$url" --password "$password" --rows 50000 --mark ">= $rows rows/s"
  bench PositionLoad --on "$on" --url "$url" --password "$password" --mark "10,000/s"
  stop_product
}

mvn -B -q -DskipTests package dependency:build-classpath -Dmdep.outputFile=target/classpath.txt </dev/null >&2
classpath=server/benchmarks/target/classes:$(cat server/benchmarks/target/classpath.txt)

export SERVER_PORT=$port SERVER_ADDRESS=127.0.0.1
export GRIDSIGHT_DEMO=true GRIDSIGHT_DEMO_LIVE=false GRIDSIGHT_DEMO_PASSWORD=$password
export PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1

memory=$(awk '/MemTotal/ { printf "%.0f GiB", $2 / 1048576 }' /proc/meminfo)
cpu=$(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -n 1)
echo "Measured $(date -u +%F) at $(git rev-parse --short HEAD), $(nproc) cores ($cpu), $memory, load $(cut -d ' ' -f 1 /proc/loadavg) before;"
echo "JDK $(java -version 2>&1 | sed -n '1s/.*"\(.*\)".*/\1/p'). Server, database and load share the machine."
echo
echo "| benchmark | on | result | mark |"
echo "|---|---|---|---|"
if [ "$what" = soak ]; then
  # 16 tiles for two hours; SOAK_MINUTES for another time
  bench MediaSoak --minutes "${SOAK_MINUTES:-120}"
  exit 0
fi
if [ "$what" = media ]; then
  bench MediaStart
  GRIDSIGHT_DATA_DIR=$work/pictures GRIDSIGHT_CAMERA_NETWORKS=127.0.0.0/8 start_product
  bench FirstPicture --url "$url" --password "$password"
  bench CameraMap --url "$url" --password "$password"
  stop_product
  bench MediaBench
  bench SipStorm
  bench SipFlood
  bench RtspLoad
  exit 0
fi
bench RegionLookup

if [ "$what" != postgis ]; then
  export GRIDSIGHT_DATA_DIR=$work/first
  bench StartUp --on embedded --what "\`mvn\`, new database, demo filled in" --url "$url" --command "mvn -o -q" \
    --log "$work/mvn.log" --mark "<= 25 s"
  GRIDSIGHT_DATA_DIR=$work/jar
  bench StartUp --on embedded --what "jar, new database, demo filled in" --url "$url" \
    --command "java -jar server/app/target/gridsight.jar" --log "$work/jar.log" --mark "-"
  bench StartUp --on embedded --what "jar, existing database" --url "$url" \
    --command "java -jar server/app/target/gridsight.jar" --log "$work/jar.log" --mark "-"
  measure embedded 100 2000
fi

if [ "$what" != embedded ]; then
  [ -n "$postgres_bin" ] || { echo "no PostgreSQL here" >&2; exit 1; }
  if [ "$(id -u)" = 0 ]; then install -d -o postgres "$work/pg"; fi
  printf %s "$password" >"$work/secret"
  chmod 644 "$work/secret"
  # durable as in production: fsync and synchronous commit stay on
  as_user "$postgres_bin/initdb" -D "$work/pg" -U gridsight -A scram-sha-256 --pwfile="$work/secret" -E UTF8 \
    --locale=C.UTF-8 >/dev/null
  as_user "$postgres_bin/pg_ctl" -D "$work/pg" -l "$work/pg/server.log" -w \
    -o "-p $database_port -k $work/pg -c listen_addresses=127.0.0.1 -c shared_buffers=1GB" start >/dev/null
  PGPASSWORD=$password "$postgres_bin/createdb" -h 127.0.0.1 -p $database_port -U gridsight gridsight
  export SPRING_DATASOURCE_URL=jdbc:postgresql://127.0.0.1:$database_port/gridsight
  export SPRING_DATASOURCE_USERNAME=gridsight SPRING_DATASOURCE_PASSWORD=$password
  measure postgis 300 5000
fi

if [ "$what" = all ]; then bench MediaBench; bench RtspLoad; fi
