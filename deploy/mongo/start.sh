#!/bin/sh
# Starts mongod as the one member of the replica set rs0: transactions need a set, and a set with users needs a key file.
set -eu
umask 077
printf '%s' "${MONGO_MEMBER_KEY:?}" > /tmp/member-key
: "${MONGO_INITDB_ROOT_USERNAME:?}" "${MONGO_INITDB_ROOT_PASSWORD:?}"
exec docker-entrypoint.sh mongod --replSet rs0 --bind_ip_all --keyFile /tmp/member-key
