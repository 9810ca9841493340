import { resolve } from 'node:path'
import type { Instant } from '../model/day.js'
import type { BackedUp, Finding, Forgotten, ForgetTarget, KeptMark, Newest, Store, StoreRules } from '../model/store.js'
import type { Tick } from '../model/reminders.js'
import { Problem } from '../problem.js'
import type { Tools } from './cases.js'
import type { Home, Occasion } from './copies.js'
import type { Inside } from './exchange.js'
import { lookups } from './lookups.js'
import { endOf, inspect } from './place.js'
import type { Pen } from './record.js'
import { openSession, type Access, type Session } from './session.js'
import { guarded, type Scene } from './trouble.js'
import type { Writing } from './writing.js'

/** What a store is opened with. Nothing is touched before the first call. */
export interface StoreOptions {
  readonly path: string
  readonly rules: StoreRules
  /** What writes. May throw where it is not loaded: then nothing was touched, and all can be done again with it. */
  readonly writing: () => Writing
  /** The instant of recording, from the one clock. */
  readonly now: () => Instant
  readonly newId: () => string
  /** The program's version, for messages. */
  readonly version?: string
  /** 'write' refuses a read-only store at the first call; 'read' (the default) only when something is recorded. */
  readonly mode?: 'read' | 'write'
  /** 'off' makes no daily backups. */
  readonly backups?: 'daily' | 'off'
  /** Whether a missing folder is created, and till then reads as empty; false for a path that the person gave. */
  readonly makeFolder?: boolean
  /** The line that does this on this store, for those who type it; plain words unless told. */
  readonly line?: (words: readonly string[]) => string
  /** Called after each recording. */
  readonly onRecorded?: () => void
  /** What is odd about the surroundings; it shows among the findings of a check. */
  readonly oddities?: readonly Finding[]
  /** Milliseconds to wait for another process; 30,000 unless told. */
  readonly patience?: number
}

/** A store, and what `main` does with it after the answer is printed. */
export interface OpenStore extends Store {
  /** After the first write of a day (from 64 MB: of a week): a backup; else null. */
  runDailyBackup(): BackedUp | null
  /** For what few need and is loaded for them alone. */
  readonly inside: Inside
}

/** The store at a path, as the port promises. */
export function openStore(options: StoreOptions): OpenStore {
  const named = resolve(options.path)
  const path = endOf(named)
  const line = options.line ?? ((words) => ['followup', ...words].join(' '))
  const scene: Scene = { path, line, newestBackup: () => options.writing().bestBackup({ path, named })?.path ?? null }
  const access = accessOf({ path, named }, options)
  const session = openSession(access)
  const read = <T>(work: (tools: Tools) => T): T =>
    guarded(scene, () => session.read((connection) => work({ connection, rules: options.rules })))
  return {
    path,
    line,
    ...lookups(read, options.writing),
    ...writes({ session, scene, access, options }),
    reminders: remindersOf({ session, scene, access, options }),
    mailMarks: mailMarksOf({ session, scene, access, options }),
    inside: insideOf({ session, scene, access, options }, read),
    close: () => session.close(),
  }
}

function accessOf(home: Home, options: StoreOptions): Access {
  const { rules, writing, version = '', mode = 'read', makeFolder = false, patience = 30_000 } = options
  return {
    ...home,
    rules,
    writing,
    version,
    mode,
    makeFolder,
    patience,
    beforeMigration: (connection) => void writing().takeBackup(connection, { ...home, at: options.now(), occasion: 'migration' }),
  }
}

interface Desk {
  readonly session: Session
  readonly scene: Scene
  readonly access: Access
  readonly options: StoreOptions
}

function writes(desk: Desk): Pick<OpenStore, 'record' | 'recordMany' | 'rebuild' | 'check' | 'lookInto' | 'restore' | 'forget'> & Backups {
  const { session, scene, access, options } = desk
  const { rules, writing, now } = options
  let wrote = false
  const recording = <T>(work: (tools: Tools, pen: Pen) => T, seen: Newest | undefined): T => {
    const recorded = guarded(scene, () => recordIn(desk, work, seen))
    wrote = true
    options.onRecorded?.()
    return recorded
  }
  return {
    record: (drafts, seen) =>
      drafts.length === 0 ? { facts: [], touched: [] } : recording((tools, pen) => writing().recordFacts(tools, drafts, pen), seen),
    recordMany: (drafts, seen) => recording((tools, pen) => writing().recordMany(tools, drafts, pen), seen),
    rebuild: () =>
      guarded(scene, () => {
        if (inspect(access).kind !== 'store') return { opportunities: 0 }
        return { opportunities: session.write((connection) => writing().rebuildCaches({ connection, rules })) }
      }),
    forget: (target, told) => guarded(scene, () => forgetIn(desk, target, told)),
    check: () => checkIn(desk),
    lookInto: (from) => guarded(scene, () => writing().lookInto(resolve(from), access)),
    restore: (from) =>
      guarded(scene, () => {
        const { restoreFrom } = writing()
        session.close()
        return restoreFrom(resolve(from), { ...access, at: now() })
      }),
    ...backupsOf(desk, () => wrote),
  }
}

function recordIn<T>({ session, access, options }: Desk, work: (tools: Tools, pen: Pen) => T, seen: Newest | undefined): T {
  const { writing, newId, now } = options
  return session.write((connection) => {
    if (seen) writing().requireLast(connection, seen)
    return work({ connection, rules: access.rules }, { newId, recorded: now() })
  })
}

function checkIn({ session, scene, access, options }: Desk): readonly Finding[] {
  const { rules, writing, oddities = [] } = options
  const { checkStore, failure, emptiness } = writing()
  const home = { ...access, line: scene.line }
  try {
    const found = guarded(scene, () => session.bare((connection) => checkStore(connection, home, rules)) ?? [emptiness(home)])
    return [...found, ...oddities]
  } catch (error) {
    return [failure(error, home), ...oddities]
  }
}

function forgetIn({ session, access, options }: Desk, target: ForgetTarget, { backups }: { readonly backups: boolean }): Forgotten {
  const { rules, writing, now } = options
  const { forgetFacts, packFile, takeBackup, backupFolder, dropBackups, backupsHolding } = writing()
  const { path, named } = access
  const { ids, ...removal } = session.write((connection) => forgetFacts({ connection, rules }, target))
  const packed = session.bare(packFile) ?? false
  const fresh = backups ? session.bare((connection) => takeBackup(connection, { path, named, at: now(), occasion: 'asked' })) : null
  return {
    ...{ ...removal, packed, folder: backupFolder(path) },
    ...(fresh
      ? { backups: 0, backupsUnread: 0, backupsRemoved: dropBackups(access, fresh) }
      : { ...backupsHolding(access, ids), backupsRemoved: 0 }),
  }
}

function remindersOf({ session, scene, access, options }: Desk): Store['reminders'] {
  const { writing, now } = options
  const isThere = (): boolean => inspect(access).kind === 'store'
  const ticks = (): readonly Tick[] => guarded(scene, () => session.read((connection) => writing().ticksOf(connection)) ?? [])
  return {
    // Where nothing was recorded there is nothing to say, and no file is made.
    claim: (wanted, { day, ever }) =>
      guarded(scene, () =>
        isThere()
          ? session.write((connection) => writing().claimReminders(connection, wanted, { day, ever, now: now() }))
          : { run: 0, fresh: [] },
      ),
    settle: (run, how) =>
      guarded(scene, () => {
        if (isThere()) session.write((connection) => writing().settleReminders(connection, run, how))
      }),
    // Mostly there is nothing new, and then nothing is written.
    look: (wanted, day) =>
      guarded(scene, () => {
        if (wanted.length === 0 || session.read((connection) => writing().notLookedAt(connection, wanted)).length === 0) return []
        return session.write((connection) => writing().keepLook(connection, wanted, day))
      }),
    last: () => guarded(scene, () => session.read((connection) => writing().lastReminder(connection, now()))),
    ticks,
    keepTicks: (wanted, day) =>
      guarded(scene, () => {
        if (isThere() && JSON.stringify(ticks()) !== JSON.stringify(wanted))
          session.write((connection) => writing().keepTicks(connection, wanted, day))
      }),
  }
}

function mailMarksOf({ session, scene, access, options: { writing } }: Desk): Store['mailMarks'] {
  const of = (place: string): KeptMark | null => guarded(scene, () => session.read((connection) => writing().mailMarkOf(connection, place)))
  return {
    of,
    keep: (place, mark) =>
      guarded(scene, () => {
        if (inspect(access).kind === 'store') session.write((connection) => writing().keepMailMark(connection, place, mark))
      }),
  }
}

function insideOf({ session, scene, options: { rules, writing, onRecorded } }: Desk, read: Inside['read']): Inside {
  return {
    read,
    write: (work) => {
      const done = guarded(scene, () => session.write((connection) => work({ connection, rules })))
      onRecorded?.()
      return done
    },
    rebuild: (tools) => writing().rebuildCaches(tools),
  }
}

type Backups = Pick<OpenStore, 'backup' | 'backups' | 'runDailyBackup'>

function backupsOf({ session, scene, access, options }: Desk, wrote: () => boolean): Backups {
  const { path, named } = access
  const { writing, now } = options
  const take = (occasion: Occasion, to?: string): BackedUp | null =>
    session.bare((connection) => writing().takeBackup(connection, { path, named, at: now(), occasion, to }))
  return {
    backup: (to) => guarded(scene, () => take('asked', to === undefined ? undefined : resolve(to)) ?? nothingThere(path)),
    backups: () => guarded(scene, () => writing().listCopies(access)),
    runDailyBackup: () =>
      guarded(scene, () => {
        if (!wrote() || options.backups === 'off' || !writing().isBackupDue(access, now())) return null
        return take('daily')
      }),
  }
}

function nothingThere(path: string): never {
  throw new Problem('store', `there is no store at ${path} yet`, {
    hint: 'It is made when you first record something.',
    code: 'store-missing',
  })
}
