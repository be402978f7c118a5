import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import type { HandClock } from '../support/hand-clock.ts'
import { startTestHall, type TestHall } from '../support/test-hall.ts'
import { createClient, type HubClient } from './caller.ts'
import type { Invariant } from './invariants.ts'
import { type SimulatedWeek, weekProfile } from './week.ts'
import type { Week } from './week-world.ts'

const daySeconds = 24 * 3_600
const sessionMs = 40 * daySeconds * 1000

/** A hall that goes on with a folder, whose monotonic time stands while its clock is moved. */
async function goOn(folder: string, clock: HandClock) {
  const hall = await startTestHall({ profile: weekProfile(), folder, clock, monotonicMs: () => 0 })
  const session = hall.signIn('3001', sessionMs)
  return { hall, session, client: createClient(`http://127.0.0.1:${hall.port}`, session) }
}

/**
 * What is closed stays closed, word for word, and is proved: after a restart, with the clock three days
 * ahead and set back again, and in a hall that goes on with a copy of the store. The copy is altered by
 * one letter at the end, which has to be found out. The hall of the week has stopped.
 */
export async function frozenBreaches({ hall, week }: SimulatedWeek): Promise<Invariant[]> {
  const { clock } = hall
  const restarted = await goOn(hall.folder, clock)
  const afterRestart = await logBreaches(week, restarted.client)
  const move = async (seconds: number) => {
    clock.forward(seconds)
    restarted.hall.look()
    const moved = await logBreaches(week, restarted.client)
    const jumps = restarted.hall.hub.tables.hallDay.openJumps()
    await restarted.hall.command({ session: restarted.session }, 'AcknowledgeClockJump', {})
    return [...moved, ...(jumps.length === 0 ? ['the jump was not seen'] : [])]
  }
  const afterJump = [...(await move(3 * daySeconds)), ...(await move(-3 * daySeconds))]

  const folder = mkdtempSync(join(tmpdir(), 'shouwen-restored-'))
  await copyStore(restarted.hall, folder)
  await restarted.hall.stop()
  const restored = await goOn(folder, clock)
  const afterRestore = await logBreaches(week, restored.client)
  const altered = await alteredBreaches(week, restored)
  await restored.hall.stop()
  rmSync(folder, { recursive: true })
  return [
    { law: 'a closed log is the same, and proved, after a restart', breaches: afterRestart },
    { law: 'and with the clock three days ahead, and set back again', breaches: afterJump },
    { law: 'and in a hall restored from a copy of the store', breaches: afterRestore },
    { law: 'one letter altered in the journal, and no log is proved any more', breaches: altered },
  ]
}

/** SQLite’s own backup, and the key of the hall beside it, as one copies a hall to another PC. */
async function copyStore({ hub, folder: from }: TestHall, folder: string): Promise<void> {
  const [{ file }] = hub.store.pragma('database_list') as [{ file: string }]
  await hub.store.backup(join(folder, basename(file)))
  copyFileSync(join(from, 'hall.key'), join(folder, 'hall.key'))
}

/** Logs that are no longer what they were when they were closed, or are not proved. */
async function logBreaches({ frozen }: Week, client: HubClient): Promise<string[]> {
  const breaches: string[] = []
  for (const [day, before] of frozen) {
    const { content, log } = await client.query.disciplineLog({ day })
    const isSame = JSON.stringify([content, log.closed]) === JSON.stringify([before.content, before.log.closed])
    if (!isSame) breaches.push(`${day} is another than it was`)
    const verified = await client.query.verifyLog({ number: before.log.closed!.number })
    if (!verified.isGenuine) breaches.push(`${day} is not proved: ${JSON.stringify(verified)}`)
  }
  return breaches
}

/** Somebody changes one letter of one entry, the last before the first log was closed. */
async function alteredBreaches(
  { frozen }: Week,
  { hall, client }: Awaited<ReturnType<typeof goOn>>,
): Promise<string[]> {
  const first = [...frozen.values()][0]!.log.closed!
  hall.hub.store.exec('DROP TRIGGER journal_is_not_changed')
  const { body } = hall.hub.store.prepare('SELECT body FROM journal WHERE seq = ?').get(first.toSeq) as { body: string }
  const altered = body.replace(/[a-z](?=[^a-z]*$)/, (letter) => (letter === 'a' ? 'b' : 'a'))
  hall.hub.store.prepare('UPDATE journal SET body = ? WHERE seq = ?').run(altered, first.toSeq)
  const breaches: string[] = []
  for (const [day, { log }] of frozen) {
    const { isGenuine, chain } = await client.query.verifyLog({ number: log.closed!.number })
    if (isGenuine || chain.isWhole || chain.brokenAt !== first.toSeq) breaches.push(`${day}: ${JSON.stringify(chain)}`)
  }
  return breaches
}
