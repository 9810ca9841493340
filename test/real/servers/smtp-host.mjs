// A real SMTP server for the scripts of test/real: `node smtp-host.mjs FOLDER` listens on a port of 127.0.0.1, writes the port to FOLDER/port and each mail it
// takes on to FOLDER/cur; `SLOW=ms` waits up to so long, by chance, before it asks for a mail and before it answers.
import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { SMTPServer } from 'smtp-server'

const [folder] = process.argv.slice(2)
for (const name of ['cur', 'new', 'tmp']) mkdirSync(join(folder, name), { recursive: true })
const pause = () => new Promise((resolve) => setTimeout(resolve, Math.random() * Number(process.env.SLOW ?? 0)))
let count = 0
const server = new SMTPServer({
  logger: false,
  authOptional: true,
  disableReverseLookup: true,
  onAuth: ({ username, password }, _, answer) =>
    username === 'me@example.org' && password === 'right' ? answer(null, { user: username }) : answer(new Error('not accepted')),
  onRcptTo: async (_, __, answer) => {
    await pause()
    answer()
  },
  onData: (stream, _, answer) => {
    const chunks = []
    stream.on('data', (chunk) => chunks.push(chunk))
    stream.on('error', () => {})
    stream.on('end', async () => {
      await pause()
      const name = `${String(++count)}:2,`
      writeFileSync(join(folder, 'tmp', name), Buffer.concat(chunks))
      renameSync(join(folder, 'tmp', name), join(folder, 'cur', name))
      await pause()
      answer()
    })
  },
})
server.on('error', () => {})
server.listen(0, '127.0.0.1', () => writeFileSync(join(folder, 'port'), String(server.server.address().port)))
