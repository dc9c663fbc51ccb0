#!/bin/sh
# The cluster's certificates, made once: an authority, a certificate for each node, and no key left
# that could sign more. They are good for five years; to renew them, remove both volumes.
set -eu

if [ -s /authority/ca.crt ]; then exit 0; fi

cd /certificates
rm -rf ca node1 node2 node3
es-gencert-cli create-ca -days 1825
for node in 1 2 3; do
  es-gencert-cli create-node -days 1825 -out "./node$node" \
    -ip-addresses "127.0.0.1,172.30.240.1$node" -dns-names "localhost,cluster-node-$node"
done
rm ca/ca.key

# EventStoreDB runs as user 1000.
chown -R 1000:1000 ca node1 node2 node3
chmod -R u=rwX,go= ca node1 node2 node3

# Last: what says that all is there.
cp ca/ca.crt /authority/ca.crt.new
chmod 0644 /authority/ca.crt.new
mv /authority/ca.crt.new /authority/ca.crt
