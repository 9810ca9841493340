/** Who rings: the machine's cron, a systemd user timer, or launchd. */
export const ringers = ['systemd', 'launchd', 'cron'] as const
export type Ringer = (typeof ringers)[number]

/** When reminders ring, on the machine's own clock. */
export interface Rhythm {
  /** 'HH:MM', 24 hours. */
  readonly at: string
  /** 1 = Monday to 7 = Sunday, ascending, at least one. */
  readonly days: readonly number[]
}

/** A reminder as it is written into the machine: absolute paths, and what the environment must say. */
export interface Schedule extends Rhythm {
  readonly node: string
  readonly program: string
  /** What follows the program on its command line. */
  readonly words: readonly string[]
  readonly env: Readonly<Record<string, string>>
}

/** A reminder of ours that stands in one of the machine's schedulers; without `schedule` somebody changed it by hand. */
export interface ScheduleFound {
  readonly ringer: Ringer
  readonly where: string
  readonly schedule: Schedule | null
}
