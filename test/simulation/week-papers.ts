import { hash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { LogVerification } from '../../shared/contract/log-view.ts'
import { launchChromium } from '../e2e/support/chromium.ts'
import type { Invariant } from './invariants.ts'
import type { SimulatedWeek } from './week.ts'
import { must } from './week-world.ts'

/** Draws every closed log as a PDF into a folder, has it registered, and asks of the file and of an altered one. */
export async function drawLogs({ hall, week }: SimulatedWeek, folder: string): Promise<Invariant> {
  const supervisor = week.who('3001')
  const caller = { session: hall.signIn('3002') }
  const ask = async (raw: Buffer) => (await hall.call(caller, '/api/verify-log', { raw })).json as LogVerification
  const breaches: string[] = []
  mkdirSync(folder, { recursive: true })
  const browser = await launchChromium()
  const sheet = await browser.newPage()
  for (const day of week.frozen.keys()) {
    const { html, fileName } = await supervisor.client.query.logPrint({ day })
    await sheet.setContent(html)
    const bytes = await sheet.pdf({ preferCSSPageSize: true, printBackground: true })
    writeFileSync(join(folder, `${fileName}.pdf`), bytes)
    await must(supervisor, 'RecordLogPrint', { day, fileHash: hash('sha256', bytes, 'hex') })
    const whole = await ask(bytes)
    if (!whole.isGenuine || whole.file !== 'registered') breaches.push(`${day}: ${JSON.stringify(whole)}`)
    const altered = Buffer.from(bytes)
    altered[altered.length >> 1]! ^= 1
    const found = await ask(altered)
    if (found.isGenuine || found.file !== 'altered') breaches.push(`${day}, altered: ${JSON.stringify(found)}`)
  }
  await browser.close()
  return { law: 'a PDF that was made of a log is known by its bytes, and one altered byte is found out', breaches }
}
