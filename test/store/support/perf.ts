import { openStore } from '../../../src/store/open.js'
import { plainRules } from './rules.js'
import { ids, draft, on } from './scene.js'
import { dayAfter } from './rules.js'
const [,, what, path, nText] = process.argv
const n = Number(nText)
const t0 = performance.now()
const store = openStore({ path: path!, rules: plainRules(what === 'rejudge' ? 'other' : 'plain'), now: () => '2026-03-01T09:00:00Z' as never, newId: ids() })
if (what === 'gen') {
  const newId = store as never
  const per = 2000
  const gen = ids(); 
  for (let b = 0; b < n; b += per) {
    const drafts: any[] = []
    for (let i = b; i < Math.min(n, b + per); i++) {
      const id = '01900000-0000-7000-9000-' + i.toString(16).padStart(12, '0')
      const c = '01900000-0000-7000-a000-' + i.toString(16).padStart(12, '0')
      const day = dayAfter('2025-06-01', i % 365)
      const company = 'Company ' + (i * 7919 % 100003).toString(36) + ' Widgets'
      drafts.push(draft('opened', { company, handle: company.toLowerCase().replaceAll(' ', '-'), zone: i % 3 ? 'America/Chicago' : 'Europe/Berlin', role: 'Engineer' } as any, { id, opportunity: id, at: on(day) }))
      drafts.push(draft('met', { contact: c, name: 'Person ' + i, email: `p${i}@x.example`, role: 'boss' } as any, { opportunity: id, at: on(day) }))
      drafts.push(draft('interviewed', { stage: 'manager', contacts: [c], booked: false } as any, { opportunity: id, at: on(day) }))
      drafts.push(draft('debriefed', { landings: ['well'], hooks: ['the migration'] } as any, { opportunity: id, at: on(day) }))
      drafts.push(draft('sent', { letter: 'thank-you', channel: 'email', contact: c } as any, { opportunity: id, at: on(dayAfter(day, 1)) }))
      drafts.push(draft('sent', { letter: 'love-letter', channel: 'email', contact: c } as any, { opportunity: id, at: on(dayAfter(day, 7)) }))
      drafts.push(draft('called', { outcome: 'no-answer', contact: c } as any, { opportunity: id, at: on(dayAfter(day, 9)) }))
      drafts.push(draft('noted', { text: 'They want someone for the platform team' } as any, { opportunity: id, at: on(dayAfter(day, 9)) }))
    }
    store.record(drafts)
  }
  void newId; void gen
} else if (what === 'rejudge') { store.zones() }
else if (what === 'rebuild') store.rebuild()
else if (what === 'backup') console.log(store.backup())
else if (what === 'check') console.log(store.check())
else if (what === 'record') {
  const row = store.list({ limit: 1 })[0]!
  const t1 = performance.now()
  store.record([{ ...draft('noted', { text: 'x' }, { opportunity: row.id, at: on('2026-03-01') }), id: crypto.randomUUID() as never }])
  console.log('record', (performance.now() - t1).toFixed(2))
} else if (what === 'due') {
  const at = new Map(store.zones().map((z) => [z, '2026-03-10T09:30']))
  const t1 = performance.now()
  const a = store.agenda({ at, lists: ['due', 'upcoming', 'waiting'], limit: 20 })
  const t2 = performance.now()
  store.agenda({ at, lists: ['due', 'upcoming', 'waiting'], limit: 20 })
  const t3 = performance.now()
  store.close()
  console.log('open+zones', (t1 - t0).toFixed(2), 'agenda', (t2 - t1).toFixed(2), 'again', (t3 - t2).toFixed(2), 'close', (performance.now() - t3).toFixed(2), JSON.stringify(a.counts), a.items.length)
}
store.close()
if (what !== 'due') console.log(what, (performance.now() - t0).toFixed(0), 'ms', Math.round(process.resourceUsage().maxRSS / 1024), 'MB')
