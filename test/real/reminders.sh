#!/usr/bin/env bash
# The daily reminder against the real parts: cron fires the installed line, systemd reads the units, a property-list reader the plist,
# a notification daemon shows the notice. As root; needs cron faketime systemd dbus-x11 xvfb dunst libnotify-bin python3, and the built program.
set -euo pipefail
cd "$(dirname "$0")/../.."
here=$(pwd)
node=$(command -v node)
# A folder with every letter that means something to a shell, to cron or to systemd.
scratch=$(mktemp -d)
odd="$scratch/it's 100% \$HOME \"ü\" & more"
mkdir -p "$odd"
chown -R nobody "$scratch"
chmod 711 "$scratch"
cleanup() {
  crontab -u nobody -r 2>/dev/null || true
  rm -rf "$scratch"
}
trap cleanup EXIT
failed=0
check() {
  if eval "$2"; then echo "ok      $1"; else echo "not ok  $1"; failed=1; fi
}
# The program lies where an ordinary user can read it.
mkdir "$odd/program" && cp -r bin dist data package.json "$odd/program/"
mkdir -p "$odd/program/node_modules" && cp -r node_modules/{better-sqlite3,bindings,file-uri-to-path} "$odd/program/node_modules/"
chown -R nobody "$odd"
as() { setpriv --reuid=nobody --regid=nogroup --clear-groups env -i PATH=/usr/bin:/bin HOME="$odd" "$@"; }
followup() { as FOLLOWUP_DB="$odd/x.db" FOLLOWUP_BACKUP=off TZ=UTC ${now:+FOLLOWUP_NOW=$now} "$node" "$odd/program/bin/followup.js" "$@"; }

# An interview that was booked and is over: the look back is due on any day of the week, so this passes at weekends too.
now=$(date -u -d '-9 days' +%Y-%m-%dT15:00:00Z)
followup log "Acme Controls" --with "Dana Reyes <dana@acme.example>" --contact-role boss --at "$(date -u -d '-1 day' +%Y-%m-%dT10:00)" --no-input >/dev/null
now=

echo '== cron'
printf '# mine, 100%% kept\n15 4 1 1 * true\n' | as crontab -
as crontab -l >"$scratch/before"
followup schedule install --via cron --at 9:00 --days daily --command "cat >$scratch/fired" >/dev/null
as crontab -l | sed 's/^/        /' | cut -c1-110
faketime -f "@$(date -d tomorrow +%Y-%m-%d) 08:59:56" /usr/sbin/cron -f &
watcher=$!
for _ in $(seq 1 120); do [ -s "$scratch/fired" ] && break; sleep 0.25; done
kill "$(ps -o pid= --ppid $watcher | tr -d ' ')" 2>/dev/null || true
wait $watcher 2>/dev/null || true
rm -f /run/crond.pid
check 'a real cron fired the line, and the digest arrived' '[ -s "$scratch/fired" ]'
sed 's/^/        /' "$scratch/fired" || true
check 'the digest names the act' 'grep -q "acme-controls" "$scratch/fired"'
followup schedule | sed 's/^/        /'
check 'status knows that the last run worked' 'followup schedule --json | grep -q "\"ended\": true"'
followup schedule remove >/dev/null
as crontab -l >"$scratch/after"
check 'the crontab is as it was, byte for byte' 'cmp "$scratch/before" "$scratch/after"'

echo '== systemd'
units="$scratch/units"
mkdir "$units"
followup schedule print --via systemd >"$scratch/both"
sed -n '/^# followup-remind.timer$/,/^# followup-remind.service$/p' "$scratch/both" | sed '1d;$d' >"$units/followup-remind.timer"
sed -n '/^# followup-remind.service$/,$p' "$scratch/both" | sed 1d >"$units/followup-remind.service"
check 'systemd-analyze verify finds nothing wrong' 'XDG_RUNTIME_DIR="$scratch" systemd-analyze verify --user "$units/followup-remind.timer" "$units/followup-remind.service"'
check 'systemd reads the hour' 'systemd-analyze calendar "$(sed -n s/^OnCalendar=//p "$units/followup-remind.timer")" | grep -q "08:30"'

echo '== launchd'
followup schedule print --via launchd --days mon,wed --command "tee '$odd/<&>'" >"$scratch/plist"
python3 - "$scratch/plist" "$node" "$odd" <<'PYTHON' && echo 'ok      a property-list reader reads it back word for word' || { echo 'not ok  property list'; failed=1; }
import plistlib, sys
path, node, odd = sys.argv[1:]
with open(path, 'rb') as file: read = plistlib.load(file)
words = read['ProgramArguments']
assert words[0] == node and words[1] == odd + '/program/bin/followup.js', words
assert words[-1] == "tee '" + odd + "/<&>'", words
assert read['StartCalendarInterval'] == [{'Weekday': d, 'Hour': 8, 'Minute': 30} for d in (1, 3)], read
PYTHON

echo '== a notice'
rm -f "$odd/shown"
as XDG_RUNTIME_DIR="$odd" FOLLOWUP_DB="$odd/x.db" FOLLOWUP_NOW="$(date -u -d '+1 day' +%Y-%m-%dT10:00:00Z)" TZ=UTC NODE="$node" ODD="$odd" \
  dbus-run-session -- xvfb-run -a bash -c '
    dunst -print >"$ODD/shown" 2>&1 & d=$!
    sleep 1
    "$NODE" "$ODD/program/bin/followup.js" remind --notify; echo "exit $?" >>"$ODD/ended"
    sleep 1; kill $d' || true
check 'a real notification daemon showed it' 'grep -q "followup, " "$odd/shown" && grep -q "acme-controls" "$odd/shown"'
check 'without a session bus it says so (exit 6), and it is said again' '! as FOLLOWUP_DB="$odd/x.db" FOLLOWUP_NOW="$(date -u -d "+2 days" +%Y-%m-%dT10:00:00Z)" "$node" "$odd/program/bin/followup.js" remind --notify 2>"$scratch/said" && grep -q "No notice could be shown" "$scratch/said"'

exit $failed
