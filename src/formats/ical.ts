import ICAL from 'ical.js'

// Large, and read by files that are loaded apart: the build keeps it once.
export { ICAL }

/** How the lines of a card are read (RFC 2426). */
export const cardDesign = ICAL.design.vcard3
