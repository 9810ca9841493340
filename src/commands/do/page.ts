import type { Day } from '../../model/day.js'
import type { Needs, Talk } from '../../world.js'
import type { Card, CardWorld } from './card.js'

/** A page of the conversation. */
export type DoPage =
  | { readonly page: 'opening'; readonly asOf: Day; readonly time: string; readonly due: number; readonly acts: number }
  | { readonly page: 'act'; readonly card: Card; readonly place: Place | null }
  | { readonly page: 'facts'; readonly card: Card }
  | { readonly page: 'kept'; readonly card: Card }
  | { readonly page: 'changed'; readonly handle: string }
  | { readonly page: 'settled'; readonly handle: string }

/** Where in the day an act stands: the second of three. */
export interface Place {
  readonly at: number
  readonly of: number
}

/** What `do` can reach. */
export type DoWorld = CardWorld & Needs<'ask'> & { readonly talk: Talk<DoPage> }

/** What came of one act. */
export type Came = 'done' | 'later' | 'put-off'
