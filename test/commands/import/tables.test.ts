import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { columnsOf } from '../../../src/commands/import/columns.js'
import { entriesOf } from '../../../src/commands/import/entries.js'
import { fieldOf } from '../../../src/commands/import/fields.js'
import { kindOf } from '../../../src/commands/import/kind.js'
import { placeOfLink } from '../../../src/commands/import/marks.js'
import { endingOf, statusOf } from '../../../src/commands/import/statuses.js'
import { readSheet } from '../../../src/formats/sheet-in.js'
import { fieldNames } from '../../../src/model/sheet.js'
import type { Field, SheetForm } from '../../../src/model/sheet.js'
import { isProblem } from '../../../src/problem.js'
import { tries } from '../../support/tries.js'

describe('the headings of a table', () => {
  const known: readonly (readonly [Field | null, string])[] = [
    ['company', 'Company|company name|EMPLOYER|Company_Name|companyName|  Employer Name: '],
    ['role', 'Role|Position|job title|Job-Title|title|jobRole'],
    ['status', 'Status|Stage|Application Status|outcome'],
    ['applied', 'Date Applied|applied|Application Date|applied date|Saved Date|opened|Date'],
    [
      'interview',
      'Interview|Interview Date|interview dates|Interviewed|Interview Date(s)|First interview|interview 2|Final Interview Date|Datum Gespräch|Gesprächsdatum',
    ],
    ['contact', 'Contact|contact name|Contact Person|contact_person'],
    ['recruiter', 'Recruiter|recruiter name'],
    ['contact-email', 'Contact Email|e-mail|Email|contactEmail'],
    ['contact-phone', 'Phone|Contact Phone|phone number'],
    ['contact-role', 'Contact role|contactRole'],
    ['closed-as', 'Closed as|closedAs'],
    ['link', 'URL|Link|Job URL|Job Url|posting'],
    ['source', 'Source|channel'],
    ['salary', 'Salary|salary range'],
    ['location', 'Location|job location'],
    [null, 'Follow-up date|Next action|Notes|Comments|fit_rating|cv_file|interviewer notes|State|__proto__|constructor|'],
  ]
  it.each(known.flatMap(([field, words]) => words.split('|').map((word) => [word, field] as const)))('%s is %s', (heading, field) =>
    expect(fieldOf(heading)).toBe(field),
  )

  const fieldsIn = (header: string, ...maps: readonly string[]): readonly string[] =>
    columnsOf(header.split(','), maps).columns.map(({ field }) => field)
  it('are taken once; a second one for the same goes into the notes', () => {
    expect(fieldsIn('Company,Employer,Title,Role,Notes,Notes')).toEqual(['company', 'note', 'role', 'note', 'note', 'note'])
  })
  it('"Email" and "Phone" are those of whom the table names: the contact, else the recruiter alone, else they stay in the note', () => {
    const ends = (header: string, ...maps: readonly string[]): string =>
      fieldsIn(`Company,${header}`, ...maps)
        .slice(1)
        .join(' ')
    expect(ends('Contact,Email,Phone')).toBe('contact contact-email contact-phone')
    expect(ends('Recruiter,Email,Phone')).toBe('recruiter recruiter-email recruiter-phone')
    expect(ends('Recruiter,Recruiter email,Email')).toBe('recruiter recruiter-email note')
    expect(ends('Hiring Manager,Recruiter,Email')).toBe('manager recruiter note')
    expect(ends('Email,Phone')).toBe('note note')
    expect(ends('Email,Who', 'Email=contact-email')).toBe('contact-email note')
  })
  it('mean what --map says first', () => {
    expect(fieldsIn('Company,Firm,Was', 'Firm=company', 'was = interview')).toEqual(['note', 'company', 'interview'])
    for (const field of fieldNames) expect(fieldsIn('Company,x', `x=${field}`)[1]).toBe(field)
  })
  it('of LinkedIn tell whose numbers those are, and the order of its dates', () => {
    const linkedin = columnsOf('Application Date,Contact Email,Company Name,Job Title,Job Url'.split(','), [])
    expect([linkedin.order, linkedin.columns[1]?.field]).toEqual(['mdy', 'note'])
    expect(columnsOf('First Name,Last Name,URL,Email Address,Company,Position,Connected On'.split(','), []).people).toBe(true)
  })
  it('of others who are known are understood', () => {
    expect(fieldsIn('Job Title,Company Name,Job URL,Applied Date,Status,Status Date')).toEqual(
      'role company link applied status closed-on'.split(' '),
    )
    expect(fieldsIn('date,company,sector,role,role_type,channel,status,contact_person,notes')).toEqual(
      'applied company note role note source status contact note'.split(' '),
    )
    expect(fieldsIn('Date,Type,Company,Job,Status')).toEqual('note note company role status'.split(' '))
  })
})

describe('the word for how it stands', () => {
  const words: readonly (readonly [string, string | null])[] = [
    ['Rejected', 'rejected'],
    ['rejected after onsite', 'rejected'],
    ['REJECTION', 'rejected'],
    ['JOB_REJECTED', 'rejected'],
    ['Not selected', 'rejected'],
    ['Withdrawn', 'withdrawn'],
    ['Zurückgezogen', 'withdrawn'],
    ['Candidature refusée', 'rejected'],
    ['Rechazada', 'rejected'],
    ['Oferta rechazada', null],
    ['I withdrew', 'withdrawn'],
    ['Offer accepted', 'hired'],
    ['Accepted offer', 'hired'],
    ['Hired', 'hired'],
    ['Offer declined', 'declined'],
    ['Declined offer', 'declined'],
    ['Declined', null],
    ['Accepted', null],
    ['Offer', null],
    ['OFFER_RECEIVED', null],
    ['Ghosted', null],
    ['no_response', null],
    ['No response', null],
    ['Applied', null],
    ['Waiting', null],
    ['Not rejected yet', null],
    ['', null],
  ]
  it.each(words)('%s: %s', (word, ending) => expect(statusOf(word).ending).toBe(ending))
  it('names the kind of interview, too', () => {
    expect(['Phone Screen', 'ON_SITE_INTERVIEW', 'Final round', 'panel', 'Interviewing'].map((word) => statusOf(word).stage)).toEqual([
      'screen',
      'onsite',
      'final',
      'panel',
      null,
    ])
  })
  it('in a column of its own is one of this program', () => {
    expect(['no-response', 'Declined', 'hired', 'Ghosted'].map(endingOf)).toEqual(['no-response', 'declined', 'hired', null])
  })
})

describe('a posting', () => {
  it('is the same by whatever way one came to it', () => {
    const links = ['https://Jobs.example/1?utm_source=x#top', 'https://jobs.example/1/', 'http://jobs.example/1?trk=mail']
    expect(new Set(links.map(placeOfLink))).toEqual(new Set(['jobs.example/1']))
    expect(['https://jobs.example/?id=2', 'LinkedIn', 'javascript:alert(1)', 'https://'].map(placeOfLink)).toEqual([
      'jobs.example?id=2',
      null,
      null,
      null,
    ])
  })
})

describe('a file by its name and beginning', () => {
  const files: readonly (readonly [string, string, string | null])[] = [
    ['a.csv', 'From: x\n', 'csv'],
    ['a.TSV', '', 'csv'],
    ['a.jsonl', '', 'jsonl'],
    ['a.vcf', '', 'vcard'],
    ['-', 'BEGIN:VCARD\n', 'vcard'],
    ['-', '\u00ef\u00bb\u00bf{"company":"Acme"}\n', 'jsonl'],
    ['-', 'Company;Role\nAcme;Ops\n', 'csv'],
    ['notes.md', 'Hello, you\n', null],
    ['x.json', '{\n "a": 1\n}', null],
    ['a.csv', 'PK\u0003\u0004', null],
    ['-', 'From x\n', 'mbox'],
    ['-', 'BEGIN:VCALENDAR\n', 'ics'],
  ]
  it.each(files)('%s %j is %s', (name, text, kind) => expect(kindOf(name, Buffer.from(text, 'latin1'))).toBe(kind))
})

/** What a text comes to: companies and lines left out, or the sentence that refuses all of it. */
async function outcome(bytes: Uint8Array, form: SheetForm, maps: readonly string[] = []): Promise<unknown> {
  try {
    const sheet = await readSheet({ bytes, form })
    const { columns } = columnsOf(sheet.header, maps)
    const { entries, refused, twice } = entriesOf(sheet, columns, null)
    return { companies: [...entries].map(({ company, lines }) => [company, ...lines]), refused, twice }
  } catch (error) {
    if (isProblem(error)) return error.message
    throw error
  }
}

describe('rows', () => {
  const csv = (text: string): Promise<unknown> => outcome(Buffer.from(text), 'csv')
  it('of one application with a line for each interview are one opportunity, and one told twice counts once', async () => {
    expect(await csv('Company,Role,Interview\nAcme,Ops,2027-02-01\nBirch,,\nAcme,Ops,2027-02-09\nacme,OPS,2027-02-09\nBirch,,\n')).toEqual({
      companies: [
        ['Acme', 2, 4, 5],
        ['Birch', 6],
      ],
      refused: [],
      twice: 1,
    })
  })
  it('of a table that followup wrote are told apart by their handles', async () => {
    expect(await csv('Handle,Company,Role,Opened\nacme,Acme,Ops,2027-03-01\nacme-2,Acme,Ops,2027-03-01\n')).toMatchObject({
      companies: [
        ['Acme', 2],
        ['Acme', 3],
      ],
    })
  })
  it('are told by the lines on which they begin, over blank lines and quoted breaks', async () => {
    const text = 'Company,Notes\r\n\r\nAcme,"a\r\nb\r\nc"\r\n,x\r\nBirch,"say ""hi"""\r\n'
    expect(await csv(text)).toEqual({
      companies: [
        ['Acme', 3],
        ['Birch', 7],
      ],
      refused: [{ line: 6, reason: 'no company' }],
      twice: 0,
    })
  })
  it('may end early; one that goes on past the headings is left out', async () => {
    expect(await csv('Company,Role,Notes\nAcme\nBirch,Ops,x,y\nCobalt,Ops,x,,\n')).toMatchObject({
      companies: [
        ['Acme', 2],
        ['Cobalt', 4],
      ],
      refused: [{ line: 3, reason: '4 cells under 3 headings' }],
    })
  })
  it('have the quote taken off that a spreadsheet needs before a formula, and no other', async () => {
    const sheet = await readSheet({ bytes: Buffer.from("Company,Salary,Notes\nAcme,'+10%,'tis\n"), form: 'csv' })
    const { entries } = entriesOf(sheet, columnsOf(sheet.header, []).columns, null)
    expect([...entries][0]).toMatchObject({ described: { salary: '+10%' }, notes: ["Notes: 'tis"] })
  })
  const tongues: readonly (readonly [string, string, string])[] = [
    [
      'German',
      'Firma;Stellenbezeichnung;Ansprechpartner:in;E-Mail;Telefon;1. Gespräch;Gespräch 2;Beworben am;Stand;Notizen;Arbeitsort;Quelle;Link zur Anzeige;Gehalt;Priorität',
      'Acme AG;Werkleiter;Dana Reyes;dana@acme.example;+49 30 901820;3. März 2027;12. Dezember 2026;2. Februar 2027;Zurückgezogen;ruhig;Köln;StepStone;https://jobs.example/1;90.000 €;2',
    ],
    [
      'French',
      'Société;Intitulé du poste;Interlocuteur;Courriel;Téléphone;Premier entretien;Entretien 2;Date de candidature;Étape;Notes;Lieu;Origine;Lien vers l’offre;Rémunération;Priorité',
      'Acme AG;Werkleiter;Dana Reyes;dana@acme.example;+49 30 901820;3 mars 2027;12 décembre 2026;2 février 2027;Candidature retirée;ruhig;Köln;StepStone;https://jobs.example/1;90.000 €;2',
    ],
    [
      'Spanish',
      'Compañía;Puesto;Persona de contacto;Correo electrónico;Teléfono;Fecha de la entrevista;2ª entrevista;Fecha de solicitud;Situación;Notas;Ubicación;Fuente;Enlace a la oferta;Sueldo;Prioridad',
      'Acme AG;Werkleiter;Dana Reyes;dana@acme.example;+49 30 901820;3 de marzo de 2027;12 de diciembre de 2026;2 de febrero de 2027;Candidatura retirada;ruhig;Köln;StepStone;https://jobs.example/1;90.000 €;2',
    ],
  ]
  it.each(tongues)('under %s headings say what they say under English ones', async (_tongue, header, row) => {
    const sheet = await readSheet({ bytes: Buffer.from(`${header}\n${row}\n`), form: 'csv' })
    const { entries, refused } = entriesOf(sheet, columnsOf(sheet.header, []).columns, null)
    expect(refused).toEqual([])
    expect([...entries][0]).toMatchObject({
      company: 'Acme AG',
      role: 'Werkleiter',
      people: [{ name: 'Dana Reyes', email: 'dana@acme.example', phone: '+49 30 901820' }],
      began: { day: '2027-02-02' },
      interviews: [{ day: '2027-03-03' }, { day: '2026-12-12' }],
      ending: 'withdrawn',
      described: { location: 'Köln', source: 'StepStone', salary: '90.000 €', priority: 2 },
      notes: [expect.stringMatching(/: ruhig(?:;|$)/)],
    })
  })
  it('keep word for word what is no day, no address and no number', async () => {
    const text = 'Company,Interview,Contact,Email,Phone,Priority\nAcme,soon,"Dana, Lou",dana at acme,ask,High\n'
    const sheet = await readSheet({ bytes: Buffer.from(text), form: 'csv' })
    const { entries } = entriesOf(sheet, columnsOf(sheet.header, []).columns, null)
    expect([...entries][0]).toMatchObject({
      people: [],
      interviews: [],
      notes: ['Interview: soon; Contact: Dana, Lou; Email: dana at acme; Phone: ask; Priority: High'],
    })
  })
})

describe('whatever a file holds', () => {
  const pieces = fc.constantFrom(
    'Company,Role,Interview\n',
    'Acme',
    ',',
    ';',
    '\t',
    '"',
    '\n',
    '\r\n',
    '3/4/2027',
    '{"company":',
    '}',
    '[',
    'BEGIN:VCARD\n',
    'FN:',
    'N;ENCODING=QUOTED-PRINTABLE:=',
    'END:VCARD\n',
    '__proto__',
    '\u0000',
    '\u001b[31m',
    '\ud800',
    'é',
  )
  const bytes = fc.oneof(
    fc.array(pieces, { maxLength: 60 }).map((parts) => new Uint8Array(Buffer.from(parts.join('')))),
    fc.uint8Array({ maxLength: 400 }),
    fc.array(pieces, { maxLength: 30 }).map((parts) => new Uint8Array(Buffer.from(`\ufeff${parts.join('')}`, 'utf16le'))),
  )
  it('something is said, and nothing breaks', async () => {
    await fc.assert(
      fc.asyncProperty(bytes, fc.constantFrom<SheetForm>('csv', 'jsonl', 'vcard'), async (given, form) => {
        const said = await outcome(given, form)
        expect((typeof said === 'string' ? said : JSON.stringify(said)).includes('\u001b')).toBe(false)
      }),
      tries(2000),
    )
  }, 60_000)

  const large: readonly (readonly [string, string, SheetForm])[] = [
    ['a hundred thousand rows of one company', `Company,Role\n${'Acme,Ops\n'.repeat(100_000)}`, 'csv'],
    [
      'a hundred thousand rows of one company, each another',
      `Company,Notes\n${Array.from({ length: 100_000 }, (_, at) => `Acme,${String(at)}\n`).join('')}`,
      'csv',
    ],
    ['a quote that is never closed', `Company\n"${'a,b\n'.repeat(500_000)}`, 'csv'],
    ['a row of a million cells', `Company\n${','.repeat(1_000_000)}\n`, 'csv'],
    ['a heading of a million letters', `${'x'.repeat(1_000_000)}\nAcme\n`, 'csv'],
    ['brackets without end', '['.repeat(1_000_000), 'jsonl'],
    ['an object for every key', `${Array.from({ length: 20_000 }, (_, at) => `{"k${String(at)}":1}`).join('\n')}`, 'jsonl'],
    ['cards that never end', 'BEGIN:VCARD\n'.repeat(200_000), 'vcard'],
    ['one card of many lines', `BEGIN:VCARD\n${'FN:x\n'.repeat(100_000)}END:VCARD\n`, 'vcard'],
    ['a line folded without end', `BEGIN:VCARD\nFN:x\n${' y\n'.repeat(200_000)}END:VCARD\n`, 'vcard'],
  ]
  it.each(large)(
    '%s costs seconds at most',
    async (_what, text, form) => {
      const started = process.hrtime.bigint()
      await outcome(Buffer.from(text), form)
      expect(Number((process.hrtime.bigint() - started) / 1_000_000n)).toBeLessThan(20_000)
    },
    60_000,
  )
})
