import { parentPort } from 'node:worker_threads'
import { readMail } from '../formats/mail-in.js'
import { isProblem } from '../problem.js'

// A mail comes in, what it says goes out; whoever asks looks at the clock, and ends this thread when it takes too long.
parentPort?.on('message', (bytes: Uint8Array) => {
  void readMail(bytes).then(
    (mail) => parentPort?.postMessage({ mail }),
    (error: unknown) => parentPort?.postMessage({ fault: isProblem(error) ? error.message : String(error) }),
  )
})
