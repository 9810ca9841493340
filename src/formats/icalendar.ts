import ICAL from 'ical.js'

/** The library of calendars and cards, which is large: all that read or write either share it from here. */
export const icalendar = ICAL
