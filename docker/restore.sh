#!/usr/bin/env bash
# Brings a backup of backup.sh back, with the product stopped. Settings as in backup.sh. A PostgreSQL database must be
# empty (create a new one and point the product at it, or drop and create); an embedded database that is there is kept
# beside the new one. Everybody signs in again afterwards, and open pages reload.
# Usage: restore.sh FILE
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
file=${1:?usage: restore.sh FILE}
[ -r "$file" ] || { echo "cannot read $file" >&2; exit 1; }

case "${SPRING_DATASOURCE_URL:-}" in
  jdbc:postgresql://*)
    # shellcheck source=docker/connection.sh
    . "$here/connection.sh"
    used=$(psql --no-psqlrc --tuples-only --no-align --command \
      "select count(*) from information_schema.tables where table_name = 'flyway_schema_history'")
    if [ "$used" != 0 ]; then
      echo "the database $PGDATABASE is not empty; nothing was changed" >&2
      exit 1
    fi
    # all or nothing
    pg_restore --no-owner --no-privileges --single-transaction --exit-on-error --dbname="$PGDATABASE" "$file"
    psql --no-psqlrc --quiet --set ON_ERROR_STOP=1 --single-transaction --file="$here/after-restore.sql"
    ;;
  "" | jdbc:h2:*)
    java -jar "${GRIDSIGHT_JAR:-$here/../server/app/target/gridsight.jar}" restore "$file"
    ;;
  *)
    echo "SPRING_DATASOURCE_URL must begin with jdbc:postgresql:// or jdbc:h2:" >&2
    exit 1
    ;;
esac
echo "restored $file"
