#!/bin/sh
# Makes the secrets of the scale profile, anew and at random, in deploy/secrets; never over those that are there:
# MongoDB keeps the passwords that it was first started with.
set -eu
umask 077
cd "$(dirname "$0")"
mkdir secrets || {
  echo 'deploy/secrets 已存在，未改动 / is there already and was left as it is' >&2
  exit 1
}

random() { head -c 24 /dev/urandom | od -An -v -tx1 | tr -d ' \n'; }

duijie=$(random)
search=$(random)
cat > secrets/mongo.env <<END
MONGO_INITDB_ROOT_USERNAME=root
MONGO_INITDB_ROOT_PASSWORD=$(random)
MONGO_MEMBER_KEY=$(random)
DUIJIE_MONGO_PASSWORD=$duijie
END
cat > secrets/meilisearch.env <<END
MEILI_MASTER_KEY=$search
END
cat > secrets/duijie.env <<END
MONGO_URL=mongodb://duijie:$duijie@mongo:27017/duijie?replicaSet=rs0&authSource=admin
MEILI_KEY=$search
DUIJIE_KEYS=k1:$(head -c 32 /dev/urandom | base64)
END
