/** The person's settings, already validated; flags, environment, file and defaults are folded by `config/`. */
export interface Settings {
  /** 'auto' (from the zone), an ISO country code, or 'none' = weekends only. */
  readonly country: string
  /** 'never' takes the phone out of every playbook. */
  readonly calls: 'ok' | 'never'
  /** My name as I say and write it, and my number; null = never asked, 'none' = rather not. */
  readonly 'my-name': string | null
  readonly 'my-number': string | null
  /** The hours in which I can telephone, on my clock, 'HH:MM-HH:MM'; null = any. */
  readonly 'my-hours': string | null
  /** 'daily' or 'off'. */
  readonly backup: 'daily' | 'off'
  /** A playbook's name, or null when the rules choose. */
  readonly playbook: string | null
  /** When reminders are silent, on my clock, 'HH:MM-HH:MM', over midnight too; null = never. */
  readonly 'quiet-hours': string | null
  /** The days on which reminders speak, as 'mon-fri'. */
  readonly 'remind-days': string
  /** The address of my calendar on a CalDAV server, my name there, and the command that prints the password; null = none. */
  readonly 'caldav-url': string | null
  readonly 'caldav-user': string | null
  readonly 'caldav-password-command': string | null
  /** Notices, calendar entries and titles name no company and no person. */
  readonly discreet: 'true' | 'false'
  /** The address my letters come from; null = `mail-user`, where that is one. */
  readonly 'my-email': string | null
  /** Whose servers hold my mail: a name of `mailProviders`; a host that is named goes before it. */
  readonly 'mail-provider': string | null
  /** Where mail is handed in, by SMTP; null = nowhere. */
  readonly 'smtp-host': string | null
  readonly 'smtp-port': string
  readonly 'smtp-security': 'tls' | 'starttls' | 'none'
  /** A command line that sends the mail on its standard input to whom its head names, as `sendmail -t` does. */
  readonly 'mail-command': string | null
  /** What opens a mailto: address; null = what the desktop names. */
  readonly 'mail-program': string | null
  /** Where mail is read, by IMAP; null = nowhere. */
  readonly 'imap-host': string | null
  readonly 'imap-port': string
  /** 'starttls' asks for it and goes no further without; 'none' is taken on this machine alone. */
  readonly 'imap-security': 'tls' | 'starttls' | 'none'
  /** The name to log in with; my own address where it has an @. */
  readonly 'mail-user': string | null
  /** A command line whose first line of output is the password, or an OAuth 2 access token. */
  readonly 'mail-password-command': string | null
  readonly 'mail-token-command': string | null
  /** The folders to read, parted by commas. */
  readonly 'mail-folders': string
  /** Null = the folder that the server names for it. */
  readonly 'drafts-folder': string | null
  /** Whether what a mail says is kept beyond one sentence. */
  readonly 'keep-bodies': 'true' | 'false'
}

/** A setting as it stands: null = nobody says and it has no default. `variable` is its name in the environment. */
export interface SettingState {
  readonly name: string
  readonly value: string | null
  readonly from: 'environment' | 'file' | 'default'
  readonly variable: string
  readonly default: string | null
  /** What it takes, in words. */
  readonly takes: string
  readonly help: string
}
