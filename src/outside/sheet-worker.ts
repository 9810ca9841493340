import { readSheet } from '../formats/sheet-in.js'
import { answerWith } from './caged.js'

answerWith(readSheet)
