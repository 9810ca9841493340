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
}

# What docs/promises.md promises: 4 MB to fetch, 40 MB when installed.
weigh() {
  local packed installed
  packed=$(du -k --apparent-size "$scratch"/pack/*.tgz | cut -f1)
  installed=$(du -sk --apparent-size "$scratch/prefix" | cut -f1)
  echo "size: $packed kB packed, $installed kB installed"
  [ "$packed" -le 4096 ] && [ "$installed" -le 40960 ] || { echo 'larger than promised' >&2; return 1; }
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
weigh
expect '--version' "$(node -p 'require(process.argv[1]).version' "$root/package.json")" "$(followup --version)"
expect '--help' 'followup' "$(followup --help)"
expect 'demo --plain' 'followup' "$(followup demo --plain)"
expect 'log' 'Acme Controls' "$(followup log 'Acme Controls' --role 'Operations Director')"
expect 'due --json' '"acme-controls"' "$(followup due --json)"
expect 'config' 'my-name' "$(followup config set my-name 'Robin Vale')"
expect 'letter' 'ready to send' "$(followup letter acme-controls check-in)"
expect 'check' 'Ready' "$(printf 'Dear Dana,\n\nThank you for the talk on Tuesday.\n\nKind regards,\nRobin Vale\n' >"$scratch/note.txt" && followup check "$scratch/note.txt")"
expect 'call' 'call to Acme Controls' "$(followup call acme-controls no-answer)"
expect 'playbook' 'gentle' "$(followup playbook list)"
expect 'debrief' 'oversold' "$(followup debrief acme-controls --landing oversold)"
expect 'nothing left in the directory' 'none' "$(ls -A "$scratch/empty" | grep . || echo none)"
echo 'smoke: all passed'
