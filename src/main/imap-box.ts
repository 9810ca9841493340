import type { FolderLooked, Mailbox } from '../model/mailbox.js'
import { mailAccount } from './mail-account.js'
import { caught, reading } from './mail-reading.js'
import type { Machine } from './machine.js'
import type { Surroundings } from './surroundings.js'

/** The mailbox of the settings, by IMAP; a line on how far it is goes to the terminal, where there is one. */
export function imapBox(machine: Pick<Machine, 'settings'>, here: Surroundings): Mailbox {
  const account = mailAccount(machine, here.env)
  const folders = machine.settings['mail-folders'].split(',').map((name) => name.trim())
  const ticker = tickerOf(here)
  return {
    account: `${account.user} ${account.host}`,
    folders,
    look: async (look, each) => {
      const { inMailbox } = await import('../outside/imap.js')
      const { lookThrough } = await import('../outside/imap-read.js')
      try {
        return await reading(here.mailReader, (reader) =>
          inMailbox(account, async (client) => {
            const done: FolderLooked[] = []
            for (const folder of folders) {
              const progress = (at: number, of: number): void => ticker.say(`${folder}: ${String(at)} of ${String(of)}`)
              const found = await lookThrough(client, folder, {
                look: { ...look, mark: look.mark(folder), progress },
                each: async ({ uid, bytes }) => each(await caught(reader, `${folder} ${String(uid)}`, bytes)),
              })
              done.push({ folder, ...found })
            }
            return done
          }),
        )
      } finally {
        ticker.end()
      }
    },
  }
}

/** A line that is written over itself, from the second word on: what is quick needs none. */
function tickerOf({ isTerminal, write }: Surroundings): { readonly say: (text: string) => void; readonly end: () => void } {
  let said = 0
  const isSeen = isTerminal.output()
  return {
    say: (text) => {
      said += 1
      if (isSeen && said > 1) write('err', `\r\u001b[K${text.slice(0, 60)}`)
    },
    end: () => {
      if (isSeen && said > 1) write('err', '\r\u001b[K')
    },
  }
}
