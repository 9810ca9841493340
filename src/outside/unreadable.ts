import { isProblem, Problem } from '../problem.js'

/** What to tell of a file that could not be read; a Problem is told as it is. */
export function unreadable(path: string, error: unknown): Problem {
  if (isProblem(error)) return error
  const missing = typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT'
  return new Problem('failed', missing ? `There is no file ${path}.` : `${path} cannot be read.`, {
    hint: missing ? 'Check the path, or use - to read from a pipe.' : 'Look at its permissions.',
    code: 'file',
    cause: error,
  })
}
