import type { Field } from '../../model/sheet.js'

/** A heading as it is compared: 'jobTitle', 'Job_Title' and 'JOB TITLE:' are 'job title', 'Téléphone' is 'telephone'. */
export function foldHeading(text: string): string {
  return text
    .slice(0, 200)
    .replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/\(s\)|['’]s\b/g, '')
    .replace(/\be-mail\b/g, 'email')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** What a heading means, in English, German, French or Spanish; null where nobody knows. */
export function fieldOf(heading: string): Field | null {
  const folded = foldHeading(heading)
  const field = known.get(folded)
  if (field !== undefined) return field
  return interviewHeading.test(folded) || known.get(folded.replace(whichOne, '')) === 'interview' ? 'interview' : null
}

const interviewHeading =
  /^(?:(?:first|second|third|final|next|last|1st|2nd|3rd|date of|phone|onsite) )?interview(?:s|ed)?(?: (?:date|dates|day|days|on|at|scheduled))?(?: [1-9])?$/
/** Which of several it is: "1. Gespräch", "premier entretien", "entrevista 2". */
const whichOne =
  /^(?:[1-9](?:er|ere|e|eme|a)?|erstes|zweites|drittes|letztes|premier|deuxieme|troisieme|dernier|primera|segunda|tercera|ultima) | [1-9]$/

const headings: Readonly<Partial<Record<Field, readonly string[]>>> = {
  company: [
    'company, company name, employer, employer name, organization, organisation, firm',
    'firma, firmenname, unternehmen, arbeitgeber, betrieb',
    'entreprise, nom de l entreprise, societe, employeur',
    'empresa, nombre de la empresa, compania, organizacion, empleador',
  ],
  role: [
    'role, position, job title, title, job, job role, job position, position title, role title, vacancy',
    'stelle, stellenbezeichnung, stellentitel, rolle, jobtitel, funktion, berufsbezeichnung',
    'poste, intitule du poste, titre du poste, fonction, emploi',
    'puesto, puesto de trabajo, titulo del puesto, cargo, posicion, vacante',
  ],
  status: [
    'status, stage, application status, current status, job status, outcome, result, interview stage',
    'stand, bewerbungsstatus, aktueller stand, phase, ergebnis',
    'statut, etat, etape, avancement, resultat',
    'estado, estado de la candidatura, etapa, fase, situacion, resultado',
  ],
  interview: [
    'gesprach, gesprach am, gesprachstermin, datum des gesprachs, vorstellungsgesprach, vorstellungsgesprach am, bewerbungsgesprach, interviewtermin, interviewdatum, interview am, datum gesprach, datum interview, gesprachsdatum, termin gesprach',
    'entretien, entretiens, entretien le, date d entretien, date de l entretien, date entretien',
    'entrevista, entrevistas, fecha de entrevista, fecha de la entrevista, fecha entrevista',
  ],
  applied: [
    'date applied, applied, applied on, applied date, application date, date of application, date, saved date, date saved, created, created at, created on, date added, opened',
    'beworben, beworben am, bewerbung am, bewerbungsdatum, datum der bewerbung, datum',
    'postule le, candidature le, date de candidature, date de la candidature, date de postulation, date d envoi',
    'postulado el, fecha de candidatura, fecha de la candidatura, fecha de solicitud, fecha de postulacion, fecha de aplicacion, fecha',
  ],
  'closed-as': ['closed as'],
  'closed-on': ['status date, date closed, closed on'],
  contact: [
    'contact, contact name, contact person, point of contact, interviewer, outreach target name',
    'kontakt, kontaktperson, ansprechpartner, ansprechpartnerin, ansprechpartner in, ansprechperson',
    'nom du contact, personne de contact, interlocuteur, interlocutrice',
    'contacto, persona de contacto, nombre del contacto, nombre de contacto, interlocutor, interlocutora',
  ],
  'contact-role': ['contact role'],
  'contact-title': ['contact title, contact position'],
  'contact-email': [
    'contact email, contact email address, email, email address, contact mail, mail',
    'email adresse, mailadresse, kontakt email, email kontakt',
    'courriel, adresse email, adresse mail, email du contact, mail du contact',
    'correo, correo electronico, correo de contacto, email de contacto, email del contacto',
  ],
  'contact-phone': [
    'contact phone, contact phone number, phone, phone number, telephone, mobile, contact number',
    'telefon, telefonnummer, tel, rufnummer, durchwahl, handy, handynummer, mobil',
    'numero de telephone, telephone du contact, portable',
    'telefono, telefono de contacto, numero de telefono, movil, celular',
  ],
  recruiter: ['recruiter, recruiter name', 'recruiterin, personaler, personalerin', 'recruteur, recruteuse', 'reclutador, reclutadora'],
  'recruiter-email': ['recruiter email', 'email du recruteur', 'correo del reclutador'],
  'recruiter-phone': ['recruiter phone', 'telephone du recruteur', 'telefono del reclutador'],
  manager: ['hiring manager, hiring manager name, boss', 'vorgesetzter, vorgesetzte', 'superieur hierarchique', 'jefe, jefa'],
  location: [
    'location, job location, city, place',
    'ort, arbeitsort, standort, stadt',
    'lieu, lieu de travail, ville, localisation',
    'ubicacion, lugar, lugar de trabajo, ciudad, localidad',
  ],
  source: [
    'source, channel, found on, found at, job board, platform, where found, lead source',
    'quelle, gefunden bei, gefunden auf, jobborse, jobportal, plattform, kanal',
    'origine, plateforme, trouve sur, canal',
    'fuente, origen, portal de empleo, plataforma',
  ],
  salary: [
    'salary, salary range, pay, compensation, pay range',
    'gehalt, gehaltsspanne, gehaltsvorstellung, jahresgehalt, lohn, vergutung',
    'salaire, fourchette de salaire, fourchette salariale, remuneration',
    'salario, rango salarial, banda salarial, sueldo, remuneracion',
  ],
  priority: ['priority', 'prioritat, prio', 'priorite', 'prioridad'],
  tags: ['tags, tag, labels, label', 'schlagworte, schlagworter, stichworte', 'etiquettes, mots cles', 'etiquetas'],
  handle: ['handle'],
  link: [
    'url, link, job url, job link, job posting, posting, posting url, posting link, listing, listing url, job posting url, application link',
    'anzeige, stellenanzeige, link zur anzeige, link zur stelle, stellenlink',
    'lien, lien de l offre, lien vers l offre, lien de l annonce, annonce, url de l offre',
    'enlace, enlace a la oferta, enlace de la oferta, anuncio, url de la oferta',
  ],
}

const known: ReadonlyMap<string, Field> = new Map(
  Object.entries(headings).flatMap(([field, tongues]) =>
    tongues.flatMap((words) => words.split(', ').map((word) => [word, field as Field] as const)),
  ),
)
