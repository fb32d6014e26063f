#!/bin/sh
# Runs one of MongoDB's tools as its root user. The password goes in a file: every process may read arguments.
set -eu
umask 077
printf 'password: %s\n' "${MONGO_INITDB_ROOT_PASSWORD:?}" > /tmp/password.yaml
tool=$1
shift
exec "$tool" --config /tmp/password.yaml --username "${MONGO_INITDB_ROOT_USERNAME:?}" --authenticationDatabase admin "$@"
