#!/usr/bin/env bash
# Calendars against the real parts: a Radicale server takes, updates and gives back the entries, vdirsyncer carries them to a folder, todoman and
# khal read both that folder and our own. Needs radicale khal todoman vdirsyncer python3, and the built program.
set -euo pipefail
cd "$(dirname "$0")/../.."
here=$(pwd)
scratch=$(mktemp -d)
port=$((20000 + $$ % 20000))
server=
cleanup() {
  [ -n "$server" ] && kill "$server" 2>/dev/null || true
  rm -rf "$scratch"
}
trap cleanup EXIT
failed=0
check() {
  if eval "$2"; then echo "ok      $1"; else echo "not ok  $1"; failed=1; fi
}
followup() {
  env -i PATH="$PATH" HOME="$scratch" FOLLOWUP_DB="$scratch/x.db" FOLLOWUP_BACKUP=off TZ=Europe/Berlin FOLLOWUP_NOW="$now" \
    FOLLOWUP_CALDAV_URL="${url:-http://127.0.0.1:$port/me/follow%20up/}" FOLLOWUP_CALDAV_USER=me \
    FOLLOWUP_CALDAV_PASSWORD_COMMAND="${pass:-echo secret}" node "$here/bin/followup.js" "$@"
}
now=2027-03-04T09:00:00Z
followup log "Acme Controls" --with "Dana Reyes <dana@acme.example>" --phone "+1 312 555 0142" --at 2027-02-10T10:00 --country US --quiet
followup log "Zoë & Söhne; Škoda, 日本" --with "Zoë Müller <zoe@x.example>" --at 2027-03-16T10:00 --quiet

start() {
  mkdir -p "$scratch/col"
  echo 'me:secret' >"$scratch/users"
  printf '[server]\nhosts = 127.0.0.1:%s\n[auth]\ntype = htpasswd\nhtpasswd_filename = %s/users\nhtpasswd_encryption = plain\ndelay = 0\n[storage]\nfilesystem_folder = %s/col\n[rights]\ntype = owner_only\n' \
    "$port" "$scratch" "$scratch" >"$scratch/radicale.conf"
  radicale --config "$scratch/radicale.conf" >>"$scratch/radicale.log" 2>&1 &
  server=$!
  for _ in $(seq 1 100); do (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null && return; sleep 0.1; done
  cat "$scratch/radicale.log"
  exit 1
}
stop() {
  kill "$server"
  wait "$server" 2>/dev/null || true
  server=
}
dav() { curl -fsS -u me:secret "$@"; }
code() {
  set +e
  followup "$@" >"$scratch/out" 2>"$scratch/err"
  echo $?
  set -e
}

echo '== Radicale'
start
check 'the calendar is made, and both entries with it' 'followup sync --calendar --json | grep -q "\"created\": 2"'
check 'the second time there is nothing to change' 'followup sync --calendar | grep -q "nothing to change"'
shelf="http://127.0.0.1:$port/me/follow%20up"
printf 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//me//me//EN\r\nBEGIN:VTODO\r\nUID:dentist\r\nDTSTAMP:20270301T000000Z\r\nSUMMARY:Dentist\r\nEND:VTODO\r\nEND:VCALENDAR\r\n' >"$scratch/dentist.ics"
dav -X PUT -H 'Content-Type: text/calendar' --data-binary "@$scratch/dentist.ics" "$shelf/dentist.ics"
followup log zoe-and-sohne-skoda --reschedule --at 2027-03-17T11:00 --quiet
check 'a moved interview is changed there' 'followup sync --calendar --json | grep -q "\"updated\": 1"'
followup sent acme love-letter --nothing-heard --quiet
check 'a letter that was sent is done there, the call after it is new' 'followup sync --calendar | grep -q "1 new, 1 done"'
letter=$(find "$scratch/col" -name 'followup-*love-letter*.ics' -not -path '*cache*')
call=$(find "$scratch/col" -name 'followup-*call*.ics' -not -path '*cache*')
check 'the server holds it as completed' 'grep -q "STATUS:COMPLETED" "$letter"'
dav "$shelf/$(basename "$call")" | sed 's/STATUS:NEEDS-ACTION/STATUS:COMPLETED/' >"$scratch/ticked.ics"
dav -X PUT -H 'Content-Type: text/calendar' --data-binary "@$scratch/ticked.ics" "$shelf/$(basename "$call")"
check 'a to-do ticked elsewhere comes back as a question' 'followup sync --calendar | tr "\n" " " | grep -q "Did this happen. *followup do acme-controls"'
check 'and is no fact' '! followup show acme --json | grep -q "\"called\""'
check 'what is of others stands untouched' 'dav "$shelf/dentist.ics" | grep -q "SUMMARY:Dentist"'
pass='echo wrong' check 'a wrong password: exit 6, in words' '[ "$(code sync --calendar)" = 6 ] && grep -q "name and password" "$scratch/err"'
pass=false check 'a password command that fails: exit 6' '[ "$(code sync --calendar)" = 6 ] && grep -q "The command for the password" "$scratch/err"'

echo '== vdirsyncer, todoman, khal'
mkdir -p "$scratch/carried" "$scratch/status"
printf '[general]\nstatus_path = "%s/status"\n[pair p]\na = "here"\nb = "there"\ncollections = [["c", "c", "follow up"]]\n[storage here]\ntype = "filesystem"\npath = "%s/carried"\nfileext = ".ics"\n[storage there]\ntype = "caldav"\nurl = "http://127.0.0.1:%s/me/"\nusername = "me"\npassword = "secret"\n' \
  "$scratch" "$scratch" "$port" >"$scratch/vdirsyncer"
yes | vdirsyncer -c "$scratch/vdirsyncer" discover >/dev/null 2>&1 || true
vdirsyncer -c "$scratch/vdirsyncer" sync >"$scratch/carrying" 2>&1 || cat "$scratch/carrying"
check 'vdirsyncer carries them from the server' '[ "$(find "$scratch/carried" -name "*.ics" | wc -l)" -ge 4 ]'
followup calendar --vdir "$scratch/own/acts" >/dev/null
printf 'path = "%s/own/*"\ndate_format = "%%Y-%%m-%%d"\ntime_format = "%%H:%%M"\ndefault_list = "acts"\ncache_path = "%s/todoman.db"\n' "$scratch" "$scratch" >"$scratch/todoman.py"
TODOMAN_CONFIG="$scratch/todoman.py" todoman --porcelain list >"$scratch/todos" || true
check 'todoman reads the to-dos of our folder' 'grep -q "Call Dana Reyes" "$scratch/todos"'
printf '[calendars]\n[[own]]\npath = %s/own/acts\n[locale]\nlocal_timezone = Europe/Berlin\ndefault_timezone = Europe/Berlin\ntimeformat = %%H:%%M\ndateformat = %%Y-%%m-%%d\nlongdateformat = %%Y-%%m-%%d\ndatetimeformat = %%Y-%%m-%%d %%H:%%M\nlongdatetimeformat = %%Y-%%m-%%d %%H:%%M\n[sqlite]\npath = %s/khal.db\n' "$scratch" "$scratch" >"$scratch/khal"
khal -c "$scratch/khal" list 2027-03-17 1d >"$scratch/khal.out" 2>"$scratch/khal.err" || cat "$scratch/khal.err"
check 'khal shows the interview at its hour' 'grep -q "11:00-12:00 Interview with Zoë Müller" "$scratch/khal.out"'
sed 's/^/        /' "$scratch/khal.out"

echo '== the server is away, or in trouble'
stop
check 'away: exit 6, in words, and all is as it was' '[ "$(code sync --calendar)" = 6 ] && grep -q "cannot be reached" "$scratch/err"'
python3 -c "
import http.server
class Trouble(http.server.BaseHTTPRequestHandler):
    def do_REPORT(self): self.send_response(503); self.send_header('Content-Length','0'); self.end_headers()
    def log_message(self, *a): pass
http.server.HTTPServer(('127.0.0.1', $port), Trouble).serve_forever()" &
server=$!
for _ in $(seq 1 100); do (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null && break; sleep 0.1; done
check 'trouble of its own (503): exit 6, in words' '[ "$(code sync --calendar)" = 6 ] && grep -q "503" "$scratch/err"'
stop
start
check 'once it is back all goes on' '[ "$(code sync --calendar)" = 0 ]'
stop
exit $failed
