import type { Needs } from '../../world.js'
import type { Scribe } from '../recording/record.js'
import type { ToldArgs } from './told.js'

/** What is said after `log`. */
export interface LogArgs extends ToldArgs {
  readonly company: string
  readonly new?: true
  readonly reschedule?: true
  readonly cancel?: true
  /** What is said of the opportunity was wrong before; no interview. */
  readonly correct?: true
  /** With `correct`: the company's right name. */
  readonly name?: string
  /** Told in a conversation, which offers the look back itself. */
  readonly asked?: true
}

/** What `log` needs beyond the other recording verbs: ids for new people and opportunities. */
export type LogWorld = Scribe & Needs<'newId' | 'ask'>
