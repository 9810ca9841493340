import { readMail } from '../formats/mail-in.js'
import { answerWith } from './caged.js'

answerWith(readMail)
