#!/usr/bin/env bash
# Writes a backup of the product's database while it runs. Where the database is, the product's own settings say:
#   SPRING_DATASOURCE_URL=jdbc:postgresql://host:port/name with _USERNAME and _PASSWORD: a dump by pg_dump
#   absent: the embedded database in GRIDSIGHT_DATA_DIR (default ./data); a running product makes the backup itself
#           when GRIDSIGHT_URL and GRIDSIGHT_TOKEN (of a system administrator) are given, a stopped one needs
#           GRIDSIGHT_JAR (default server/app/target/gridsight.jar)
# Usage: backup.sh [FILE]        prints the file's name; an existing file is never overwritten
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
umask 077
stamp=$(date +%Y%m%d-%H%M%S)

case "${SPRING_DATASOURCE_URL:-}" in
  jdbc:postgresql://*)
    file=${1:-gridsight-$stamp.dump}
    [ ! -e "$file" ] || { echo "$file exists already" >&2; exit 1; }
    # shellcheck source=docker/connection.sh
    . "$here/connection.sh"
    pg_dump --format=custom --no-owner --no-privileges --file="$file.part"
    # a dump that cannot be listed cannot be restored
    pg_restore --list "$file.part" >/dev/null
    mv "$file.part" "$file"
    ;;
  "" | jdbc:h2:*)
    if [ -n "${GRIDSIGHT_URL:-}" ]; then
      : "${GRIDSIGHT_TOKEN:?a token of a system administrator is needed}"
      # the token goes in by standard input: a command line can be read by others
      answer=$(printf 'header = "Authorization: Bearer %s"\n' "$GRIDSIGHT_TOKEN" |
        curl --fail-with-body --silent --show-error --config - --request POST "$GRIDSIGHT_URL/api/backups")
      file=$(printf '%s' "$answer" | sed -n 's/.*"file":"\([^"]*\)".*/\1/p')
    else
      file=${1:-gridsight-$stamp.sql.gz}
      java -jar "${GRIDSIGHT_JAR:-$here/../server/app/target/gridsight.jar}" backup "$file" >/dev/null
    fi
    ;;
  *)
    echo "SPRING_DATASOURCE_URL must begin with jdbc:postgresql:// or jdbc:h2:" >&2
    exit 1
    ;;
esac
echo "$file"
