/** The person's home folder, as node:os tells it, which takes 0.6 ms to load and on POSIX looks at HOME first. */
export function homeFolder(env: Readonly<Record<string, string | undefined>>): string {
  const named = process.platform === 'win32' ? undefined : env['HOME']
  return named || process.getBuiltinModule('node:os').homedir()
}
