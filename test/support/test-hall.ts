import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freshToken, tokenHash } from '../../main/hub/door/machine.ts'
import { sessionMs } from '../../main/hub/door/sessions.ts'
import { createHall } from '../../main/hub/hall.ts'
import { openStore } from '../../main/hub/store/store.ts'
import { kebab } from '../../shared/contract/contract.ts'
import type { Outcome } from '../../shared/contract/outcome.ts'
import type { CommandType } from '../../shared/vocabulary/command.ts'
import type { Profile } from '../../shared/vocabulary/profile.ts'
import type { Actor, ScreenKind } from '../../shared/vocabulary/staff.ts'
import { createHandClock, type HandClock } from './hand-clock.ts'
import { type Answer, type Caller, type CallOptions, call } from './http-call.ts'
import { sampleProfile, workday } from './sample-hall.ts'
import { createSpeech, seededIds } from './test-hub.ts'

export interface TestHallOptions {
  profile?: Profile
  at?: string
  clock?: HandClock
  /** A data folder to go on with; a fresh one, removed at the end, when absent. */
  folder?: string
  pagesFolder?: string
  /** When absent the clock, which then never jumps. */
  monotonicMs?: () => number
  onProblem?: (problem: unknown, what: string) => void
}

/** A machine of the LAN: it reaches the hub under a name that is not the own PC's. */
export const lanHost = 'hall.test'

let hallsMade = 0

/** A whole hall that listens on this machine, with a clock moved by hand. */
export async function startTestHall(options: TestHallOptions = {}) {
  const clock = options.clock ?? createHandClock(workday, options.at ?? '09:00')
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'shouwen-hall-'))
  const problems: unknown[] = []
  const hall = await createHall({
    opened: openStore(folder),
    folder,
    profile: options.profile ?? sampleProfile(),
    pagesFolder: options.pagesFolder ?? join(folder, 'no-pages'),
    workerUrl: new URL('../../main/hub/reports/worker.ts', import.meta.url),
    itemFileUrl: new URL('../../main/hub/item-file/worker.ts', import.meta.url),
    clock,
    monotonicMs: options.monotonicMs ?? clock.now,
    onProblem: (problem, what) => {
      problems.push(problem)
      options.onProblem?.(problem, what)
    },
  })
  const port = await hall.door.listen('127.0.0.1', 0)
  hallsMade += 1
  const { hub } = hall
  const freshCommandId = seededIds(`http-command-${hallsMade}`)
  const local: Caller = { port }

  const actor = (staffNumber: string): Extract<Actor, { kind: 'staff' }> => {
    const found = hub.tables.staff.findByNumber(staffNumber)
    if (found === undefined) throw new Error(`nobody has staff number ${staffNumber}`)
    const { staffId, role, windowNumbers } = found
    return { kind: 'staff', staffId, role, screenId: 'local', windowNumbers }
  }

  return {
    ...hall,
    ...createSpeech(hub, `hall-command-${hallsMade}`),
    staff: actor,
    port,
    folder,
    clock,
    /** What the hub would have logged. */
    problems,
    local,
    call: (caller: Partial<Caller>, path: string, callOptions?: CallOptions): Promise<Answer> =>
      call({ port, ...caller }, path, callOptions),
    /** A command over the contract; a resend has the id of the first. */
    async command(caller: Partial<Caller>, type: CommandType, body: unknown, commandId = freshCommandId()) {
      const answer = await call({ port, ...caller }, `/api/commands/${kebab(type)}`, { body: { commandId, body } })
      if (answer.status !== 200) throw new Error(`${type} was answered ${answer.status} ${answer.text}`)
      return answer.json as Outcome
    },
    /** Signs somebody in, on a machine, without a password, which takes the door 200 ms; the session's token. */
    signIn(staffNumber: string, lastsMs = sessionMs, screenId = 'local'): string {
      const who = { ...actor(staffNumber), screenId }
      const token = freshToken()
      const startedAt = clock.now()
      const session = {
        kind: 'session',
        tokenHash: tokenHash(token),
        staffId: who.staffId,
        screenId,
        startedAt,
        expiresAt: startedAt + lastsMs,
      } as const
      const outcome = hub.submitNow({
        commandId: freshCommandId(),
        actor: who,
        command: { type: 'SignIn', body: { staffId: who.staffId } },
        keep: () => [{ kind: 'session-ended', staffId: who.staffId }, session],
      })
      if (outcome.kind !== 'done') throw new Error(`nobody was signed in: ${JSON.stringify(outcome)}`)
      return token
    },
    /** Pairs a machine of the LAN by the way a real one takes; its cookie. */
    async pair(kind: ScreenKind, administrator: string, windowNumber: number | null = null): Promise<string> {
      const lan: Caller = { port, host: lanHost }
      const asked = await call(lan, '/api/door/request-pairing', { body: { kind, name: `${kind} 一` } })
      const { pairingCode, pollToken } = asked.json as { pairingCode: string; pollToken: string }
      await this.command({ session: administrator }, 'EnrolScreen', {
        pairingCode,
        kind,
        name: `${kind} 一`,
        windowNumber,
      })
      const collected = await call(lan, '/api/door/collect-pairing', { body: { pollToken } })
      const [cookie] = collected.headers['set-cookie'] ?? []
      if (cookie === undefined) throw new Error(`no cookie was given: ${collected.text}`)
      return cookie.split(';')[0]!
    },
    /** Stops the hall; its folder stays, for the next one. */
    stop: () => hall.close(),
    /** Stops the hall and removes its folder. */
    async close(): Promise<void> {
      await hall.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
export type TestHall = Awaited<ReturnType<typeof startTestHall>>
