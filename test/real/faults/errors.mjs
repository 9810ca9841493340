// Each system call on the store is refused in turn, with the errors of a disk that is full, failing or read-only, and of a machine that has no more files to
// give. A person gets a sentence and the right exit code; the store holds the command or does not, as was said.
import { all, bothSides, countCalls, followup, fresh, lines, report, spread, traced, wrongs } from './stage.mjs'

const errors = { openat: ['EMFILE', 'EIO', 'EROFS', 'EACCES'], unlink: ['EIO', 'EROFS'], fchown: ['EPERM'], pread64: ['EIO'] }
const usual = ['ENOSPC', 'EIO', 'EROFS']
const calls = 'openat,fchown,pread64,pwrite64,fsync,fdatasync,ftruncate,unlink'

const faults = lines.flatMap((argv) => {
  const counts = [...countCalls(argv, calls)]
  return counts.flatMap(([call, count]) =>
    (errors[call] ?? usual).flatMap((error) => Array.from({ length: count }, (_, index) => ({ argv, call, error, time: index + 1 }))),
  )
})
const sides = new Map(lines.map((argv) => [argv, bothSides(argv)]))
const found = []
const chosen = all ? faults : spread(faults, 60)
let refused = 0
for (const { argv, call, error, time } of chosen) {
  const where = `${argv.join(' ')}, ${error} at ${call} ${time}`
  fresh()
  const ended = traced(argv, { calls: call, inject: [`${call}:error=${error}:when=${time}`] })
  const said = ended.stderr.trim().split('\n')
  const unsure = ended.stderr.includes('It may or may not be stored')
  if (ended.status !== 0) refused += 1
  if (![0, 4].includes(ended.status)) found.push(`${where}: exit ${ended.status}: ${ended.stderr}`)
  if (ended.status !== 0 && (said.length < 2 || /^ +at |mistake in followup/m.test(ended.stderr)))
    found.push(`${where}: says ${ended.stderr}`)
  const state = { acknowledged: ended.status === 0, refused: ended.status !== 0 && !unsure }
  found.push(...wrongs(sides.get(argv), state).map((wrong) => `${where}: ${wrong}`))
}
const opened = journalOpened(lines[0])
for (const [call, time, error, words] of [
  ['openat', 1, 'EMFILE', 'too many files are open'],
  ['openat', opened, 'EMFILE', 'no journal can be made beside it'],
  ['pwrite64', 9, 'ENOSPC', 'There is no room left on the disk'],
  ['pwrite64', 9, 'EIO', 'the disk reports an error'],
  ['fsync', countCalls(lines[0], 'fsync').get('fsync'), 'EIO', 'It may or may not be stored'],
]) {
  fresh()
  const { stderr } = traced(lines[0], { calls: call, inject: [`${call}:error=${error}:when=${time}`] })
  if (!stderr.includes(words)) found.push(`${error} at ${call} ${time} does not say "${words}": ${stderr}`)
}
for (const argv of [['due'], ['list'], ['show', 'acme']]) lookBeside(argv)
report('refused by the disk', {
  tried: chosen.length,
  found,
  figures: `${chosen.length} errors of ${faults.length}, ${refused} ended the command`,
})

/** Who only looks says what is there, or that it cannot be read; never that nothing is there. */
function lookBeside(argv) {
  fresh()
  const plain = followup(argv).stdout
  for (const [call, count] of countCalls(argv, 'openat,pread64')) {
    for (let time = 1; time <= count; time++) {
      const { status, stdout, stderr } = traced(argv, { calls: call, inject: [`${call}:error=EIO:when=${time}`] })
      if (status === 0 ? stdout !== plain : status !== 4 || stderr === '')
        found.push(`${argv.join(' ')}, EIO at ${call} ${time}: exit ${status}`)
    }
  }
}

/** Which of its calls of openat makes the journal. */
function journalOpened(argv) {
  fresh()
  const calls = traced(argv, { calls: 'openat' })
    .trace.split('\n')
    .filter((line) => line.startsWith('openat'))
  return calls.findIndex((line) => line.includes('-journal"')) + 1
}
