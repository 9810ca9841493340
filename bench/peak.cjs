// Preloaded by the benchmark: tells the peak memory of the process (MB) on the descriptor it was given. Of Linux the kernel is asked for that of
// this program alone; elsewhere it may be that of the larger one which started it.
const { existsSync, readFileSync, writeSync } = require('node:fs')

process.on('exit', () => {
  const [, own] = (existsSync('/proc/self/status') && /VmHWM:\s*(\d+)/.exec(readFileSync('/proc/self/status', 'latin1'))) || []
  writeSync(3, `${(Number(own ?? process.resourceUsage().maxRSS) / 1024).toFixed(1)}\n`)
})
