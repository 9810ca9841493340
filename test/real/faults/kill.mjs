// Kills the program before each system call by which a writing verb opens or changes its store (with FAULTS=all, by which it locks and reads it too).
// Nothing acknowledged may be lost, no command may be half there, and the next one must work.
import { all, bothSides, countCalls, fresh, lines, report, traced, wrongs } from './stage.mjs'

const calls = `openat,fchown,fchmod,pwrite64,fsync,fdatasync,ftruncate,unlink,rename${all ? ',fcntl,pread64' : ''}`
const found = []
let tried = 0
let answered = 0
for (const argv of lines) {
  const sides = bothSides(argv)
  for (const [call, count] of countCalls(argv, calls)) {
    for (let time = 1; time <= count; time++) {
      fresh()
      const { killed, stdout } = traced(argv, { calls: call, inject: [`${call}:signal=KILL:when=${time}`] })
      const where = `${argv.join(' ')}, before ${call} ${time} of ${count}`
      if (!killed) found.push(`${where}: it was not killed`)
      tried += 1
      found.push(...wrongs(sides, { acknowledged: stdout !== '' }).map((wrong) => `${where}: ${wrong}`))
    }
  }
}
for (const argv of lines) afterTheAnswer(argv)
if (answered === 0) found.push('no run had answered: what is acknowledged was not tried')
report('killed', { tried, found, figures: `${lines.length} verbs, ${tried} moments, ${answered} of them after the answer` })

/** Killed when all is said, and the process is about to end. */
function afterTheAnswer(argv) {
  const sides = bothSides(argv)
  fresh()
  const { killed, stdout } = traced(argv, { calls: 'exit_group', inject: ['exit_group:signal=KILL'], files: [] })
  if (!killed) found.push(`${argv.join(' ')}: it was not killed at its end`)
  if (stdout !== '') answered += 1
  tried += 1
  found.push(...wrongs(sides, { acknowledged: stdout !== '' }).map((wrong) => `${argv.join(' ')}, after the answer: ${wrong}`))
}
