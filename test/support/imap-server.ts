import { createServer } from 'node:net'
import type { AddressInfo, Socket } from 'node:net'

/** A mailbox as the server of these tests holds it; the first folder is INBOX. */
export interface Box {
  readonly folders: readonly Folder[]
  readonly password: string
  /** Answers a command in the server's stead: 'NO …', 'BAD …', or 'drop' to hang up. */
  readonly fault?: (command: string) => string | undefined
}

export interface Folder {
  readonly name: string
  readonly use?: string
  readonly validity?: number
  readonly mails?: readonly LyingMail[]
}

/** A mail without parts, by its UID and the day it came. */
export interface LyingMail {
  readonly uid: number
  readonly came: string
  readonly text: string
}

/** A running server, and every command it was given, without tags. */
export interface Running {
  readonly port: number
  readonly commands: readonly string[]
  readonly stop: () => Promise<void>
}

/** As much of an IMAP server (RFC 3501) as reading mails without parts takes, on a free port of this machine; the real ones are in test/real. */
export async function serveMailbox(box: Box): Promise<Running> {
  const commands: string[] = []
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined)
    socket.write('* OK [CAPABILITY IMAP4rev1 SPECIAL-USE] here\r\n')
    let rest = ''
    socket.on('data', (bytes) => {
      const lines = (rest + bytes.toString()).split('\r\n')
      rest = lines.pop() ?? ''
      for (const line of lines) answer(line, socket, { box, commands })
    })
  })
  await new Promise<void>((ready) => void server.listen(0, '127.0.0.1', ready))
  const stop = (): Promise<void> => {
    for (const socket of sockets) socket.destroy()
    return new Promise((done) => void server.close(() => done()))
  }
  return { port: (server.address() as AddressInfo).port, commands, stop }
}

function answer(
  line: string,
  socket: Socket & { at?: Folder | undefined },
  { box, commands }: { readonly box: Box; readonly commands: string[] },
): void {
  const [tag = '', ...words] = line.split(' ')
  const command = words.join(' ')
  commands.push(command)
  const fault = box.fault?.(command)
  if (fault === 'drop') return void socket.destroy()
  const named = /^(?:EXAMINE|SELECT) "?([^"]*)"?$/.exec(command)?.[1]
  if (named !== undefined) socket.at = box.folders.find(({ name }) => name === named)
  const told = fault === undefined ? answerTo(command, box, socket.at) : [fault]
  const last = told.at(-1) ?? 'BAD what'
  socket.write([...told.slice(0, -1).map((one) => `* ${one}`), `${tag} ${last}`].map((one) => `${one}\r\n`).join(''))
}

function answerTo(command: string, box: Box, at: Folder | undefined): readonly string[] {
  const [verb = ''] = command.toUpperCase().split(' ')
  if (verb === 'CAPABILITY') return ['CAPABILITY IMAP4rev1 SPECIAL-USE', 'OK done']
  if (verb === 'LOGIN')
    return [command.includes(`"${box.password}"`) ? 'OK in' : 'NO [AUTHENTICATIONFAILED] Authentication failed for this try']
  if (verb === 'LOGOUT') return ['BYE so long', 'OK out']
  if (command === 'LIST "" ""') return ['LIST (\\Noselect) "/" ""', 'OK listed']
  if (verb === 'LIST' || verb === 'LSUB')
    return [...box.folders.map(({ name, use }) => `${verb} (${use ?? ''}) "/" "${name}"`), 'OK listed']
  if (verb === 'EXAMINE') return at ? examined(at) : ['NO [NONEXISTENT] No such mailbox']
  if (/^UID SEARCH /.test(command)) return [`SEARCH ${uidsFor(command, at).join(' ')}`, 'OK searched']
  if (/^UID FETCH /.test(command)) return [...fetched(command, at), 'OK fetched']
  return ['BAD unknown']
}

function examined({ mails = [], validity = 1 }: Folder): readonly string[] {
  const next = Math.max(0, ...mails.map(({ uid }) => uid)) + 1
  return [
    `${String(mails.length)} EXISTS`,
    'FLAGS (\\Seen)',
    `OK [UIDVALIDITY ${String(validity)}] valid`,
    `OK [UIDNEXT ${String(next)}] next`,
    'OK [READ-ONLY] examined',
  ]
}

// "n:*" names the last one too, as on real servers.
function uidsFor(command: string, at: Folder | undefined): readonly number[] {
  const mails = at?.mails ?? []
  const from = /UID (\d+):\*/.exec(command)?.[1]
  const since = /SINCE "?([^ "]+)/.exec(command)?.[1]
  if (from !== undefined) return mails.filter(({ uid }, index) => uid >= Number(from) || index === mails.length - 1).map(({ uid }) => uid)
  return mails.filter(({ came }) => since === undefined || Date.parse(came) >= Date.parse(`${since} UTC`)).map(({ uid }) => uid)
}

function fetched(command: string, at: Folder | undefined): readonly string[] {
  const [, set = ''] = /^UID FETCH (\S+)/.exec(command) ?? []
  const ranges = set.split(',').map((range) => range.split(':').map(Number))
  const isWanted = (uid: number): boolean => ranges.some(([from = 0, to = from]) => uid >= from && uid <= to)
  return (at?.mails ?? []).flatMap((mail, index) => (isWanted(mail.uid) ? [`${String(index + 1)} FETCH (${itemsOf(mail, command)})`] : []))
}

function itemsOf({ uid, text }: LyingMail, command: string): string {
  const whole = text.replace(/\r?\n/g, '\r\n')
  const cut = whole.indexOf('\r\n\r\n') + 4
  const [head, body] = [whole.slice(0, cut), whole.slice(cut)]
  const parts = [...command.matchAll(/BODY\.PEEK\[([^\]]*)\](?:<(\d+)\.(\d+)>)?/g)].map(([, section = '', from, most]) => {
    const all = section === '' ? whole : section === 'TEXT' ? body : section === 'HEADER' ? head : fieldsOf(head, section)
    const told = Buffer.from(all).subarray(0, most === undefined ? undefined : Number(most))
    return `BODY[${section}]${from === undefined ? '' : `<${from}>`} {${String(told.length)}}\r\n${told.toString()}`
  })
  const structure = command.includes('BODYSTRUCTURE') ? ['BODYSTRUCTURE ("TEXT" "PLAIN" ("CHARSET" "utf-8") NIL NIL "8BIT" 10 1)'] : []
  return [`UID ${String(uid)}`, ...structure, ...parts].join(' ')
}

function fieldsOf(head: string, section: string): string {
  const names = /\((.*)\)/.exec(section)?.[1]?.toLowerCase().split(' ') ?? []
  return `${head
    .split('\r\n')
    .filter((line) => names.includes(line.split(':')[0]?.toLowerCase() ?? ''))
    .map((line) => `${line}\r\n`)
    .join('')}\r\n`
}
