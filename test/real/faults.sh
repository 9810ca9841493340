#!/usr/bin/env bash
# The store under faults, each put into real runs of the program by strace: killed before a system call, refused by the disk, cut off from power in the
# middle of a write, and damaged on the disk. FAULTS=all takes every verb that writes, and many more moments.
set -euo pipefail
cd "$(dirname "$0")/faults"
node kill.mjs &
killed=$!
failed=0
for campaign in errors power damage; do node "$campaign.mjs" || failed=1; done
wait "$killed" || failed=1
exit $failed
