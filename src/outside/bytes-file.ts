import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs'
import { Problem } from '../problem.js'
import { unreadable } from './unreadable.js'

/** The bytes of a file that the person names, one more than `most` at most. Throws Problem('failed') where it is missing, no file, or unreadable. */
export function readBytesOf(path: string, most: number): Uint8Array {
  try {
    // A pipe at whose other end nobody is would never open otherwise.
    const descriptor = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK)
    try {
      if (fstatSync(descriptor).isDirectory())
        throw new Problem('failed', `${path} is a folder.`, { hint: 'Name a file, or - to read it from a pipe.', code: 'folder' })
      if (!fstatSync(descriptor).isFile())
        throw new Problem('failed', `${path} is not a file.`, { hint: 'Name a file, or - to read it from a pipe.', code: 'file' })
      return beginningOf(descriptor, most + 1)
    } finally {
      closeSync(descriptor)
    }
  } catch (error) {
    throw unreadable(path, error)
  }
}

function beginningOf(descriptor: number, most: number): Uint8Array {
  const size = Math.min(fstatSync(descriptor).size, most)
  const bytes = new Uint8Array(size)
  let length = 0
  for (let got = -1; got !== 0 && length < size; length += got) got = readSync(descriptor, bytes, length, size - length, null)
  return bytes.subarray(0, length)
}
