#!/usr/bin/env bash
# The store under faults, each put into real runs of the program by strace: killed before a system call, refused by the disk, cut off from power in the
# middle of a write, and damaged on the disk. FAULTS=all takes every verb that writes, and many more moments.
set -euo pipefail
cd "$(dirname "$0")/faults"
if ! strace -o /dev/null true; then
  echo "faults: not tried, for no program may be traced here"
  exit "${REQUIRE_REAL:-0}"
fi
node kill.mjs &
killed=$!
failed=0
for campaign in errors power damage; do node "$campaign.mjs" || failed=1; done
wait "$killed" || failed=1
exit $failed
