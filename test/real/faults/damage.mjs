// A store whose bytes were changed on the disk: what is shown is as it was recorded, or it is refused in a sentence, or "doctor" notices.
import { readFileSync, writeFileSync } from 'node:fs'
import { all, chance, followup, fresh, report, store } from './stage.mjs'

const page = 4096
const random = chance(20270311)
const any = (most) => Math.floor(random() * most)
const looks = [
  ['list', '--json'],
  ['due', '--json'],
  ['show', 'acme', '--json'],
  ['history', 'bell', '--json'],
  ['search', 'night', '--json'],
  ['export', '--facts'],
]

/** Ways in which a file comes to harm; the second number says how often each of a hundred. */
const harms = [
  ['one byte', 50, (bytes) => void (bytes[any(bytes.length)] ^= 1 + any(255))],
  ['a sector of zeros', 15, (bytes) => void bytes.fill(0, ...range(any(bytes.length / 512), 512))],
  ['a page of zeros', 10, (bytes) => void bytes.fill(0, ...range(any(bytes.length / page), page))],
  ['two pages that changed places', 15, (bytes) => void swapped(bytes, any(bytes.length / page), any(bytes.length / page))],
  ['an end cut off', 10, (bytes) => bytes.subarray(0, any(bytes.length))],
]

fresh()
const whole = readFileSync(store)
const plain = looks.map((argv) => followup(argv).stdout)
const found = []
const seen = { tried: 0, refused: 0, noticed: 0, harmless: 0 }
const files = all ? 1000 : 60
for (const [name, share, harm] of harms)
  for (let file = 0; file < Math.ceil((files * share) / 100); file++) {
    const bytes = Buffer.from(whole)
    fresh()
    writeFileSync(store, harm(bytes) ?? bytes)
    look(`${name}, file ${file}`)
  }
const { tried, refused, noticed, harmless } = seen
report('damaged', {
  tried,
  found,
  figures: `${tried} files, ${refused} refused, ${noticed} noticed by doctor, ${harmless} show nothing changed`,
})

function look(where) {
  seen.tried += 1
  const ended = looks.map((argv) => followup(argv))
  const doctor = followup(['doctor'])
  for (const [index, { status, stdout, stderr }] of ended.entries()) {
    const command = looks[index].join(' ')
    if (status === 0 ? stdout !== plain[index] && doctor.status === 0 : ![1, 3, 4].includes(status) || stderr.trim() === '')
      found.push(`${where}: ${command} ends with ${status} ${stderr}`)
    if (stderr.includes('mistake in followup')) found.push(`${where}: ${command} says ${stderr}`)
  }
  // What cannot be found any more is a change too.
  if (ended.some(({ status }) => status === 3) && doctor.status === 0)
    found.push(`${where}: something is not found, and doctor says all is well`)
  if (ended.every(({ status }) => status !== 0)) seen.refused += 1
  else if (doctor.status !== 0) seen.noticed += 1
  else seen.harmless += 1
}

function range(index, size) {
  const from = Math.floor(index) * size
  return [from, from + size]
}

function swapped(bytes, one, other) {
  const [first, second] = [one, other].map((index) => Buffer.from(bytes.subarray(...range(index, page))))
  second.copy(bytes, one * page)
  first.copy(bytes, other * page)
}
