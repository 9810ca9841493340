import { expect, it } from '@jest/globals'
import { spawnSync } from 'node:child_process'
import { homeFolder } from '../../src/outside/home.js'

it.each([{ HOME: '/somewhere' }, {}])('the home folder is what node:os says: %j', (env) => {
  const { stdout } = spawnSync(process.execPath, ['-p', 'os.homedir()'], { env, encoding: 'utf8' })
  expect(homeFolder(env)).toBe(stdout.trim())
})
