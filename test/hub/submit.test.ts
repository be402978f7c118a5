import { describe, expect, test } from 'vitest'
import { type Envelope, refused } from '../../main/hub/hub.ts'
import { createTestHub, kioskActor, person, type TestHub } from '../support/test-hub.ts'

const take = (t: TestHub, itemCode = 'A-REG', extra: Partial<Envelope> = {}): Envelope =>
  t.envelope(kioskActor, 'TakeTicket', { itemCode, holder: 'self', purpose: 'apply', priorityGround: 'none' }, extra)

/** Everything a rollback has to leave as it was, by table. */
function contentOf(t: TestHub): Record<string, unknown[]> {
  const names = t.hub.store.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table'`).pluck().all() as string[]
  return Object.fromEntries(names.map((name) => [name, t.hub.store.prepare(`SELECT * FROM ${name}`).all()]))
}

const poison = (): never => {
  throw new Error('poisoned')
}

describe('a command that is sent again', () => {
  test('has one effect and the same answer', async () => {
    const t = await createTestHub()
    const envelope = take(t)
    const first = t.hub.submitNow(envelope)
    const before = contentOf(t)
    expect(t.hub.submitNow({ ...envelope })).toEqual(first)
    expect(contentOf(t)).toEqual(before)
  })

  test('gets its refusal again, although the world has changed by then', async () => {
    const t = await createTestHub({ at: '12:30' })
    const envelope = take(t)
    expect(t.hub.submitNow(envelope)).toMatchObject({ kind: 'refused', code: 'hall-on-lunch-break' })
    t.clock.set('2026-05-13', '14:00')
    expect(t.hub.submitNow(envelope)).toMatchObject({ kind: 'refused', code: 'hall-on-lunch-break' })
    expect(t.hub.tables.ticket.lastTicketId()).toBe(0)
  })

  test('has one effect when both copies arrive in the same batch', async () => {
    const t = await createTestHub()
    const envelope = take(t)
    const [first, second] = await Promise.all([t.hub.submit(envelope), t.hub.submit({ ...envelope })])
    expect(second).toEqual(first)
    expect(t.hub.tables.ticket.lastTicketId()).toBe(1)
  })

  test('is refused when its id was another command’s, and that one’s answer is kept', async () => {
    const t = await createTestHub()
    const envelope = take(t)
    const first = t.hub.submitNow(envelope)
    const { commandId } = envelope
    expect(t.refusalOf(t.staff('1002'), 'OpenServiceWindow', { windowNumber: 3 }, { commandId })).toBe(
      'command-id-reused',
    )
    expect(t.hub.tables.serviceWindow.find(3)?.status).toBe('closed')
    expect(t.hub.submitNow(envelope)).toEqual(first)
  })

  test('is refused when its id was another person’s', async () => {
    const t = await createTestHub()
    const envelope = take(t)
    t.hub.submitNow(envelope)
    expect(t.hub.submitNow({ ...envelope, actor: t.staff('2001') })).toMatchObject({ code: 'command-id-reused' })
  })

  test('gets its answer when the clock ran ahead by days, opened one there and was set back', async () => {
    const t = await createTestHub()
    const [done, late] = [take(t), take(t)]
    const first = t.hub.submitNow(done)
    t.clock.set('2026-05-13', '12:30')
    const refusal = t.hub.submitNow(late)
    t.clock.set('2026-05-25', '09:00')
    t.take('B-REG')
    t.clock.set('2026-05-13', '14:00')
    expect([t.hub.submitNow(done), t.hub.submitNow(late)]).toEqual([first, refusal])
  })

  test('gets its answer from a hub that was started again: what was done, refused or true already', async () => {
    const before = await createTestHub()
    const clerk = before.staff('1002')
    const presses = [
      take(before),
      take(before, 'UNKNOWN'),
      before.envelope(clerk, 'OpenServiceWindow', { windowNumber: 3 }),
      before.envelope(clerk, 'OpenServiceWindow', { windowNumber: 3 }),
    ]
    const answers = presses.map((press) => before.hub.submitNow(press))
    expect(answers.map((answer) => answer.kind)).toEqual(['done', 'refused', 'done', 'done'])
    const after = await createTestHub({ opened: before.opened, clock: before.clock })
    const { seq } = after.hub.head()
    expect(presses.map((press) => after.hub.submitNow(press))).toEqual(answers)
    expect(after.hub.head().seq).toBe(seq)
  })

  test('is remembered over twenty thousand refusals, which are forgotten in their turn', async () => {
    const { hub } = await createTestHub({ at: '07:00' })
    const { settledCommand } = hub.tables
    const remember = (from: number, to: number) =>
      hub.store.transaction(() => {
        for (let at = from; at < to; at += 1) {
          settledCommand.rememberOutcome(`refused-${at}`, 'TakeTicket', 'hub', refused('hall-full', {}))
        }
      })()
    const found = (at: number) => settledCommand.find(`refused-${at}`)?.outcome.kind
    remember(0, 20_000)
    expect([found(0), found(19_999)]).toEqual(['refused', 'refused'])
    remember(20_000, 60_000)
    expect([found(0), found(40_000), found(59_999)]).toEqual([undefined, 'refused', 'refused'])
    settledCommand.restore()
    expect([found(0), found(40_000), found(59_999)]).toEqual([undefined, 'refused', 'refused'])
    expect(hub.store.prepare('SELECT count(*) FROM settled_command').pluck().get()).toBeLessThanOrEqual(40_100)
  })
})

describe('commands that arrive together', () => {
  test('are settled in the order in which they came, each against what the ones before it left', async () => {
    const t = await createTestHub()
    const outcomes = await Promise.all(Array.from({ length: 300 }, () => t.hub.submit(take(t))))
    expect(outcomes.map((one) => one.kind === 'done' && one.made.number)).toEqual(
      Array.from({ length: 300 }, (_, at) => `A${String(at + 1).padStart(3, '0')}`),
    )
  })

  test('share one telling after their commit, with the head of the journal', async () => {
    const t = await createTestHub()
    const told: { types: string[]; seq: number }[] = []
    t.hub.onCommitted(({ events, seq }) => told.push({ types: events.map(({ type }) => type), seq }))
    await Promise.all([t.hub.submit(take(t)), t.hub.submit(take(t))])
    expect(told).toEqual([{ types: ['HallDayOpened', 'TicketTaken', 'TicketTaken'], seq: t.hub.head().seq }])
  })

  test('nothing is told of a refusal', async () => {
    const t = await createTestHub({ at: '07:00' })
    t.say(t.staff('1002'), 'OpenServiceWindow', { windowNumber: 3 })
    let isTold = false
    t.hub.onCommitted(() => {
      isTold = true
    })
    expect(t.hub.submitNow(take(t))).toMatchObject({ kind: 'refused' })
    expect(isTold).toBe(false)
  })
})

describe('a fault in one command of a batch', () => {
  test('spoils only that one, which leaves nothing behind', async () => {
    const t = await createTestHub()
    const poisoned = take(t, 'A-REG', { keep: poison })
    const [first, fault, last] = await Promise.all([
      t.hub.submit(take(t)),
      t.hub.submit(poisoned),
      t.hub.submit(take(t)),
    ])
    expect([first, last].map((one) => one?.kind === 'done' && one.made.number)).toEqual(['A001', 'A002'])
    expect(fault).toMatchObject({ kind: 'fault', incident: expect.stringMatching(/^\S{8}$/) })
    expect(t.faults).toEqual([expect.objectContaining({ message: 'poisoned' })])
    expect(t.hub.tables.settledCommand.find(poisoned.commandId)).toBeUndefined()
  })

  test('is rolled back as a whole: tables, journal head, waiting counts and setup', async () => {
    const t = await createTestHub()
    t.take('A-REG')
    const before = contentOf(t)
    const { seq, hash } = t.hub.head()
    expect(t.hub.submitNow(take(t, 'B-REG', { keep: poison, ...person('anna') })).kind).toBe('fault')
    const renamed = { ...t.hub.setup().hall, name: '改名的大厅' }
    expect(t.say({ kind: 'hub' }, 'PublishHall', { hall: renamed }, { keep: poison }).kind).toBe('fault')

    expect(contentOf(t)).toEqual(before)
    expect(t.hub.head()).toMatchObject({ seq, hash })
    expect([t.hub.tables.ticket.waitingIn('B'), t.hub.tables.ticket.waitingInHall()]).toEqual([0, 1])
    expect(t.hub.setup().hall.name).toBe('样本便民服务中心')
  })

  test('takes the opening of the day back with it, and the next command opens it', async () => {
    const t = await createTestHub()
    t.hub.submitNow(take(t, 'A-REG', { keep: poison }))
    expect(t.hub.tables.hallDay.last()).toBeNull()
    t.take('A-REG')
    expect(t.hub.tables.hallDay.last()?.hallDay).toBe('2026-05-13')
  })

  test('leaves the people as they were, although they were looked at in between', async () => {
    const t = await createTestHub()
    const { staffId } = t.staff('1002')
    const before = t.hub.tables.staff.find(staffId)!
    const staff = { staffNumber: '1002', name: '钱一', role: 'guide' as const, homeUnit: '', windowNumbers: [] }
    const body = { staffId, staff }
    const seen: unknown[] = []
    const keep = (): never => {
      seen.push(t.hub.tables.staff.find(staffId)?.role)
      return poison()
    }
    expect(t.say(t.staff('9001'), 'ChangeStaff', body, { keep }).kind).toBe('fault')
    expect(new Set(seen)).toEqual(new Set(['guide']))
    expect([before.role, t.hub.tables.staff.find(staffId)]).toEqual(['clerk', before])
    t.must(t.staff('9001'), 'ChangeStaff', body)
    expect(t.hub.tables.staff.find(staffId)?.role).toBe('guide')
  })

  test('may be sent again with the same id once the trouble is over', async () => {
    const t = await createTestHub()
    const envelope = take(t, 'A-REG', { keep: poison })
    expect(t.hub.submitNow(envelope).kind).toBe('fault')
    expect(t.hub.submitNow({ ...envelope, keep: () => [] })).toMatchObject({ kind: 'done', made: { number: 'A001' } })
  })
})
