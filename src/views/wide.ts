import stringWidth from 'string-width'
import type { Ruler } from './screen.js'

/** Measures any writing, as terminals do. Loading it takes longer than all else that `due` does: see `needsRuler`. */
export const wideRuler: Ruler = {
  width: (text) => stringWidth(text),
  clusters: (text) => Array.from(segmenter.segment(text), ({ segment }) => segment),
}

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' })
