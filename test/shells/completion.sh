#!/usr/bin/env bash
# Completion in the real shells, at a terminal, with a company whose name is a trap: what Tab makes of the line is run, and must mean that company.
# Shells that are not installed are left out, and said so; with REQUIRE_SHELLS=1 that is a failure. Needs python3, for the terminal.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
here=$(mktemp -d)
trap 'rm -rf "$here"' EXIT
mkdir "$here/bin" "$here/work" "$here/home"
ln -s "$root/bin/followup.js" "$here/bin/followup"
cd "$here/work"

python=$(command -v python3 || true)
export HOME=$here/home PATH=$here/bin:$PATH XDG_DATA_HOME=$here/data XDG_CONFIG_HOME=$here/config TERM=xterm LC_ALL=C.UTF-8
export TZ=UTC FOLLOWUP_NOW=2027-03-09T10:00:00Z FOLLOWUP_BACKUP=off FOLLOWUP_DB=$here/followup.db
unset ZDOTDIR FOLLOWUP_CONFIG

company='$(touch x); "O'\''Brien" & Söhne'
person='D`touch y`Arcy $HOME'
followup log "$company" --with "$person <d@x.example>" --at yesterday --quiet
handle=$(followup list --json | sed -n 's/.*"handle": "\(.*\)".*/\1/p' | head -1)
export want="$company|$handle"

failed=0 ran=0
fail() {
  echo "not ok: $1"
  failed=1
}

# try NAME WHAT KEYS SHELL...: types KEYS and "--json >out"; out must tell of the company and no trap may have sprung.
try() {
  local name=$1 what=$2 keys=$3
  shift 3
  rm -f out done x y
  printf '%s' "$keys" | "$python" "$root/test/shells/tab.py" "$PWD/done" "$@" || fail "$name: $what"
  ran=$((ran + 1))
  if [ -e x ] || [ -e y ]; then fail "$name: $what: what was completed was run"; fi
  if ! grep -qF "\"handle\": \"$handle\"" out 2>/dev/null; then
    fail "$name: $what: the line meant something else"
    cat out 2>/dev/null || true
  fi
}

every_way() {
  local name=$1 tab=$'\t' end=$'--json >out; touch done\r'
  shift
  try "$name" 'a handle' "followup show ${handle:0:3}$tab$end" "$@"
  try "$name" 'a verb and an option with its value' "followup due; followup hea$tab${handle:0:2}$tab--kind hol$tab$end" "$@"
  try "$name" 'a company in single quotes' "followup stop '\$$tab --calls $end" "$@"
  try "$name" 'a company behind a backslash' "followup stop \\\$$tab --calls $end" "$@"
  try "$name" 'a person in single quotes' "followup stop 'D$tab --calls $end" "$@"
  try "$name" 'a person' "followup stop D$tab --calls $end" "$@"
}

# quiet NAME SHELL-COMMAND...: prints nothing at all.
quiet() {
  local name=$1
  shift
  local said
  said=$("$@" 2>&1) || fail "$name: sourcing it twice fails"
  [ -z "$said" ] || fail "$name: sourcing it twice says: $said"
  ran=$((ran + 1))
}

lacks() {
  echo "left out: $1 is not installed"
  if [ "${REQUIRE_SHELLS:-}" = 1 ]; then failed=1; fi
}

for shell in bash zsh fish; do followup completion "$shell" >"$here/$shell.script"; done
followup completion bash --install --quiet >"$here/installed"
followup completion bash --install >"$here/installed-again"
[ "$(grep -c 'completion of followup' "$HOME/.bashrc")" = 1 ] || fail 'bash: installing twice adds a second line'

if [ -z "$python" ]; then
  lacks python3
else
  quiet bash bash --norc -c '. "$1"; . "$1"' bash "$here/bash.script"
  printf "PS1='READY> '\n. '%s'\n. '%s'\n" "$here/bash.script" "$here/bash.script" >"$here/bashrc"
  every_way 'bash alone' bash --noprofile --rcfile "$here/bashrc" -i
  try 'bash alone' 'a company in double quotes' $'followup stop "\\$\t --calls --json >out; touch done\r' bash --noprofile --rcfile "$here/bashrc" -i
  if [ -r /usr/share/bash-completion/bash_completion ]; then
    printf "PS1='READY> '\n. /usr/share/bash-completion/bash_completion\n" >"$here/bashrc"
    every_way 'bash with bash-completion, installed' bash --noprofile --rcfile "$here/bashrc" -i
  else
    lacks bash-completion
  fi
  if command -v zsh >/dev/null; then
    mkdir "$here/zsh"
    quiet zsh zsh -f -c '. "$1"; . "$1"' zsh "$here/zsh.script"
    printf "PS1='READY> '\nunsetopt zle_bracketed_paste 2>/dev/null\n. '%s'\n" "$here/zsh.script" >"$here/zsh/.zshrc"
    ZDOTDIR=$here/zsh every_way zsh zsh -i
  else
    lacks zsh
  fi
  if command -v fish >/dev/null; then
    # Where this folder is, fish makes no completions of its own from manuals, which it would still do after the test.
    mkdir -p "$XDG_DATA_HOME/fish/generated_completions"
    followup completion fish --install --quiet >/dev/null
    quiet fish fish --no-config -c 'source $argv[1]; source $argv[1]' "$here/fish.script"
    every_way 'fish, installed' fish -i -C 'function fish_prompt; echo -n "READY> "; end; function fish_greeting; end'
  else
    lacks fish
  fi
fi

[ "$failed" = 0 ] && echo "completion in the real shells: $ran checks passed"
exit "$failed"
