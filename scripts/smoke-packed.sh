#!/usr/bin/env bash
# Packs the program, installs it globally into a scratch prefix and uses it from an empty directory with a bare environment.
# smoke-packed.sh FOLDER: works in FOLDER, which it creates.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
scratch=$1
mkdir -p "$scratch/pack" "$scratch/prefix" "$scratch/home" "$scratch/empty"

pack_and_install() {
  (cd "$root" && npm pack --silent --pack-destination "$scratch/pack")
  # Outside the repository, so that its .npmrc does not help.
  (cd "$scratch/empty" && npm install --global --no-audit --no-fund --prefix "$scratch/prefix" "$scratch"/pack/followup-*.tgz)
  du -sh "$scratch"/pack/*.tgz "$scratch/prefix" | sed 's/^/size: /'
}

followup() {
  (cd "$scratch/empty" && env -i HOME="$scratch/home" PATH="$scratch/prefix/bin:$(dirname "$(command -v node)"):/usr/bin:/bin" followup "$@" </dev/null)
}

expect() {
  local what=$1 wanted=$2 got=$3
  case $got in
    *"$wanted"*) echo "ok: $what" ;;
    *)
      printf 'not ok: %s\nwanted: %s\ngot: %s\n' "$what" "$wanted" "$got" >&2
      exit 1
      ;;
  esac
}

pack_and_install
expect '--version' "$(node -p 'require(process.argv[1]).version' "$root/package.json")" "$(followup --version)"
expect '--help' 'followup' "$(followup --help)"
expect 'demo --plain' 'followup' "$(followup demo --plain)"
expect 'log' 'Acme Controls' "$(followup log 'Acme Controls' --role 'Operations Director')"
expect 'due --json' '"acme-controls"' "$(followup due --json)"
expect 'nothing left in the directory' 'none' "$(ls -A "$scratch/empty" | grep . || echo none)"
echo 'smoke: all passed'
