import { calendarQuery, createCalendarObject, deleteCalendarObject, getBasicAuthHeaders, makeCalendar, updateCalendarObject } from 'tsdav'
import type { DAVResponse } from 'tsdav'
import type { Kept, Shelf } from '../model/entry.js'
import { entryPrefix } from '../model/entry.js'
import { isProblem, Problem } from '../problem.js'

/** A calendar on a CalDAV server, by its own address. */
export interface Account {
  readonly url: string
  readonly user: string
  readonly password: string
}

/** The calendar of an account (RFC 4791); made when it is not there. Its methods throw Problem('outside') when the server is not reached, or does not do as told. */
export function serverShelf({ url, user, password }: Account): Shelf {
  const calendar = { url: url.endsWith('/') ? url : `${url}/` }
  const headers = getBasicAuthHeaders({ username: user, password })
  const reach = { headers, fetch: politeFetch(new URL(calendar.url)) }
  return {
    read: () => reaching(calendar.url, () => readAll(calendar.url, reach)),
    put: (uid, text, over) =>
      reaching(calendar.url, async () =>
        written(
          over
            ? await updateCalendarObject({ calendarObject: { url: over.place, data: text, etag: over.etag ?? '' }, ...reach })
            : await createCalendarObject({ calendar, iCalString: text, filename: `${uid}.ics`, ...reach }),
        ),
      ),
    remove: ({ place, etag }) =>
      reaching(calendar.url, async () =>
        written(await deleteCalendarObject({ calendarObject: { url: place, etag: etag ?? '' }, ...reach })),
      ),
  }
}

interface Reach {
  readonly headers: Record<string, string>
  readonly fetch: typeof fetch
}

const timeoutMs = 20_000
const mostBytes = 20_000_000

/** A fetch that ends in time, stays on its own server (the password goes nowhere else), and reads no endless answer. */
function politeFetch(home: URL): typeof fetch {
  return async (input, init) => {
    const target = new URL(input instanceof Request ? input.url : input)
    if (target.origin !== home.origin) throw trouble('leads to another server', 'Nothing was sent there; check caldav-url.')
    const answer = await fetch(input, { ...init, redirect: 'manual', signal: AbortSignal.timeout(timeoutMs) })
    if (answer.status >= 300 && answer.status < 400)
      throw trouble('leads somewhere else', `Set caldav-url to where the calendar is${said(answer.headers.get('location'))}.`)
    if (answer.status === 401 || answer.status === 403)
      throw trouble('does not accept the name and password', 'Check caldav-user and what caldav-password-command prints.')
    if (answer.status >= 500)
      throw trouble(`has trouble of its own (${String(answer.status)})`, 'Nothing of yours is lost; try again later.')
    return new Response(answer.body?.pipeThrough(bounded(mostBytes)) ?? null, answer)
  }
}

/** Passes on as many bytes, and fails at the next one. */
function bounded(most: number): TransformStream<Uint8Array, Uint8Array> {
  let left = most
  return new TransformStream({
    transform: (chunk, controller) => {
      left -= chunk.length
      if (left < 0) controller.error(trouble('sends more than any calendar holds', 'Check caldav-url.'))
      else controller.enqueue(chunk)
    },
  })
}

function said(place: string | null): string {
  return place === null ? '' : `: ${place.slice(0, 200)}`
}

async function readAll(url: string, reach: Reach): Promise<readonly Kept[]> {
  const found = await queryAll(url, reach)
  if (found !== null) return found
  const made = await makeCalendar({ url, props: { 'd:displayname': 'followup' }, ...reach })
  const again = made.some(({ ok }) => !ok) ? null : await queryAll(url, reach)
  if (again === null) throw trouble('has no such calendar and makes none', 'Make one there, and set caldav-url to its address.')
  return again
}

/** Our entries; null when there is no calendar. */
async function queryAll(url: string, reach: Reach): Promise<readonly Kept[] | null> {
  try {
    const kept: Kept[] = []
    for (const kind of ['VTODO', 'VEVENT']) kept.push(...(await queryOne(url, kind, reach)))
    return kept
  } catch (error) {
    const said = error instanceof Error ? error.message : ''
    if (!/query failed/i.test(said)) throw error
    if (/: 404/.test(said)) return null
    throw trouble('does not answer as a calendar does', 'Check that caldav-url is the address of one calendar.')
  }
}

// Without a filter tsdav asks for events only.
async function queryOne(url: string, kind: string, reach: Reach): Promise<readonly Kept[]> {
  const answers = await calendarQuery({
    url,
    props: { 'd:getetag': {}, 'c:calendar-data': {} },
    filters: { 'comp-filter': { _attributes: { name: 'VCALENDAR' }, 'comp-filter': { _attributes: { name: kind } } } },
    depth: '1',
    ...reach,
  })
  return answers.flatMap((one) => keptOf(one, url))
}

function keptOf({ href, props }: DAVResponse, url: string): readonly Kept[] {
  const data: unknown = props?.['calendarData']
  const text = typeof data === 'string' ? data : ((data as { _cdata?: string } | undefined)?._cdata ?? '')
  const etag: unknown = props?.['getetag']
  if (!isEntry(href) || text === '') return []
  return [{ place: new URL(href ?? '', url).href, etag: typeof etag === 'string' ? etag : null, text }]
}

function isEntry(href: string | undefined): boolean {
  return decodeURIComponent((href ?? '').split('/').at(-1) ?? '').startsWith(entryPrefix)
}

/** Whether it was written; 404, 409 and 412 say that somebody else was there meanwhile. */
function written({ ok, status }: Response): boolean {
  if (ok) return true
  if (status === 404 || status === 409 || status === 412) return false
  throw trouble(`refused an entry (${String(status)})`, 'What was written before stays; try again later.')
}

async function reaching<T>(url: string, act: () => Promise<T>): Promise<T> {
  try {
    return await act()
  } catch (error) {
    if (isProblem(error)) throw error
    const code = reasonOf(error)
    throw new Problem('outside', `The calendar server ${new URL(url).host} cannot be reached${code === '' ? '' : ` (${code})`}.`, {
      hint: 'Nothing of yours is lost; try again when it is there.',
      code: 'caldav',
      cause: error,
    })
  }
}

function reasonOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
  const { code, name } = cause as { code?: unknown; name?: unknown }
  return typeof code === 'string' ? code : name === 'TimeoutError' ? 'it took too long' : ''
}

function trouble(what: string, hint: string): Problem {
  return new Problem('outside', `The calendar server ${what}.`, { hint, code: 'caldav' })
}
