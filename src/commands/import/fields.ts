import type { Field } from '../../model/sheet.js'

/** A heading as it is compared: 'jobTitle', 'Job_Title' and 'JOB TITLE:' are 'job title'. */
export function foldHeading(text: string): string {
  return text
    .slice(0, 200)
    .replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ')
    .toLowerCase()
    .replace(/\(s\)|['’]s\b/g, '')
    .replace(/\be-mail\b/g, 'email')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** What a heading means; null where nobody knows. */
export function fieldOf(heading: string): Field | null {
  const folded = foldHeading(heading)
  return known.get(folded) ?? (interviewHeading.test(folded) ? 'interview' : null)
}

const interviewHeading =
  /^(?:(?:first|second|third|final|next|last|1st|2nd|3rd|date of|phone|onsite) )?interview(?:s|ed)?(?: (?:date|dates|day|days|on|at|scheduled))?(?: [1-9])?$/

const headings: Readonly<Partial<Record<Field, string>>> = {
  company: 'company, company name, employer, employer name, organization, organisation, firm, firma, unternehmen',
  role: 'role, position, job title, title, job, job role, job position, position title, role title, vacancy, stelle',
  status: 'status, stage, application status, current status, job status, outcome, result, interview stage',
  applied:
    'date applied, applied, applied on, applied date, application date, date of application, date, saved date, date saved, created, created at, created on, date added, opened',
  'closed-as': 'closed as',
  'closed-on': 'status date, date closed, closed on',
  contact: 'contact, contact name, contact person, point of contact, interviewer, outreach target name',
  'contact-role': 'contact role',
  'contact-title': 'contact title, contact position',
  'contact-email': 'contact email, contact email address, email, email address, contact mail',
  'contact-phone': 'contact phone, contact phone number, phone, phone number, telephone, mobile, contact number',
  recruiter: 'recruiter, recruiter name',
  'recruiter-email': 'recruiter email',
  'recruiter-phone': 'recruiter phone',
  manager: 'hiring manager, hiring manager name, boss',
  location: 'location, job location, city, place, ort',
  source: 'source, channel, found on, found at, job board, platform, where found, lead source',
  salary: 'salary, salary range, pay, compensation, pay range',
  priority: 'priority',
  tags: 'tags, tag, labels, label',
  handle: 'handle',
  link: 'url, link, job url, job link, job posting, posting, posting url, posting link, listing, listing url, job posting url, application link',
}

const known: ReadonlyMap<string, Field> = new Map(
  Object.entries(headings).flatMap(([field, words]) => words.split(', ').map((word) => [word, field as Field] as const)),
)
