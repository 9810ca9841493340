// Kills the program before each system call by which a writing verb opens or changes its store (with FAULTS=all, by which it locks and reads it too).
// Nothing acknowledged may be lost, no command may be half there, and the next one must work.
import { all, bothSides, countCalls, fresh, lines, report, traced, wrongs } from './stage.mjs'

const calls = `openat,fchown,fchmod,pwrite64,fsync,fdatasync,ftruncate,unlink,rename${all ? ',fcntl,pread64' : ''}`
const found = []
let tried = 0
for (const argv of lines) {
  const sides = bothSides(argv)
  for (const [call, count] of countCalls(argv, calls)) {
    for (let time = 1; time <= count; time++) {
      fresh()
      const { killed, stdout } = traced(argv, { calls: call, inject: [`${call}:signal=KILL:when=${time}`] })
      const where = `${argv.join(' ')}, before ${call} ${time} of ${count}`
      if (!killed) found.push(`${where}: it was not killed`)
      tried += 1
      found.push(...wrongs(sides, { acknowledged: stdout.includes('Recorded') }).map((wrong) => `${where}: ${wrong}`))
    }
  }
}
report('killed', { tried, found, figures: `${lines.length} verbs, ${tried} moments` })
