#!/usr/bin/env bash
# Builds and tests a copy of the repository on other Nodes, whose binaries come as npm packages. try-nodes.sh MAJOR…
# These Nodes use better-sqlite3 13, which brings its binaries: nothing is compiled.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
platform=$(node -p 'process.platform + "-" + process.arch')
sqlite=13.2.0
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

fetch_node() {
  mkdir -p "$scratch/tools-$1"
  (cd "$scratch/tools-$1" && npm init -y >/dev/null && npm install --no-audit --no-fund --loglevel=error "node-$platform@$1" >/dev/null)
}

copy_repository() {
  mkdir -p "$1"
  (cd "$root" && git ls-files -z | xargs -0 cp --parents -t "$1")
}

try_node() (
  export PATH="$scratch/tools-$1/node_modules/node-$platform/bin:$PATH"
  printf '\n-- Node %s\n' "$(node --version)"
  cd "$scratch/copy-$1"
  npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
  npm install --no-save --ignore-scripts --no-audit --no-fund --loglevel=error "better-sqlite3@$sqlite"
  npm test
  use_program "$scratch/home-$1"
)

use_program() {
  mkdir -p "$1"
  HOME=$1 node bin/followup.js log 'Acme Controls' --role 'Operations Director'
  HOME=$1 node bin/followup.js due --json | grep -q '"acme-controls"'
}

for major in "$@"; do
  fetch_node "$major"
  copy_repository "$scratch/copy-$major"
  try_node "$major" </dev/null
done
