import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { scene, type Scene } from './support/scene.js'

let here: Scene
beforeEach(() => { here = scene() })
afterEach(() => { here.remove() })

describe('a store', () => {
  it('works', () => {
    expect(here.open().list({})).toEqual([])
  })
})
