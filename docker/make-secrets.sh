#!/bin/sh
# Makes the secrets that docker-compose.yml names, each once: what is there stays.
#   sh docker/make-secrets.sh [folder]      default: secrets, beside docker-compose.yml
set -eu

folder=${1:-$(dirname "$0")/../secrets}
mkdir -p "$folder"
chmod 0700 "$folder"

random() {
  od -An -N"${1:-24}" -tx1 /dev/urandom | tr -d ' \n'
}

once() {
  [ -s "$folder/$1" ] || printf '%s' "$2" > "$folder/$1"
  # The containers read it as other users; the folder keeps it from other accounts of this machine.
  chmod 0644 "$folder/$1"
}

once postgres_password "$(random)"
once database_url "postgresql://service_centre:$(cat "$folder/postgres_password")@database:5432/service_centre"
once master_key "$(random 32)"
once operator_password "$(random)"
once eventstoredb_credentials "admin:$(random)"
once eventstoredb.env "EVENTSTORE_DEFAULT_ADMIN_PASSWORD=$(sed 's/^admin://' "$folder/eventstoredb_credentials")
EVENTSTORE_DEFAULT_OPS_PASSWORD=$(random)
"
