#!/usr/bin/env bash
# Letters on their way out against the real parts: an SMTP server on loopback with TLS, msmtp, neomutt and notmuch; and the program killed while it sends.
# Needs dbus gnome-keyring libsecret-tools msmtp neomutt notmuch tmux dovecot openssl, npm's packages and the built program. KILLS=200 asks for so many kills.
set -euo pipefail
cd "$(dirname "$0")/../.."
here=$(pwd)
. test/real/servers/dovecot.sh
scratch=$(mktemp -d)
chmod 711 "$scratch"
server=
cleanup() {
  [ -n "$server" ] && kill "$server" 2>/dev/null || true
  [ -e "$scratch/imap/run/master.pid" ] && dovecot_stop "$scratch/imap" || true
  rm -rf "$scratch"
}
trap cleanup EXIT
failed=0
check() {
  if eval "$2"; then echo "ok      $1"; else echo "not ok  $1"; failed=1; fi
}
followup() {
  env -i PATH="$PATH" HOME="$scratch" FOLLOWUP_DB="$scratch/x.db" FOLLOWUP_BACKUP=off TZ=Europe/Berlin FOLLOWUP_NOW="$now" \
    FOLLOWUP_MY_NAME='Zoë Öberg' FOLLOWUP_MY_EMAIL=me@example.org "${way[@]}" node "$here/bin/followup.js" "$@"
}
start() {
  mkdir -p "$1"
  node test/real/servers/smtp-host.mjs "$1" &
  server=$!
  for _ in $(seq 1 100); do [ -s "$1/port" ] && return; sleep 0.1; done
  exit 1
}
stop() {
  kill "$server"
  wait "$server" 2>/dev/null || true
  server=
}
now=2027-03-02T14:00:00Z
way=(LANG=C.UTF-8)
start "$scratch/mail"
port=$(cat "$scratch/mail/port")
followup log 'Acme Controls' --with 'Dana Réyes <dana@acme.example>' --contact-role boss --at 2027-03-01T10:00 --quiet
followup debrief acme --hook 'the shift handover board' --want yes --quiet

echo '== SMTP with TLS and a login'
way+=(FOLLOWUP_SMTP_HOST=127.0.0.1 "FOLLOWUP_SMTP_PORT=$port" FOLLOWUP_MAIL_USER=me@example.org 'FOLLOWUP_MAIL_PASSWORD_COMMAND=echo right')
check 'config mail test logs in' 'followup config mail test | grep -q "logged in as me@example.org"'
check 'the thank-you leaves' 'followup letter acme thank-you --send --yes | grep -q "Sent to dana@acme.example"'
check 'one mail arrived' '[ "$(ls "$scratch/mail/cur" | wc -l)" = 1 ]'

echo '== msmtp, as a command'
printf 'account default\nhost 127.0.0.1\nport %s\ntls off\nauth off\nfrom me@example.org\n' "$port" >"$scratch/.msmtprc"
chmod 600 "$scratch/.msmtprc"
now=2027-03-10T09:00:00Z
way+=("FOLLOWUP_MAIL_COMMAND=msmtp -C $scratch/.msmtprc -t")
check 'the check-in leaves through msmtp' 'followup letter acme check-in --send --yes --nothing-heard | grep -q "Sent to dana@acme.example"'
check 'a second mail arrived' '[ "$(ls "$scratch/mail/cur" | wc -l)" = 2 ]'
way+=("FOLLOWUP_MAIL_COMMAND=msmtp -C $scratch/none -t")
check 'what msmtp says is said, and nothing is on its way' '! followup letter acme close-the-loop --anyway trying --send --yes --nothing-heard 2>"$scratch/err" && grep -q "ended with" "$scratch/err" && ! followup due --json | grep -q unsettled'

echo '== the password out of a real keyring'
# As an ordinary user: the keyring's daemon wants no root.
in_keyring() {
  local as=()
  mkdir -p "$scratch/ring"
  [ "$(id -u)" != 0 ] || { chown nobody "$scratch/ring"; as=(setpriv --reuid=nobody --regid=nogroup --clear-groups); }
  env -i PATH="$PATH" HOME="$scratch/ring" XDG_RUNTIME_DIR="$scratch/ring" FOLLOWUP_DB="$scratch/ring/x.db" FOLLOWUP_MY_EMAIL=me@example.org \
    FOLLOWUP_SMTP_HOST=127.0.0.1 FOLLOWUP_SMTP_PORT="$port" FOLLOWUP_MAIL_USER=me@example.org BIN="$here/bin/followup.js" \
    FOLLOWUP_MAIL_PASSWORD_COMMAND='secret-tool lookup service followup' "${as[@]}" dbus-run-session -- bash -c '
      printf "pw\n" | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1
      node "$BIN" config mail test >before 2>&1
      printf "right" | secret-tool store --label=followup service followup
      node "$BIN" config mail test' 2>&1
}
check 'config mail test logs in with what the keyring holds' '(cd "$scratch" && chmod 777 . && in_keyring | grep -q "logged in as me@example.org")'

echo '== a mail program reads it'
now=2027-03-11T09:00:00Z
followup letter acme check-in --eml "$scratch/draft.eml" >/dev/null
cp "$scratch/draft.eml" "$scratch/mail/cur/draft:2,D"
printf '[database]\npath=%s\n[user]\nname=Me\nprimary_email=me@example.org\n[new]\ntags=new\nignore=port\n' "$scratch/mail" >"$scratch/notmuch"
export NOTMUCH_CONFIG="$scratch/notmuch"
notmuch new >/dev/null 2>&1
check 'notmuch finds all three' '[ "$(notmuch count "*")" = 3 ]'
check 'in one thread' '[ "$(notmuch search --output=threads "*" | wc -l)" = 1 ]'
check 'with names as they are written' 'notmuch show --format=json "*" | python3 -c "import json,sys; text=sys.stdin.read(); assert json.loads(text); assert \"Dana R\\\\u00e9yes\" in text or \"Dana Réyes\" in text"'
seen_in_neomutt() {
  printf 'set folder="%s"\nset spoolfile="%s"\nset sort=threads\nset editor=true\n' "$scratch/mail" "$scratch/mail" >"$scratch/muttrc"
  # Each time a server of its own: one that is just ending would take the next with it.
  local socket="$scratch/tmux-$RANDOM$RANDOM"
  tmux -S "$socket" new-session -d -x 80 -y 24 "LANG=C.UTF-8 neomutt -n -F $scratch/muttrc $1"
  sleep 2
  [ -z "${2:-}" ] || { tmux -S "$socket" send-keys $2; sleep 2; }
  tmux -S "$socket" capture-pane -p >"$scratch/screen"
  tmux -S "$socket" kill-server
}
seen_in_neomutt "-f $scratch/mail"
check 'neomutt lists them, the answers under the first' 'grep -q "Thank you" "$scratch/screen" && [ "$(grep -c "[└├]" "$scratch/screen")" -ge 1 ]'
seen_in_neomutt "-H $scratch/draft.eml" 'Enter Enter'
check 'neomutt opens the file as a draft to Dana' 'grep -q "To: Dana Réyes <dana@acme.example>" "$scratch/screen" && grep -q "Subject: Re: " "$scratch/screen"'
check 'the draft says so to other programs, and has no hidden reader' 'grep -q "^X-Unsent: 1" "$scratch/draft.eml" && ! grep -qi "^Bcc" "$scratch/draft.eml"'
echo '== drafts in a real mailbox (Dovecot, STARTTLS)'
imap=$((20000 + $$ % 20000))
dovecot_start "$scratch/imap" "$imap"
drafts="$scratch/imap/mail/me@example.org/.Drafts/cur"
way=(LANG=C.UTF-8 FOLLOWUP_IMAP_HOST=127.0.0.1 "FOLLOWUP_IMAP_PORT=$imap" FOLLOWUP_IMAP_SECURITY=starttls 'FOLLOWUP_MAIL_COMMAND=cat >/dev/null'
  FOLLOWUP_MAIL_USER=me@example.org 'FOLLOWUP_MAIL_PASSWORD_COMMAND=echo secret')
check 'the draft lies in the folder that the server names' 'followup letter acme check-in --drafts | grep -q "folder Drafts"'
check 'marked as a draft and as seen' '[ -n "$(find "$drafts" -name "*:2,*D*S*")" ]'
check 'with its text and its thread' 'grep -q "^In-Reply-To: <" "$drafts"/* && grep -q "^Subject: Re: " "$drafts"/*'
check 'config mail test finds folder and login' 'followup config mail test --json | grep -q "drafts go to Drafts"'
umlaut="$scratch/imap/mail/me@example.org/.Entw&APw-rfe"
cp -a "${drafts%/cur}" "$umlaut" && rm -f "$umlaut"/cur/*
way+=(FOLLOWUP_DRAFTS_FOLDER=Entwürfe)
check 'a folder is found by its name in other letters (RFC 3501 5.1.3)' 'followup letter acme check-in --drafts | grep -q "folder Entwürfe" && [ -n "$(ls "$umlaut/cur")" ]'
way+=(FOLLOWUP_DRAFTS_FOLDER=Elsewhere)
check 'a folder that is not there: exit 6, in words' '! followup letter acme check-in --drafts 2>"$scratch/err" && grep -q "no folder \"Elsewhere\"" "$scratch/err"'
way+=('FOLLOWUP_MAIL_PASSWORD_COMMAND=echo wrong')
check 'a wrong password: in words, and not repeated' '! followup config mail test >"$scratch/out" 2>&1 && grep -q "does not accept" "$scratch/out" && ! grep -q wrong "$scratch/out"'
stop

echo "== killed ${KILLS:-60} times while sending"
export SLOW=40
start "$scratch/kill"
check 'nothing left twice, nothing was lost' 'node test/real/kill-while-sending.mjs "$scratch/kill" "${KILLS:-60}"'
stop
exit $failed
