import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { replyKinds } from '../model/replies.js'
import type { ReplyKind, ReplyRules, ReplyWords } from '../model/replies.js'

/** The words by which mails are known, from data/replies, once in a process; the files are ours and checked by a test. */
export async function loadReplies(dataDir: string): Promise<ReplyRules> {
  const rules = read.get(dataDir) ?? (await rulesFrom(dataDir))
  read.set(dataDir, rules)
  return rules
}

const read = new Map<string, ReplyRules>()

async function rulesFrom(dataDir: string): Promise<ReplyRules> {
  const { parse } = await import('yaml')
  const from = (name: string): unknown => parse(readFileSync(join(dataDir, 'replies', `${name}.yaml`), 'utf8'))
  const automatic = from('automatic') as { robots: string[]; daemons: string[]; 'hiring-systems': string[] }
  const friendly = from('courtesy') as { says: string[]; words: string[] }
  return {
    kinds: Object.fromEntries(replyKinds.map((kind) => [kind, from(kind) as ReplyWords])) as Record<ReplyKind, ReplyWords>,
    courtesy: { says: friendly.says, words: friendly.words.flatMap((line) => line.split(' ')) },
    robots: automatic.robots,
    daemons: automatic.daemons,
    hiringSystems: automatic['hiring-systems'],
  }
}
