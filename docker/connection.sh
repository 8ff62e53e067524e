# Sourced by backup.sh and restore.sh: the product's settings as libpq's.
address=${SPRING_DATASOURCE_URL#jdbc:postgresql://}
address=${address%%\?*}
PGDATABASE=${address#*/}
PGHOST=${address%%/*}
PGPORT=5432
case "$PGHOST" in
  *:*) PGPORT=${PGHOST##*:} PGHOST=${PGHOST%:*} ;;
esac
PGUSER=${SPRING_DATASOURCE_USERNAME:?not set}
PGPASSWORD=${SPRING_DATASOURCE_PASSWORD:?not set}
export PGDATABASE PGHOST PGPORT PGUSER PGPASSWORD
