import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import pino from 'pino'

const idNumber = /(?<!\d)\d{17}[\dXx](?!\d)/g
const phoneNumber = /(?<!\d)1[3-9]\d{9}(?!\d)/g

/** Whatever slips into a message, no ID or phone number reaches the file. */
function withoutNumbers(text: string): string {
  return text.replace(idNumber, '[证件号]').replace(phoneNumber, '[电话]')
}

/** The hub's log: for whoever repairs it. What happened in the hall stands in the journal. */
export function createLog(folder: string) {
  const path = join(folder, 'logs')
  mkdirSync(path, { recursive: true })
  const file = pino.destination({ dest: join(path, 'hub.log'), sync: true, mkdir: true })
  return pino(
    { base: null, timestamp: pino.stdTimeFunctions.isoTime, redact: ['body', 'idNumber', 'holderName', 'password'] },
    {
      write: (line: string) => file.write(withoutNumbers(line)),
    },
  )
}
export type Log = ReturnType<typeof createLog>
