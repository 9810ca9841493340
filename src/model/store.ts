import type { Instant } from './day.js'
import type { Fact, FactDraft, FactKind, FactOf } from './fact.js'
import type { ListFilter } from './list-filter.js'
import type { Contact, ContactId, FactId, Opportunity, OpportunityId } from './opportunity.js'
import type { Reminders } from './reminders.js'
import type { Outlook, State } from './standing.js'

/** What the rules are given to judge one opportunity: live facts in the order in which they happened. */
export interface CaseFile {
  readonly opportunity: Opportunity
  /** Its own live facts, and those about its contacts and its company as such (met, held, stopped, lifted). */
  readonly facts: readonly Fact[]
  /** Live sent, called and heard facts of other opportunities that concern one of its contacts, and interviews (moved ones too) where they are known. */
  readonly elsewhere: readonly Fact[]
}

/** In which list of `due` an opportunity stands, from when (inclusive) until when (exclusive) on the contact's clock. */
export interface AgendaRow {
  readonly list: 'due' | 'upcoming' | 'waiting' | 'resting'
  /** 0 first: offer, answer, confirm, debrief, thank-you, appointment, chase, rest. */
  readonly rank: number
  /** Sort key within rank: the day the act falls due. */
  readonly key: string
  readonly from: string
  readonly until: string
  readonly state: State
}

/** The rules as the store may call them inside a write; handed over by `main`. All pure. */
export interface StoreRules {
  /** Changes whenever code of the rules, a playbook, a holiday list or a setting they read changes. */
  readonly hash: string
  /** What `hash` begins with; while this stays the same, opportunities that have ended are judged as before. */
  readonly hashOfEnded: string
  /** Order of happening, of equal times that of recording; a stable sort. */
  readonly order: (facts: readonly Fact[]) => readonly Fact[]
  /** The opportunity as its live facts tell it; null when nothing opened it. */
  readonly describe: (facts: readonly Fact[], handle: string) => Opportunity | null
  readonly judge: (file: CaseFile) => { readonly outlook: Outlook; readonly agenda: readonly AgendaRow[] }
  /** Lower case, no diacritics, inner white space single: how names are compared. */
  readonly fold: (text: string) => string
  /** As `fold`, with letters such as 'ı' as people without them type them: how what is looked for is compared. */
  readonly typed: (text: string) => string
}

/** An opportunity as lists and references need it. */
export interface OpportunityRow {
  readonly id: OpportunityId
  readonly handle: string
  readonly company: string
  readonly role: string | null
  readonly closed: boolean
  readonly tags: readonly string[]
  readonly priority: number | null
  readonly opened: Instant
  readonly contacts: readonly Contact[]
  readonly outlook: Outlook
}

/** An opportunity and where it stands in the agenda; its rank counts among what is due. */
export interface AgendaItem extends Pick<AgendaRow, 'list' | 'rank'> {
  readonly row: OpportunityRow
}
/** The agenda at one local time per zone; `counts` stop where the query says, and are 0 of what it does not ask for. */
export interface AgendaAnswer {
  readonly items: readonly AgendaItem[]
  readonly counts: {
    readonly due: number
    readonly upcoming: number
    readonly waiting: number
    readonly resting: number
    readonly silent: number
    readonly open: number
  }
}
export interface AgendaQuery {
  /** 'YYYY-MM-DDTHH:MM' on the clock of a zone; asked of each zone in which anything is. */
  readonly at: (zone: string) => string
  readonly lists: readonly AgendaRow['list'][]
  /** Rows at most (due is ranked first), of every list or of each, given how many are due; absent = all. */
  readonly limit?: number | ((list: AgendaRow['list'], due: number) => number)
  /** Where counts stop; absent = one past a limit of every list, else nowhere. */
  readonly most?: number
  /** Counts how many are silent and how many are open, too. */
  readonly totals?: boolean
}

/** One command's facts, for `undo --list`. */
export interface CommandRow {
  readonly command: FactId
  readonly recorded: Instant
  readonly facts: readonly Fact[]
  /** True while its facts are taken back. */
  readonly retracted: boolean
}

/** What a write did: the facts as stored, and the opportunities it concerned, judged anew. */
export interface Recorded {
  readonly facts: readonly Fact[]
  readonly touched: readonly OpportunityRow[]
}

/** A fact that is not what was recorded: its content does not fit its checksum, so this too may be wrong. */
export interface AlteredFact {
  readonly id: string
  readonly kind: string
  readonly day: string
}

/** A backup that was made; `altered` are facts in it that are not what was recorded. */
export interface BackedUp {
  readonly path: string
  readonly facts: number
  readonly altered: readonly AlteredFact[]
}

/** A copy that lies beside the store. */
export interface CopyKept {
  readonly path: string
  readonly bytes: number
  readonly at: Instant
  /** False where facts are known not to be what was recorded. */
  readonly whole: boolean
  /** It is what a restore replaced, and no backup. */
  readonly replaced: boolean
}

/** What comes back from a backup; `leftOut` are facts in it that are not what was recorded. */
export interface Salvage {
  readonly facts: number
  readonly leftOut: readonly AlteredFact[]
}

/** What was put back, and where the store it replaced is kept. */
export interface PutBack extends Salvage {
  readonly kept: string | null
}

/** One finding of `doctor`. */
export interface Finding {
  readonly check: string
  readonly ok: boolean
  readonly says: string
  readonly hint: string | null
}

/** What `forget` takes away for good; more than one where others of that name were taken back. */
export type ForgetTarget =
  | { readonly kind: 'opportunity'; readonly ids: readonly OpportunityId[] }
  | { readonly kind: 'contact'; readonly ids: readonly ContactId[] }

/** What `forget` did; `backups` are the copies that still hold it, `backupsUnread` those that may: they cannot be read. */
export interface Forgotten {
  readonly removed: number
  /** Facts that stayed, without what they said of it. */
  readonly rewritten: number
  readonly backups: number
  readonly backupsUnread: number
  readonly backupsRemoved: number
  readonly folder: string
  /** False when the disk had no room to write the file anew; what was removed is overwritten all the same. */
  readonly packed: boolean
}

/** How far a folder of mail was read: its UIDVALIDITY (RFC 3501 2.3.1.1), and the first UID that was not looked at. */
export interface MailMark {
  readonly validity: string
  readonly next: number
}

/** A mark, and when the folder was looked at. */
export interface KeptMark extends MailMark {
  readonly at: Instant
}

/** How far mail was read, by account and folder. */
export interface MailMarks {
  /** Null = never read. */
  of(place: string): KeptMark | null
  /** Nothing is written where there is no store. */
  keep(place: string, mark: KeptMark): void
}

/** The newest fact that a caller knows of: that stands in one opportunity, or (`opportunity` null) of all that were recorded. */
export interface Newest {
  readonly opportunity: OpportunityId | null
  readonly last: FactId | null
}

/** The one local file. Readers never write; a missing file reads as empty. Throws Problem('store') when it cannot be used. */
export interface Store {
  readonly path: string
  /** A line to be typed as it stands, that means this store: it has a --db where this line has one. */
  line(words: readonly string[]): string
  /** Candidates for a reference: an exact handle alone; else handle prefix, word of the company, or contact's name. Open ones first, then by handle. */
  match(reference: string): readonly OpportunityRow[]
  /** Every opportunity at a company by folded full name, or the one whose handle is exactly this. */
  atCompany(company: string): readonly OpportunityRow[]
  /** Open ones whose company's folded name begins with the same letter and is at most `longer` letters longer or shorter, of the first thousand such names. */
  similar(company: string, longer: number): readonly OpportunityRow[]
  /** The open ones in which somebody is known, by handle. */
  openWith(contact: ContactId): readonly OpportunityRow[]
  opportunity(id: OpportunityId): Opportunity | null
  row(id: OpportunityId): OpportunityRow | null
  caseFile(id: OpportunityId): CaseFile | null
  /** Every case file, one after the other in order of opening, from one look at the store; few of them are in memory at a time. */
  eachCase(visit: (file: CaseFile) => void): void
  /** Live facts of one opportunity in order of happening, or with `all` of everything, retracted and retractions too, in order of recording. */
  history(filter: {
    readonly opportunity?: OpportunityId
    readonly retracted?: boolean
  }): readonly { readonly fact: Fact; readonly retracted: boolean }[]
  /** The facts of these ids, taken back or not, in order of recording; an id that is not there is left out. */
  facts(ids: readonly FactId[]): readonly Fact[]
  /** All that took other facts back, in order of recording. */
  retractions(): readonly { readonly fact: FactOf<'retracted'>; readonly retracted: boolean }[]
  agenda(query: AgendaQuery): AgendaAnswer
  /** How many are open; counted up to `most`. */
  countOpen(most: number): number
  list(filter: ListFilter): readonly OpportunityRow[]
  /** Full text over names, roles, notes, debriefs; best first. */
  search(
    text: string,
    limit: number,
  ): readonly { readonly row: OpportunityRow; readonly kind: FactKind | 'name'; readonly excerpt: string }[]
  /** People, by name; `matching` is a folded part of a name, an exact mail address, or an id. */
  contacts(matching?: string): readonly { readonly contact: Contact; readonly opportunities: readonly string[] }[]
  /** What stands on the stop list about these people, or about any company, and what was taken off it; in order of happening. */
  stopFacts(people: readonly ContactId[]): readonly Fact[]
  contactsByEmail(email: string): Contact | null
  /** The name that someone was last given, also where that is taken back; null for nobody. */
  nameOf(contact: string): string | null
  /** The rows of tables that are on record: the print of each by its key. */
  rowsTaken(): ReadonlyMap<string, string>
  /** The fact recorded last, taken back or not; null in an empty store. */
  newest(): Pick<Fact, 'id' | 'recorded'> | null
  /** Commands that wrote facts, newest first. */
  commands(limit: number): readonly CommandRow[]
  /** Those whose id ends so, newest first, two at most. */
  commandsEnding(ending: string): readonly CommandRow[]
  /**
   * Writes facts in one transaction (BEGIN IMMEDIATE), with caches; creates the file when missing. An `opened` draft gets the first free handle. With
   * `seen` throws Problem('store', code 'changed') when there is a newer fact.
   */
  record(drafts: readonly FactDraft[], seen?: Newest): Recorded
  /** As `record`, of drafts too many to be in memory at once: a list for each opportunity. They are asked for inside the transaction, perhaps from the first again. */
  recordMany(drafts: Iterable<readonly FactDraft[]>, seen: Newest): void
  /** A backup now; returns its path. */
  backup(to?: string): BackedUp
  /** Every copy beside the store, newest first. */
  backups(): readonly CopyKept[]
  /** What putting a backup back would bring; throws Problem('store') where it could not be put back. */
  lookInto(from: string): Salvage
  /** Puts a backup in the place of the store, after checking it; keeps what it replaces and says where. */
  restore(from: string): PutBack
  /** Removes facts and every trace of them from the file; with `backups` the copies go too, and a new one is made. Nothing brings them back. */
  forget(target: ForgetTarget, options: { readonly backups: boolean }): Forgotten
  check(): readonly Finding[]
  rebuild(): { readonly opportunities: number }
  readonly reminders: Reminders
  readonly mailMarks: MailMarks
  close(): void
}
