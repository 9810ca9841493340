// Kills the program at a chance moment while it sends, `node kill-while-sending.mjs FOLDER TIMES`, and then does what it says: no letter may leave twice,
// and none may be lost from the history. Needs servers/smtp-host.mjs running on FOLDER, and the built program.
import { spawn, spawnSync } from 'node:child_process'
import { readFileSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'

const [folder, times] = process.argv.slice(2)
const bin = resolve(import.meta.dirname, '..', '..', 'bin', 'followup.js')
const env = {
  ...{ PATH: process.env.PATH, HOME: folder, TZ: 'UTC', FOLLOWUP_DB: join(folder, 'kill.db'), FOLLOWUP_BACKUP: 'off' },
  ...{ FOLLOWUP_NOW: '2027-03-02T15:00:00Z', FOLLOWUP_MY_EMAIL: 'me@example.org', FOLLOWUP_MY_NAME: 'Wren Okafor' },
  ...{ FOLLOWUP_SMTP_HOST: '127.0.0.1', FOLLOWUP_SMTP_PORT: readFileSync(join(folder, 'port'), 'utf8') },
}
const followup = (...argv) => spawnSync(process.execPath, [bin, ...argv], { env, encoding: 'utf8' })
const mailsTo = (address) =>
  readdirSync(join(folder, 'cur')).filter((name) => readFileSync(join(folder, 'cur', name), 'utf8').includes(`<${address}>`)).length
const kindsOf = (handle) =>
  JSON.parse(followup('history', handle, '--json').stdout)
    .facts.filter((one) => !one.retracted)
    .map((one) => one.kind)

/** Milliseconds of a whole run, from a first one that nobody kills. */
function usual() {
  begin('Calm')
  const start = Date.now()
  const { status, stderr } = followup('letter', 'calm', 'thank-you', '--send', '--yes')
  if (status !== 0) throw new Error(`the first letter did not leave: ${stderr}`)
  return Date.now() - start
}

function begin(company) {
  const address = `${company.toLowerCase()}@x.example`
  followup('log', company, '--with', `Dana Reyes <${address}>`, '--at', '2027-03-01T10:00')
  followup('debrief', company.toLowerCase(), '--hook', 'the shift handover board', '--want', 'yes')
  return address
}

const whole = usual()
const seen = { killed: 0, unsettled: 0, left: 0, doubled: 0, lost: 0 }
for (let index = 1; index <= Number(times); index++) {
  const [handle, address] = [`k${String(index)}`, begin(`K${String(index)}`)]
  const child = spawn(process.execPath, [bin, 'letter', handle, 'thank-you', '--send', '--yes'], { env, stdio: 'ignore' })
  const ended = new Promise((done) => child.once('exit', (_, signal) => done(signal)))
  setTimeout(() => child.kill('SIGKILL'), whole * (0.2 + 1.1 * Math.random()))
  if ((await ended) === 'SIGKILL') seen.killed += 1
  // What the server still had in hand when the line broke.
  await new Promise((done) => setTimeout(done, 60))
  const [kinds, arrived] = [kindsOf(handle), mailsTo(address)]
  if (arrived > 0 && (!kinds.includes('sending') || !kinds.includes('drafted'))) seen.lost += 1
  const again = followup('letter', handle, 'thank-you', '--send', '--yes')
  const isOpen = kinds.includes('sending') && !kinds.includes('sent')
  if (isOpen) {
    seen.unsettled += 1
    if (again.status !== 5) seen.doubled += 1
    if (arrived > 0) seen.left += 1
    const [, id] = /followup undo\s+(\S+)/.exec(again.stderr) ?? []
    if (arrived > 0) followup('sent', handle, 'thank-you')
    else {
      followup('undo', id)
      followup('letter', handle, 'thank-you', '--send', '--yes')
    }
  }
  if (mailsTo(address) > 1 && !kinds.includes('sent')) seen.doubled += 1
  if (mailsTo(address) < 1 || !kindsOf(handle).includes('sent')) seen.lost += 1
}
console.log(JSON.stringify(seen))
process.exit(seen.doubled + seen.lost === 0 && seen.killed > 0 && seen.unsettled > 0 ? 0 : 1)
