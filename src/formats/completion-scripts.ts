/** The shells that can be taught to complete. */
export const shells = ['bash', 'zsh', 'fish'] as const
export type Shell = (typeof shells)[number]

/** What the program says where names of files are wanted; the shell knows them better. */
export const filesWanted = ':files'

/** The script that teaches a shell; it hands over what was typed as it stands, and evaluates nothing of it. Sourcing it twice changes nothing. */
export function completionScript(shell: Shell): string {
  return `${scripts[shell].join('\n')}\n`
}

const bash = [
  '# followup: completion for bash',
  '_followup() {',
  '  local reply one',
  '  COMPREPLY=()',
  '  reply=$(command followup __complete --shell=bash --line="${COMP_LINE:0:COMP_POINT}" --cut="$2" 2>/dev/null </dev/null) || return 0',
  `  if [ "$reply" = '${filesWanted}' ]; then`,
  '    compopt -o default 2>/dev/null',
  '    return 0',
  '  fi',
  '  while IFS= read -r one; do',
  '    [ -n "$one" ] && COMPREPLY+=("$one")',
  '  done <<< "$reply"',
  '  return 0',
  '}',
  'complete -F _followup followup',
]

const zsh = [
  '#compdef followup',
  '# followup: completion for zsh',
  '_followup() {',
  '  local -a typed found',
  '  typed=("${(@Q)words[2,CURRENT-1]}" "${(Q)PREFIX}")',
  '  found=("${(@f)$(command followup __complete --shell=zsh "${(@)typed/#/--word=}" 2>/dev/null </dev/null)}")',
  '  found=("${(@)found:#}")',
  `  if [[ "$found" == '${filesWanted}' ]]; then`,
  '    _files',
  '  elif (( $#found )); then',
  '    compadd -- "${found[@]}"',
  '  fi',
  '}',
  'if [[ "$funcstack[1]" == _followup ]]; then',
  '  _followup "$@"',
  'else',
  '  (( $+functions[compdef] )) || { autoload -Uz compinit && compinit -i }',
  '  compdef _followup followup',
  'fi',
]

const fish = [
  '# followup: completion for fish',
  'function __followup_complete',
  '    set -l typed (commandline -opc)',
  '    set -l current (commandline -ct)',
  '    set -l found (command followup __complete --shell=fish --word=$typed[2..-1] --word="$current" 2>/dev/null </dev/null)',
  `    if test "$found" = '${filesWanted}'`,
  '        __fish_complete_path $current',
  '    else',
  "        printf '%s\\n' $found",
  '    end',
  'end',
  'complete -c followup -e',
  "complete -c followup -f -a '(__followup_complete)'",
]

const scripts: Readonly<Record<Shell, readonly string[]>> = { bash, zsh, fish }
