#!/usr/bin/env bash
# The spatial engine against its peers, round by round in one run, printed as one Markdown table. A peer that is not
# installed is named as missing. Usage: server/benchmarks/spatial.sh [CLASS...]    needs a JDK, Maven; as root on Debian
# it installs R's packages dbscan and spdep first.
set -euo pipefail
cd "$(dirname "$0")/../.."

if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  dpkg -s r-cran-dbscan r-cran-spdep >/dev/null 2>&1 ||
    apt-get install -y -q --no-install-recommends r-base-core r-cran-dbscan r-cran-spdep >&2 ||
    echo "R's packages could not be installed" >&2
fi

mvn -B -q -Dquick -DskipTests package dependency:build-classpath -Dmdep.outputFile=target/classpath.txt \
  -pl server/benchmarks -am </dev/null >&2
classpath=server/benchmarks/target/classes:$(cat server/benchmarks/target/classpath.txt)

bench() {
  local name=$1
  shift
  java -Xmx2g -cp "$classpath" "org.gridsight.benchmarks.$name" "$@" || echo "| \`$name\` | $* | FAILED | |"
}

memory=$(awk '/MemTotal/ { printf "%.0f GiB", $2 / 1048576 }' /proc/meminfo)
cpu=$(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -n 1)
echo "Measured $(date -u +%F) at $(git rev-parse --short HEAD), $(nproc) cores ($cpu), $memory,"
echo "load $(cut -d ' ' -f 1 /proc/loadavg) before; JDK $(java -version 2>&1 | sed -n '1s/.*"\(.*\)".*/\1/p')."
echo
echo "| benchmark | on | result | mark |"
echo "|---|---|---|---|"
# one line for each benchmark of the engine
all=(
  Agreement
  CellStatistics
  Clusters
  Forecasts
  HeldOut
  Scans
  SightLoad
  SightStudy
)
for name in "${@:-${all[@]}}"; do
  bench "$name"
done
