import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Recognised } from '../../src/model/replies.js'
import { startSession } from './session.js'
import type { Session } from './session.js'

type Verdict = Pick<Recognised, 'kind' | 'match' | 'promise' | 'until'>

/** A mail of a corpus: what it should be taken for, and what it was taken for. */
export interface JudgedMail {
  readonly file: string
  readonly expected: Verdict
  readonly found: Verdict
}

/** How the recognition fares, each from 0 to 1. */
export interface MailFigures {
  readonly certainPrecision: number
  readonly humanRecall: number
  readonly autoF1: number
  readonly bounceF1: number
  readonly kinds: number
  readonly matches: number
  readonly days: number
}

/** Takes every mail of a folder through `heard --eml --dry-run --json`, as somebody would who wrote two letters to Acme Controls. */
export async function judgeMails(folder: string): Promise<readonly JudgedMail[]> {
  const session = startSession()
  try {
    await prepare(session)
    const judged: JudgedMail[] = []
    for (const line of readFileSync(join(folder, 'expected.jsonl'), 'utf8').trim().split('\n')) {
      const { file, ...expected } = JSON.parse(line) as { readonly file: string } & Verdict
      judged.push({ file, expected, found: await verdictOn(session, join(folder, file)) })
    }
    return judged
  } finally {
    session.remove()
  }
}

async function prepare(session: Session): Promise<void> {
  session.at('2027-06-15T09:00', 'America/Chicago')
  const people = ['Dana Reyes* <dana@acme.example>', 'Priya Nair <priya.nair@acme.example>', 'Lou Berg <lou@berg-search.example>']
  const withPeople = people.flatMap((one) => ['--with', one.replace('*', '')])
  const lines = [
    ['log', 'Acme Controls', '--role', 'Operations Director', '--at', '2027-03-01T10:00', ...withPeople],
    ['sent', 'acme', 'thank-you', '--at', '2027-03-01', '--message-id', '<thanks-1@robin.example.org>'],
    ['sent', 'acme', 'love-letter', '--at', '2027-03-08', '--message-id', '<note-1@robin.example.org>'],
  ]
  for (const line of lines) {
    const { code, err } = await session.run([...line, '--no-input'])
    if (code !== 0) throw new Error(`${line.join(' ')}: ${err}`)
  }
}

async function verdictOn(session: Session, path: string): Promise<Verdict> {
  const { code, out, err } = await session.run(['heard', 'acme', '--eml', path, '--dry-run', '--json'])
  if (code !== 0) throw new Error(`${path}: ${err}`)
  return JSON.parse(out) as Verdict
}

const human: ReadonlySet<string> = new Set(['question', 'holding', 'courtesy', 'invite', 'rejection', 'offer', 'on-hold', 'left'])
const automatic: ReadonlySet<string> = new Set(['out-of-office', 'auto'])

/** The figures of a corpus. */
export function mailFigures(mails: readonly JudgedMail[]): MailFigures {
  const people = mails.filter(({ expected }) => human.has(expected.kind))
  const certain = mails.filter(({ found }) => found.match === 'certain')
  return {
    certainPrecision: share(certain, ({ expected }) => expected.match === 'certain'),
    humanRecall: share(people, ({ found }) => human.has(found.kind)),
    autoF1: f1(mails, ({ kind }) => automatic.has(kind)),
    bounceF1: f1(mails, ({ kind }) => kind === 'bounce'),
    kinds: share(mails, ({ expected, found }) => expected.kind === found.kind),
    matches: share(mails, ({ expected, found }) => expected.match === found.match),
    days: share(mails, ({ expected, found }) => expected.promise === found.promise && expected.until === found.until),
  }
}

function share(mails: readonly JudgedMail[], holds: (mail: JudgedMail) => boolean): number {
  return mails.length === 0 ? 1 : mails.filter(holds).length / mails.length
}

function f1(mails: readonly JudgedMail[], is: (verdict: Verdict) => boolean): number {
  const both = mails.filter(({ expected, found }) => is(expected) && is(found)).length
  const either = mails.filter(({ expected }) => is(expected)).length + mails.filter(({ found }) => is(found)).length
  return either === 0 ? 1 : (2 * both) / either
}
