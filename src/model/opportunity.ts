/** One role at one employer; UUIDv7 of the fact that opened it. */
export type OpportunityId = string & { readonly __opportunity: true }
/** One person; UUIDv7. The same mail address is the same person everywhere. */
export type ContactId = string & { readonly __contact: true }
/** One fact; UUIDv7, so ids sort by the time of recording. */
export type FactId = string & { readonly __fact: true }

/** The kinds of interview (`log --kind`); each has its own patience. */
export const stages = ['screen', 'manager', 'onsite', 'panel', 'final', 'executive', 'internal', 'referral', 'public-sector'] as const
export type Stage = (typeof stages)[number]

/** Who a contact is in this opportunity; `boss` decides, with an `agency` everything goes through it. */
export const contactRoles = [
  'boss',
  'recruiter',
  'agency',
  'hr',
  'peer',
  'assistant',
  'gatekeeper',
  'referrer',
  'champion',
  'referee',
] as const
export type ContactRole = (typeof contactRoles)[number]

/** What people call who somebody is. */
export const roleWords = {
  owner: 'boss',
  founder: 'boss',
  proprietor: 'boss',
  inhaber: 'boss',
  manager: 'boss',
  'hiring-manager': 'boss',
  colleague: 'peer',
  'human-resources': 'hr',
  secretary: 'assistant',
  receptionist: 'gatekeeper',
} as const

/** Titles of one who owns the place, in English and German; a product owner owns none. */
export const ownerTitle =
  /(?<!product |process |service |system |business )\b(?:(?:co-?)?(?:owner|founder)|proprietor|proprietress|inhaber(?:in)?)\b/i

/** What a number is: a mobile shows missed calls, so it is dialled less; unknown counts as desk. */
export const phoneKinds = ['desk', 'switchboard', 'mobile'] as const
export type PhoneKind = (typeof phoneKinds)[number]

/** How sure the person is that they want the job (`--want`). */
export const wants = ['yes', 'unsure', 'no'] as const
export type Want = (typeof wants)[number]

/** How they like to be reached (`--reach`, debrief question 7). */
export const reaches = ['email', 'phone', 'either', 'recruiter', 'no-calls'] as const
export type Reach = (typeof reaches)[number]

/** How an interview was held (`log --by`). */
export const meetingForms = ['phone', 'video', 'in-person'] as const
export type MeetingForm = (typeof meetingForms)[number]

/** How an opportunity ended (`close --as`). */
export const endings = ['hired', 'declined', 'rejected', 'withdrawn', 'no-response'] as const
export type Ending = (typeof endings)[number]

/** What is known of a person, folded from the facts about them; role and lead are those in one opportunity. */
export interface Contact {
  readonly id: ContactId
  readonly name: string
  readonly email: string | null
  readonly phone: string | null
  readonly phoneKind: PhoneKind | null
  readonly role: ContactRole | null
  readonly title: string | null
  readonly zone: string | null
  readonly assistant: string | null
  /** How the name is said, in the person's own spelling: 'DAY-na RAY-ess'. */
  readonly say: string | null
  /** True when chosen by hand to be the one who is chased. */
  readonly lead: boolean
}

/** What is known of an opportunity, folded from its facts. */
export interface Opportunity {
  readonly id: OpportunityId
  readonly handle: string
  readonly company: string
  readonly role: string | null
  /** IANA zone and ISO country (or 'none', 'unknown') whose days are counted unless the chased contact has a zone of their own. */
  readonly zone: string
  readonly country: string
  readonly location: string | null
  readonly source: string | null
  readonly via: string | null
  readonly salary: string | null
  /** 1 (first) to 5. */
  readonly priority: number | null
  readonly tags: readonly string[]
  /** The playbook the person chose, null when the rules choose. */
  readonly playbook: string | null
  readonly confidential: boolean
  readonly contacts: readonly Contact[]
}
