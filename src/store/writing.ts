import { takeBackup } from './backup.js'
import { backupFolder, backupsHolding, bestBackup, dropBackups, isBackupDue, listCopies } from './copies.js'
import { checkStore, emptiness, failure } from './check.js'
import { eachCase } from './each-case.js'
import { forgetFacts, packFile } from './forget.js'
import { judgeChanged, rebuildCaches } from './judging.js'
import { recordFacts, recordMany, requireLast } from './record.js'
import { claimReminders, keepLook, lastReminder, notLookedAt, settleReminders } from './reminders.js'
import { keepMailMark, mailMarkOf } from './mail-marks.js'
import { keepTicks, ticksOf } from './ticks.js'
import { lookInto, restoreFrom } from './restore.js'

/** All that changes, copies, examines or walks through a store. It is half of the code, and who only looks does without. */
export const writing = {
  recordFacts,
  recordMany,
  requireLast,
  judgeChanged,
  eachCase,
  rebuildCaches,
  forgetFacts,
  packFile,
  checkStore,
  emptiness,
  failure,
  lookInto,
  restoreFrom,
  takeBackup,
  listCopies,
  bestBackup,
  dropBackups,
  backupsHolding,
  isBackupDue,
  backupFolder,
  claimReminders,
  settleReminders,
  lastReminder,
  notLookedAt,
  keepLook,
  ticksOf,
  keepTicks,
  mailMarkOf,
  keepMailMark,
} as const

export type Writing = typeof writing
