#!/usr/bin/env bash
# Every script in test/real, each against the real programs it names; installs them where it may (Debian, as root).
# REQUIRE_REAL=1 makes a machine that cannot have them a failure instead of a sentence.
set -euo pipefail
cd "$(dirname "$0")/.."
packages=(bc cron dbus dbus-x11 dunst faketime libnotify-bin python3 systemd xauth xvfb)
for list in test/real/*.packages; do
  [ -e "$list" ] && mapfile -t -O "${#packages[@]}" packages <"$list"
done
if command -v apt-get >/dev/null && [ "$(id -u)" -eq 0 ]; then
  apt-get update -q >/dev/null
  DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${packages[@]}" >/dev/null
else
  echo "real parts: not tried, for they need root and apt-get"
  exit "${REQUIRE_REAL:-0}"
fi
failed=0
for script in test/real/*.sh; do
  echo "-- $script"
  timeout --kill-after=10 600 bash "$script" </dev/null || failed=1
done
exit $failed
