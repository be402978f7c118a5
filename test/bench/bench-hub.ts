import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freshToken, tokenHash } from '../../main/hub/door/machine.ts'
import { createHall, programFiles } from '../../main/hub/hall.ts'
import { openStore } from '../../main/hub/store/store.ts'
import { instantOf } from '../../shared/rules/hall-time.ts'
import { windowsOfQueue } from '../../shared/rules/setup.ts'
import { benchCommandId, benchProfile, clerksOf, firstBenchDay, mustBeDone } from './bench-hall.ts'

/*
 * `bench-hub.ts WINDOWS LETTERS`: a hub of so many sets of windows and of letters in a process of its
 * own, as screens meet it: the real door, a clock that goes on from 09:00 of a working day, every
 * window open. Told over the process channel to free its windows or to say what it used.
 */
const folder = mkdtempSync(join(tmpdir(), 'shouwen-bench-'))
const offset = instantOf(firstBenchDay, '09:00') - Date.now()
const sourceFiles = programFiles(new URL('../../main/hub/start.ts', import.meta.url).href)
const hall = await createHall({
  opened: openStore(folder),
  folder,
  profile: benchProfile({ windowSets: Number(process.argv[2]), letterSets: Number(process.argv[3]) }),
  ...sourceFiles,
  clock: { now: () => Date.now() + offset },
  onProblem: (problem, what) => process.stderr.write(`${what}: ${String(problem)}\n`),
})
const { hub } = hall
const clerks = clerksOf(hub)

/** A clerk at an open window, signed in without the work of a password. */
async function seat({ windowNumber, actor }: (typeof clerks)[number]) {
  const token = freshToken()
  const { staffId } = actor as { staffId: string }
  const startedAt = hub.clock.now()
  const signIn = { type: 'SignIn', body: { staffId } } as const
  mustBeDone(
    await hub.submit({
      commandId: benchCommandId(),
      actor: { kind: 'hub' },
      command: signIn,
      keep: () => [
        {
          kind: 'session',
          tokenHash: tokenHash(token),
          staffId,
          screenId: 'local',
          startedAt,
          expiresAt: startedAt + 3.6e7,
        },
      ],
    }),
    signIn,
  )
  const open = { type: 'OpenServiceWindow', body: { windowNumber } } as const
  mustBeDone(await hub.submit({ commandId: benchCommandId(), actor, command: open }), open)
  return { windowNumber, token }
}

/** Finishes what stands at the windows, so that they can call again. */
async function free(): Promise<void> {
  await Promise.all(
    clerks.map(async ({ windowNumber, actor }) => {
      const ticketId = hub.tables.ticket.atWindow(windowNumber)?.ticketId
      if (ticketId === undefined) return
      const body = { windowNumber, ticketId }
      const submit = (command: Parameters<typeof hub.submit>[0]['command']) =>
        hub.submit({ commandId: benchCommandId(), actor, command })
      await submit({ type: 'StartService', body })
      await submit({ type: 'FinishService', body: { ...body, resultCode: 'completed' } })
    }),
  )
}

const seats = await Promise.all(clerks.map(seat))
const port = await hall.door.listen('127.0.0.1', 0)
// A small hall serves some of the queues only.
const itemCodes = [...hub.setup().serviceItems.values()]
  .filter((one) => windowsOfQueue(hub.setup(), one.queue).length > 0)
  .map((one) => one.itemCode)
process.send?.({ kind: 'ready', origin: `http://127.0.0.1:${port}`, seats, itemCodes })

process.on('message', async ({ kind }: { kind: 'free' | 'used' | 'end' }) => {
  if (kind === 'free') await free()
  if (kind === 'end') {
    await hall.close()
    rmSync(folder, { recursive: true, force: true })
    process.disconnect()
    return
  }
  process.send?.({ kind, cpu: process.cpuUsage(), rss: process.memoryUsage().rss })
})
