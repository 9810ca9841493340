import { Chalk } from 'chalk'
import type { Paint } from '../views/screen.js'

/** Paint for a terminal of sixteen colours, or more. */
export function colourPaint(): Paint {
  const chalk = new Chalk({ level: 1 })
  return {
    strong: (text) => chalk.bold(text),
    quiet: (text) => chalk.dim(text),
    good: (text) => chalk.green(text),
    warn: (text) => chalk.yellow(text),
    bad: (text) => chalk.red(text),
  }
}
