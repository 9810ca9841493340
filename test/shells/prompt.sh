#!/usr/bin/env bash
# The lines that docs/reminders.md gives for the prompt, in the real shells at a terminal: with one thing to do the prompt says [1], with none nothing.
# Shells that are not installed are left out, and said so; with REQUIRE_SHELLS=1 that is a failure. Needs python3, for the terminal.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
here=$(mktemp -d)
trap 'rm -rf "$here"' EXIT
mkdir "$here/bin" "$here/zsh"
# Where this folder is, fish makes no completions of its own from manuals, which it would still do after the test.
mkdir -p "$here/data/fish/generated_completions"
ln -s "$root/bin/followup.js" "$here/bin/followup"
cd "$here"

export HOME=$here PATH=$here/bin:$PATH XDG_DATA_HOME=$here/data XDG_CONFIG_HOME=$here/config TERM=xterm LC_ALL=C.UTF-8
export TZ=UTC FOLLOWUP_NOW=2027-03-09T10:00:00Z FOLLOWUP_BACKUP=off FOLLOWUP_DB=$here/followup.db
unset ZDOTDIR FOLLOWUP_CONFIG PROMPT_COMMAND

failed=0 ran=0
lines() { sed -n "/^\`\`\`$1\$/,/^\`\`\`\$/p" "$root/docs/reminders.md" | sed '1d;$d'; }

# shows NAME WANTED KEYS SHELL...: types KEYS, which write what the prompt says to the file "out".
shows() {
  local name=$1 wanted=$2 keys=$3
  shift 3
  rm -f out done
  printf '%s; touch done\r' "$keys" | python3 "$root/test/shells/tab.py" "$here/done" "$@" || failed=1
  ran=$((ran + 1))
  [ "$(cat out)" = "$wanted" ] && return
  echo "not ok: $name: the prompt says \"$(cat out)\", not \"$wanted\""
  failed=1
}

lacks() {
  echo "left out: $1 is not installed"
  if [ "${REQUIRE_SHELLS:-}" = 1 ]; then failed=1; fi
}

every_shell() {
  shows bash "$1READY>" 'echo ${PS1@P} >out' bash --noprofile --rcfile "$here/bashrc" -i
  if command -v zsh >/dev/null; then
    ZDOTDIR=$here/zsh shows zsh "$1READY>" 'echo ${${(%%)PROMPT}% } >out' zsh -i
  else
    lacks zsh
  fi
  if command -v fish >/dev/null; then
    shows fish "${1% }" 'fish_right_prompt >out' fish -i -C "source $here/lines.fish; function fish_prompt; echo -n 'READY> '; end; function fish_greeting; end"
  else
    lacks fish
  fi
}

if ! command -v python3 >/dev/null; then
  lacks python3
else
  { echo "PS1='READY> '" && lines bash; } >bashrc
  { echo "PS1='READY> '; unsetopt zle_bracketed_paste 2>/dev/null" && lines zsh; } >zsh/.zshrc
  lines fish >lines.fish
  every_shell ''
  followup log 'Acme Controls' --at yesterday --quiet
  every_shell '[1] '
fi

[ "$failed" = 0 ] && echo "the prompt in the real shells: $ran checks passed"
exit "$failed"
