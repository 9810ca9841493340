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
}

/** A running server, and every command it was given, without tags. */
export interface Running {
  readonly port: number
  readonly commands: readonly string[]
  readonly stop: () => Promise<void>
}

/** As much of an IMAP server (RFC 3501) as logging in and listing folders takes, on a free port of this machine; the real ones are in test/real. */
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

function answer(line: string, socket: Socket, { box, commands }: { readonly box: Box; readonly commands: string[] }): void {
  const [tag = '', ...words] = line.split(' ')
  const command = words.join(' ')
  commands.push(command)
  const fault = box.fault?.(command)
  if (fault === 'drop') return void socket.destroy()
  const told = fault === undefined ? answerTo(command, box) : [fault]
  const last = told.at(-1) ?? 'BAD what'
  socket.write([...told.slice(0, -1).map((one) => `* ${one}`), `${tag} ${last}`].map((one) => `${one}\r\n`).join(''))
}

function answerTo(command: string, box: Box): readonly string[] {
  const [verb = ''] = command.toUpperCase().split(' ')
  if (verb === 'CAPABILITY') return ['CAPABILITY IMAP4rev1 SPECIAL-USE', 'OK done']
  if (verb === 'LOGIN')
    return [command.includes(`"${box.password}"`) ? 'OK in' : 'NO [AUTHENTICATIONFAILED] Authentication failed for this try']
  if (verb === 'LOGOUT') return ['BYE so long', 'OK out']
  if (command === 'LIST "" ""') return ['LIST (\\Noselect) "/" ""', 'OK listed']
  if (verb === 'LIST' || verb === 'LSUB')
    return [...box.folders.map(({ name, use }) => `${verb} (${use ?? ''}) "/" "${name}"`), 'OK listed']
  return ['BAD unknown']
}
