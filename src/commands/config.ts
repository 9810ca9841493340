import { nearest } from '../model/nearest.js'
import { Problem } from '../problem.js'
import { requireForOpen } from './playbook.js'
import { numberApart } from './typed/phone-number.js'
import type { Config, Needs } from '../world.js'
import type { SettingState } from '../model/settings.js'
import { tryMail } from './config/mail.js'
import type { MailCheck } from './config/mail.js'

export interface ConfigArgs {
  /** list (default), get, set, unset, path, edit, or mail with the setting 'test'. */
  readonly action?: string
  readonly setting?: string
  readonly value?: string
}

/** All settings, with where each comes from, and the file they may stand in. */
export interface SettingList {
  readonly file: string
  readonly settings: readonly SettingState[]
}
/** One setting after a change; `set` is what the file has of it now, `was` its value before, null also where that could not be read. */
export interface SettingChange extends SettingState {
  readonly file: string
  readonly set: string | null
  readonly was: string | null
}
/** Where things lie. */
export interface SettingPlaces {
  readonly places: Config['places']
}

export type ConfigResult = SettingList | SettingState | SettingChange | SettingPlaces | MailCheck

/** Shows and changes the person's settings, and tries out those of mail. Throws Problem('usage') for an unknown setting or value, naming the nearest. */
export async function config(
  world: Needs<'config' | 'catalog' | 'mailOut'>,
  { action = 'list', setting, value }: ConfigArgs,
): Promise<ConfigResult> {
  if (action === 'mail') return mailTest(world, setting, value)
  const settings = await world.config()
  if (setting !== undefined && !takesSetting(action)) throw superfluous(action, setting)
  if (value !== undefined && action !== 'set') throw superfluous(action, value)
  switch (action) {
    case 'get':
      return one(await settings.read(), required(setting, action))
    case 'set':
    case 'unset':
      requireNameAlone(required(setting, action), value ?? null)
      requireKnown(world, required(setting, action), action === 'set' ? required(value, action) : null)
      return change(settings, required(setting, action), value ?? null)
    case 'path':
      return { places: settings.places }
    case 'edit':
      await settings.edit()
      return { file: settings.file, settings: await settings.read() }
    default:
      return { file: settings.file, settings: await settings.read() }
  }
}

function mailTest(world: Needs<'mailOut'>, what: string | undefined, more: string | undefined): Promise<MailCheck> {
  if (what === 'test' && more === undefined) return tryMail(world)
  throw new Problem('usage', 'config mail takes one word: test.', { hint: 'followup config mail test', code: 'extra-word' })
}

function requireNameAlone(name: string, value: string | null): void {
  const { rest, phone } = numberApart(name === 'my-name' ? (value ?? '') : '')
  if (phone === null) return
  throw new Problem('usage', 'my-name is the name alone; the number has a setting of its own.', {
    hint: `Write: followup config set my-name "${rest}", then: followup config set my-number "${phone}"`,
    code: 'bad-value',
  })
}

// The table of settings knows how a value is written; whether there is such a thing, the catalog.
function requireKnown({ catalog }: Needs<'catalog'>, name: string, value: string | null): void {
  if (name === 'playbook' && value !== null) requireForOpen(catalog.playbook(value))
  if (name === 'country' && value !== null && /^[a-z]{2}$/i.test(value)) catalog.calendar(value)
}

async function change(settings: Config, name: string, value: string | null): Promise<SettingChange> {
  const was = await valueBefore(settings, name)
  await settings.set(name, value)
  return { ...one(await settings.read(), name), file: settings.file, set: value, was }
}

// What could not be read before may be just what is being mended.
async function valueBefore(settings: Config, name: string): Promise<string | null> {
  try {
    return (await settings.read()).find((one) => one.name === name)?.value ?? null
  } catch {
    return null
  }
}

function one(all: readonly SettingState[], name: string): SettingState {
  const found = all.find((state) => state.name === name)
  if (found) return found
  const near = nearest(
    name,
    all.map((state) => state.name),
  )
  throw new Problem('usage', `There is no setting "${name}".`, {
    hint: near === null ? '"followup config" lists them.' : `Did you mean: ${near}`,
    code: 'unknown-setting',
  })
}

function takesSetting(action: string): boolean {
  return action === 'get' || action === 'set' || action === 'unset'
}

function required(word: string | undefined, action: string): string {
  if (word !== undefined) return word
  throw new Problem('usage', `config ${action} needs ${action === 'set' ? 'a setting and a value' : 'a setting'}.`, {
    hint: `For example: followup config ${action} country${action === 'set' ? ' US' : ''}`,
    code: 'missing-word',
  })
}

function superfluous(action: string, word: string): Problem {
  return new Problem('usage', `config ${action} does not know what to do with "${word}".`, {
    hint: '"followup help config" shows what it takes.',
    code: 'extra-word',
  })
}
