#!/usr/bin/env bash
# A real Dovecot (IMAP) on loopback, sourced by the scripts that need it: `dovecot_start DIR PORT` makes DIR, `dovecot_stop DIR`. Any user, password "secret";
# STARTTLS with a certificate of its own. Its processes refuse to run as root, so root drops to nobody.
dovecot_start() {
  local dir=$1 port=$2 as=()
  mkdir -p "$dir"
  if [ "$(id -u)" = 0 ]; then
    chown nobody:nogroup "$dir"
    as=(setpriv --reuid=nobody --regid=nogroup --clear-groups)
  fi
  dovecot_configure "$dir" "$port"
  "${as[@]}" mkdir -p "$dir/run" "$dir/state" "$dir/mail"
  "${as[@]}" /usr/sbin/dovecot -c "$dir/dovecot.conf"
  for _ in $(seq 1 100); do (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null && return; sleep 0.1; done
  cat "$dir/dovecot.log"
  return 1
}
dovecot_stop() {
  kill "$(cat "$1/run/master.pid")"
}
dovecot_configure() {
  local dir=$1 port=$2 uid gid user group
  user=$([ "$(id -u)" = 0 ] && echo nobody || id -un)
  uid=$(id -u "$user") gid=$(id -g "$user") group=$(id -gn "$user")
  openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost -keyout "$dir/key.pem" -out "$dir/cert.pem" 2>/dev/null
  chown "$user" "$dir/key.pem" "$dir/cert.pem"
  cat >"$dir/dovecot.conf" <<C
base_dir = $dir/run
state_dir = $dir/state
log_path = $dir/dovecot.log
protocols = imap
listen = 127.0.0.1
ssl = yes
ssl_cert = <$dir/cert.pem
ssl_key = <$dir/key.pem
disable_plaintext_auth = yes
default_login_user = $user
default_internal_user = $user
default_internal_group = $group
mail_location = maildir:$dir/mail/%u
first_valid_uid = $uid
last_valid_uid = $uid
first_valid_gid = $gid
mail_uid = $uid
mail_gid = $gid
passdb {
  driver = static
  args = password=secret
}
userdb {
  driver = static
  args = uid=$uid gid=$gid home=$dir/mail/%u
}
service imap-login {
  chroot =
  inet_listener imap {
    port = $port
  }
  inet_listener imaps {
    port = 0
  }
}
service anvil {
  chroot =
}
service stats {
  unix_listener stats-writer {
    mode = 0600
  }
}
namespace inbox {
  inbox = yes
  mailbox Sent {
    special_use = \Sent
    auto = subscribe
  }
  mailbox Drafts {
    special_use = \Drafts
    auto = subscribe
  }
}
auth_failure_delay = 0
C
}
