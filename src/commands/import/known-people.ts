import type { Introduction } from '../../model/fact.js'
import type { Contact, ContactId } from '../../model/opportunity.js'
import { foldName } from '../../rules/names.js'
import { given } from '../typed/given.js'
import type { Entry, PersonTold } from './entry.js'
import type { Shelf } from './sorting.js'

/** Somebody as they are to be on record in one opportunity. */
export interface PersonIn {
  readonly data: Introduction
}

/** What somebody is found by: those on record, and how numbers are written. */
export interface Finding extends Pick<Shelf, 'at' | 'byMail'> {
  readonly newId: () => string
  readonly number: (typed: string) => string
}

/** Knows the people of a table as it goes through it: the same address, or the same name at the same company, is the same person; what is on record of them stays. */
export function rolodex(finding: Finding): (entry: Pick<Entry, 'company' | 'people'>) => readonly PersonIn[] {
  const known = new Map<string, ContactId>()
  return ({ company, people }) => people.map((person) => ({ data: introduced(person, company, { ...finding, known }) }))
}

function introduced(
  { name, email, phone, role, title }: PersonTold,
  company: string,
  finding: Finding & { readonly known: Map<string, ContactId> },
): Introduction {
  const { known } = finding
  const keys = [...(email === null ? [] : [`<${email.toLowerCase()}>`]), `${foldName(name)}|${foldName(company)}`]
  const before = onRecord({ name, email }, company, finding)
  const id = before?.id ?? keys.flatMap((key) => known.get(key) ?? [])[0] ?? (finding.newId() as ContactId)
  for (const key of keys) known.set(key, id)
  return {
    contact: id,
    name: before?.name ?? name,
    ...given({
      email: before?.email ?? email ?? undefined,
      phone: before?.phone ?? (phone === null ? undefined : finding.number(phone)),
      role: role ?? undefined,
      title: before?.title ?? title ?? undefined,
      zone: before?.zone ?? undefined,
    }),
  }
}

function onRecord({ name, email }: Pick<PersonTold, 'name' | 'email'>, company: string, { at, byMail }: Finding): Contact | null {
  const same = email === null ? null : byMail(email)
  if (same) return same
  const people = at(company).flatMap(({ contacts }) => contacts)
  return people.find((one) => foldName(one.name) === foldName(name) && (one.email === null || email === null)) ?? null
}
