#!/usr/bin/env bash
# Mail that comes in, read from a real Dovecot: TLS, a wrong password, a certificate nobody knows, 10,000 mails in time and memory, a folder numbered anew,
# a run that is killed; and nothing in the mailbox changes. Needs dovecot-imapd openssl python3, and the built program.
set -euo pipefail
cd "$(dirname "$0")/../.."
here=$(pwd)
. test/real/servers/dovecot.sh
scratch=$(mktemp -d)
chmod 711 "$scratch"
port=$((20000 + $$ % 20000))
stranger=
cleanup() {
  [ -n "$stranger" ] && kill "$stranger" 2>/dev/null || true
  [ -e "$scratch/imap/run/master.pid" ] && dovecot_stop "$scratch/imap" || true
  rm -rf "$scratch"
}
trap cleanup EXIT
failed=0
check() {
  if eval "$2"; then echo "ok      $1"; else echo "not ok  $1"; failed=1; fi
}
now=2027-06-15T14:00:00Z
host=127.0.0.1 security=starttls secret=secret user=me folders=INBOX
words() {
  env -i PATH="$PATH" HOME="$scratch" FOLLOWUP_DB="$scratch/$user.db" FOLLOWUP_BACKUP=off TZ=America/Chicago FOLLOWUP_NOW="$now" FOLLOWUP_IMAP_HOST="$host" \
    FOLLOWUP_IMAP_PORT="$port" FOLLOWUP_IMAP_SECURITY="$security" FOLLOWUP_MAIL_USER="$user" FOLLOWUP_MAIL_PASSWORD="$secret" FOLLOWUP_MAIL_FOLDERS="$folders" "$@"
}
followup() { words node "$here/bin/followup.js" "$@"; }
code() {
  set +e
  followup "$@" >"$scratch/out" 2>"$scratch/err"
  echo $?
  set -e
}
facts() { followup history acme --json | grep -c '"kind": "\(heard\|arrived\)",' || true; }
# The flags of every mail as the server tells them, and every file with its name, which holds them too.
marks() {
  python3 - "$port" "$user" <<'PY'
import imaplib, sys
box = imaplib.IMAP4('127.0.0.1', int(sys.argv[1]))
box.starttls()
box.login(sys.argv[2], 'secret')
print(box.select('INBOX', readonly=True), box.fetch('1:*', '(UID FLAGS)'), box.list())
PY
  find "$scratch/imap/mail/$user" -path '*/cur/*' -o -path '*/new/*' | sort
}
# write USER NUMBER FILE...: that many mails of strangers, and the mails of these files, each as old as its Date says.
write() {
  python3 - "$scratch/imap/mail" "$@" <<'PY'
import email.utils, os, re, sys
folder, user, number, *files = sys.argv[1:]
box = os.path.join(folder, user, 'cur')
for name in ('cur', 'new', 'tmp'):
    os.makedirs(os.path.join(folder, user, name), exist_ok=True)
def put(name, text, seen=''):
    date = re.search(rb'^Date: (.*)$', text, re.M)
    at = email.utils.parsedate_to_datetime(date.group(1).decode().strip()).timestamp() if date else 1804000000
    path = os.path.join(box, '%d.%s.host:2,%s' % (at, name, seen))
    with open(path, 'wb') as file: file.write(text)
    os.utime(path, (at, at))
start = len(os.listdir(box))
for n in range(start, start + int(number)):
    day = email.utils.formatdate(1804000000 + n * 300)
    put('s%d' % n, ('From: Shop %d <shop%d@shop.example>\nTo: me@example.org\nSubject: Your order %d\nDate: %s\nMessage-ID: <order-%d@shop.example>\n'
        'Content-Type: text/html\n\n<p>%s</p>\n' % (n, n, n, day, n, 'Thank you for your order. ' * 40)).encode(), 'S' if n % 3 else '')
for n, file in enumerate(files):
    put('f%d-%d' % (start, n), open(file, 'rb').read().replace(b'\r\n', b'\n'))
PY
  if [ "$(id -u)" = 0 ]; then chown -R nobody:nogroup "$scratch/imap/mail/$1"; fi
}
begin() {
  followup log 'Acme Controls' --role 'Operations Director' --at 2027-03-01T10:00 --with 'Dana Reyes <dana@acme.example>' \
    --with 'Priya Nair <priya.nair@acme.example>' --with 'Lou Berg <lou@berg-search.example>' --quiet
  followup sent acme thank-you --at 2027-03-01 --message-id '<thanks-1@robin.example.org>' --quiet
  followup sent acme love-letter --at 2027-03-08 --message-id '<note-1@robin.example.org>' --nothing-heard --quiet
}

dovecot_start "$scratch/imap" "$port"
mails=test/fixtures/mail/second
write me 200 "$mails/gmail-holding-next-tuesday.eml" "$mails/postfix-user-unknown.eml" "$mails/outlook-meeting-request.eml" "$mails/look-alike-domain.eml"
begin

echo '== what came'
marks >"$scratch/before"
check '--dry-run tells of the answer, of the letter that came back, and of the invitation' 'followup sync --mail --dry-run --json >"$scratch/out" && grep -q "\"kind\": \"holding\"" "$scratch/out" && grep -q "\"kind\": \"bounce\"" "$scratch/out" && grep -q "\"kind\": \"invite\"" "$scratch/out"'
check 'and stores nothing' '[ "$(facts)" = 0 ]'
check 'the answer is on record' 'followup sync --mail | tr "\n" " " | grep -q "Recorded *acme-controls: still deciding, from Dana Reyes"'
check 'the invitation is asked about' 'followup due --json | grep -q "\"step\": \"read-mail\""'
check 'the swindle under a known name is not' '! followup history acme --json | grep -q acme-controls-careers'
count=$(facts)
check 'the second time there is nothing new' 'followup sync --mail | grep -q "INBOX: 0 new" && [ "$(facts)" = "$count" ]'
write me 0 "$mails/exchange-question-references.eml"
check 'what comes later is found' 'followup sync --mail | tr "\n" " " | grep -q "INBOX: 1 new.*they asked for something" && [ "$(facts)" = $((count + 1)) ]'

echo '== what goes wrong'
check 'a wrong password: exit 6, in words, not repeated' 'secret=hushhush; [ "$(code sync --mail)" = 6 ] && grep -q "name and password" "$scratch/err" && ! grep -q hushhush "$scratch/err"'
secret=secret
check 'a folder that is not there: exit 6, with those there are' 'folders=Jobs; [ "$(code sync --mail)" = 6 ] && grep -q "no folder \"Jobs\"" "$scratch/err" && grep -q INBOX "$scratch/err"'
folders=INBOX
elsewhere=$(hostname -I 2>/dev/null | tr ' ' '\n' | grep -v : | head -1 || true)
if [ -n "$elsewhere" ]; then
  openssl s_server -quiet -accept 0.0.0.0:$((port + 1)) -cert "$scratch/imap/cert.pem" -key "$scratch/imap/key.pem" >"$scratch/told" 2>/dev/null &
  stranger=$!
  sleep 1
  check 'a certificate nobody knows: exit 6, and nothing was sent there' 'host=$elsewhere security=tls port=$((port + 1)); [ "$(code sync --mail)" = 6 ] && grep -q "certificate of $elsewhere cannot be trusted" "$scratch/err" && [ ! -s "$scratch/told" ]'
  check 'an open way to another machine is refused' 'host=$elsewhere security=none; [ "$(code sync --mail)" = 2 ] && grep -q "open to anyone" "$scratch/err"'
  host=127.0.0.1 security=starttls port=$((20000 + $$ % 20000))
fi
dovecot_stop "$scratch/imap"
sleep 1
check 'no server there: exit 6' '[ "$(code sync --mail)" = 6 ] && grep -q "No mail server answers" "$scratch/err"'

echo '== numbered anew'
find "$scratch/imap/mail/me" -maxdepth 1 -name 'dovecot*' -delete
dovecot_start "$scratch/imap" "$port"
count=$(facts)
check 'a folder numbered anew is looked through by its days, and nothing is recorded twice' 'followup sync --mail | grep -q "INBOX: 20[0-9] new" && [ "$(facts)" = "$count" ]'
check 'and then there is nothing new' 'followup sync --mail | grep -q "INBOX: 0 new"'

echo '== 10,000 mails'
user=many
write many 9995 "$mails/gmail-holding-next-tuesday.eml" "$mails/postfix-user-unknown.eml" "$mails/exchange-question-references.eml" "$mails/lou-forwards-with-a-line.eml" "$mails/exchange-oof-range-and-back.eml"
begin
marks >"$scratch/before"
set +e
(words timeout -s KILL 1 node "$here/bin/followup.js" sync --mail >/dev/null 2>&1)
set -e
echo "        killed after a second: $(facts) on record"
cat >"$scratch/measure.py" <<'PY'
import resource, subprocess, sys, time
start = time.time()
code = subprocess.call(sys.argv[1:])
print('%.1f s, %d MB' % (time.time() - start, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024), file=sys.stderr)
seconds, megabytes = time.time() - start, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
sys.exit(code or (9 if seconds > 10 or megabytes > 150 else 0))
PY
check 'are read in 10 s and 150 MB' 'words python3 "$scratch/measure.py" node "$here/bin/followup.js" sync --mail --json >"$scratch/out" 2>"$scratch/err"'
echo "        $(cat "$scratch/err")"
check 'and what concerns me is found, whatever was killed before' '[ "$(facts)" = 5 ]'
check 'the second time there is nothing new' 'followup sync --mail | grep -q "INBOX: 0 new" && [ "$(facts)" = 5 ]'
marks >"$scratch/after"
check 'no flag and no file of the mailbox has changed' 'cmp -s "$scratch/before" "$scratch/after"'
exit $failed
