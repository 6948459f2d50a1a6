#!/usr/bin/env bash
# A PostgreSQL server and two ClickHouse servers on loopback, and the study on them: engines.mjs. Installs Debian's packages where they lack.
set -eu
cd "$(dirname "$0")/../.."
if ! command -v clickhouse-server >/dev/null || ! ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1; then
  sudo=""
  [ "$(id -u)" -eq 0 ] || sudo=sudo
  $sudo apt-get -qq update
  DEBIAN_FRONTEND=noninteractive $sudo apt-get -qq install -y postgresql clickhouse-server clickhouse-common >/dev/null
fi
node test/heavy/engines.mjs
