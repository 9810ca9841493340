import { describe, expect, it } from '@jest/globals'
import { addonMisfit, addonProblem, openDatabase } from '../../src/store/driver.js'
import { isProblem } from '../../src/problem.js'

describe('opening SQLite', () => {
  it('opens a database with full-text search', () => {
    const db = openDatabase(':memory:')
    db.exec('CREATE VIRTUAL TABLE t USING fts5(x)')
    expect(db.open).toBe(true)
    db.close()
  })

  it("lets SQLite's own errors pass, known by their code", () => {
    expect(() => openDatabase('/nowhere/at/all.db', { readonly: true, fileMustExist: true })).toThrow()
    const db = openDatabase(':memory:')
    let code: unknown
    try {
      db.exec('SELECT * FROM missing')
    } catch (error) {
      code = (error as { code?: unknown }).code
    }
    db.close()
    expect(code).toBe('SQLITE_ERROR')
  })
})

describe('an addon that cannot run here', () => {
  it.each([
    ['12.11.1', 9, true],
    ['12.11.1', 10, true],
    ['13.2.0', 9, false],
    ['13.2.0', 10, true],
    ['14.0.0', 9, false],
  ])('better-sqlite3 %s on Node-API %i is let through: %s', (version, nodeApi, fits) => {
    expect(addonMisfit(version, nodeApi) === null).toBe(fits)
  })

  it.each([
    [{ code: 'ERR_DLOPEN_FAILED', message: 'compiled against a different Node.js version' }, 'the SQLite addon was built for another Node'],
    [{ code: 'MODULE_NOT_FOUND', message: "Cannot find module 'better-sqlite3'" }, 'the SQLite addon is missing'],
    [{ message: 'Could not locate the bindings file. Tried: …' }, 'the SQLite addon is missing'],
  ])('%j is told in a sentence', (error, sentence) => {
    const problem = addonProblem(error)
    expect(isProblem(problem)).toBe(true)
    expect(problem).toMatchObject({ kind: 'store', message: sentence, code: 'addon' })
  })

  it('another error is not taken for one of loading', () => {
    expect(addonProblem({ code: 'SQLITE_CANTOPEN', message: 'unable to open database file' })).toBeNull()
  })
})
