import { letterWords } from '../../model/vocabulary.js'
import type { Choice } from '../../model/question.js'
import type { MailOut, Needs } from '../../world.js'
import type { LetterArgs, LetterResult } from './result.js'

/** What handing over needs of the world. */
export type Handing = Needs<'copyText' | 'writeText' | 'mailOut' | 'ask'>

/** One way a letter can leave this program short of being sent: it does it, and says what was done, as a sentence. */
interface Route extends Choice<'copy' | 'mailto' | 'eml' | 'drafts'> {
  /** Whether a letter can go that way from here. */
  readonly fits: (letter: LetterResult, out: MailOut) => boolean
  /** `file` is the one that was named. */
  readonly hand: (world: Handing, letter: LetterResult, file: string | null) => Promise<string>
}

const routes: readonly Route[] = [
  {
    value: 'copy',
    words: 'copy',
    fits: () => true,
    hand: async ({ copyText }, { text }) => {
      await copyText(`${text}\n`)
      return 'Copied.'
    },
  },
  {
    value: 'mailto',
    words: 'mail program',
    fits: ({ to }) => to.email !== null,
    hand: async ({ mailOut }, letter) => {
      await (await mailOut()).open(letter)
      return 'Opened in your mail program.'
    },
  },
  {
    value: 'drafts',
    words: 'drafts folder',
    fits: (_, { hasDrafts }) => hasDrafts,
    hand: async ({ mailOut }, letter) => `It lies in the folder ${await (await mailOut()).keep(letter)} of your mailbox.`,
  },
  {
    value: 'eml',
    words: 'file of a mail',
    fits: () => true,
    hand: async ({ mailOut, ask }, letter, file) => {
      const path =
        file ??
        (await ask.line({ ask: 'Into which file?', offer: `${letter.handle}-${letterWords[letter.letter].replaceAll(' ', '-')}.eml` }))
      const out = await mailOut()
      out.save(path, await out.file(letter))
      return `Written into ${path}; your mail program opens it as a draft.`
    },
  },
]

/** The ways that a letter can go from here, the usual one first. */
export async function waysFor(world: Handing, letter: LetterResult): Promise<readonly Route[]> {
  const out = await world.mailOut()
  return routes.filter((one) => one.fits(letter, out))
}

/** Goes each way that was named by a flag; what was done, or null when none was. */
export async function handedOver(world: Handing, letter: LetterResult, args: LetterArgs): Promise<string | null> {
  const done: string[] = []
  if (args.out !== undefined) {
    await world.writeText(args.out, `Subject: ${letter.subject}\n\n${letter.text}\n`)
    done.push(`Written into ${args.out}.`)
  }
  for (const { value, hand } of routes) {
    const told = args[value]
    if (told !== undefined) done.push(await hand(world, letter, typeof told === 'string' ? told : null))
  }
  return done.length === 0 ? null : done.join(' ')
}
