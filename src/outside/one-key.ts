/** The next key that is pressed on a terminal, as it sends it; '' when it was closed. `listening` is called once no key is anybody else's. What was typed before counts. */
export function oneKey(keyboard: NodeJS.ReadStream, listening: () => void): Promise<string> {
  return new Promise((resolve) => {
    const done = (key: string): void => {
      keyboard.off('data', onData).off('end', onEnd).off('error', onEnd)
      if (!keyboard.destroyed) keyboard.setRawMode(false)
      keyboard.pause()
      resolve(key)
    }
    const onData = (chunk: Buffer): void => done(chunk.toString('utf8'))
    const onEnd = (): void => done('')
    keyboard.setRawMode(true)
    keyboard.on('data', onData).on('end', onEnd).on('error', onEnd)
    keyboard.resume()
    listening()
  })
}
