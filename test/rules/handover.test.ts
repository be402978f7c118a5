import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  decideDraftHandovers,
  decideGiveHandover,
  decideRefuseHandover,
  decideReturnHandover,
  decideTakeHandover,
  handoversDue,
  handoverTimes,
  lateSteps,
} from '../../shared/rules/handover.ts'
import type {
  DraftHandoversFacts,
  GiveHandoverFacts,
  GiverFacts,
  HandoverFacts,
  TakeHandoverFacts,
} from '../../shared/rules/handover-facts.ts'
import { custodianOf, custodyOf, handoverAfter, isOut } from '../../shared/rules/handover-state.ts'
import { scheduleOf } from '../../shared/rules/timetable.ts'
import type { CommandBody } from '../../shared/vocabulary/command.ts'
import type { Handover } from '../../shared/vocabulary/handover.ts'
import type { HandoverEvent } from '../../shared/vocabulary/handover-event.ts'
import { accepted, type Obstacle, refusal, refusedInOrder, staffActor } from '../support/facts.ts'
import { instantAt } from '../support/hand-clock.ts'
import { intakeSetup, promiseDay, supervisor } from '../support/intake-facts.ts'
import { acceptedFiling } from '../support/run-facts.ts'
import { nextDay, workday } from '../support/sample-hall.ts'

const units: Record<string, string> = {
  'clerk-1': '户籍科',
  'clerk-2': '户籍科',
  'guide-1': '社保科',
  'liaison-1': '户籍科',
}
const liaison = staffActor('liaison', 'liaison-1')
const colleague = staffActor('clerk', 'clerk-2')
const stranger = staffActor('guide', 'guide-1')
const filing = acceptedFiling()
const along = { filingId: 1, originals: ['申请表'], action: '盖章' }

function giverWith(changes: Partial<GiverFacts> = {}): GiverFacts {
  return {
    staffId: 'clerk-1',
    role: 'clerk',
    homeUnit: '户籍科',
    windowNumber: 1,
    counts: { received: 2, instant: 1, notices: 0, corrections: 0 },
    filings: [filing],
    waitingNumbers: ['A012'],
    ...changes,
  }
}

function draftFacts(time = '17:00', changes: Partial<DraftHandoversFacts> = {}, day = workday): DraftHandoversFacts {
  return {
    ...promiseDay(time, day, { actor: { kind: 'hub' } }),
    people: [giverWith()],
    drafted: new Set(),
    lastHandoverId: 4,
    lastHandoverSerial: () => 4,
    ...changes,
  }
}

const eventsOf = (decision: Parameters<typeof accepted>[0]) => accepted(decision).events as HandoverEvent[]

function draftedSheet(changes: Partial<Handover> = {}): Handover {
  const [event] = eventsOf(decideDraftHandovers(draftFacts()))
  return { ...handoverAfter(undefined, event!, instantAt(workday, '17:00')), ...changes }
}

function sheetFacts(handover: Handover | undefined, time = '17:20', day = workday): HandoverFacts {
  return { ...promiseDay(time, day), handover, homeUnitOf: (staffId) => units[staffId] ?? '' }
}

function giveFacts(handover: Handover | undefined = draftedSheet(), time = '17:20', day = workday): GiveHandoverFacts {
  const service = { isRunning: false, lastEndedAt: null }
  return { ...sheetFacts(handover, time, day), giver: giverWith(), service, custody: new Map() }
}

const give = (lines: CommandBody<'GiveHandover'>['lines'] = [along]) => ({
  handoverId: 5,
  lines,
  receipts: '',
  remark: '',
})

function givenSheet(changes: Partial<Handover> = {}): Handover {
  const [event] = eventsOf(decideGiveHandover(give(), giveFacts()))
  return { ...handoverAfter(draftedSheet(), event!, instantAt(workday, '17:20')), ...changes }
}

const receiveFacts = (handover: Handover | undefined = givenSheet(), actor = liaison): TakeHandoverFacts => ({
  ...sheetFacts(handover, '17:40'),
  actor,
  signIn: 'own-page',
  matters: { filings: [], inquiries: [], visits: [] },
  isDayOutKnown: false,
})

function takenSheet(changes: Partial<Handover> = {}): Handover {
  const [event] = eventsOf(decideTakeHandover({ handoverId: 5 }, receiveFacts()))
  return { ...handoverAfter(givenSheet(), event!, instantAt(workday, '17:40')), ...changes }
}

describe('when the sheets of a day are due', () => {
  const clock = (at: number | undefined) =>
    at === undefined ? null : new Date(at + 8 * 3_600_000).toISOString().slice(11, 16)
  const { calendar, timetables } = intakeSetup()
  const [regular] = timetables
  const withoutLinkup = [{ ...regular!, segments: regular!.segments.filter(({ phase }) => phase === 'open') }]
  const summer = [
    {
      ...regular!,
      segments: [
        { from: '08:00', to: '12:00', phase: 'open' as const },
        { from: '14:30', to: '17:30', phase: 'open' as const },
        { from: '17:30', to: '18:30', phase: 'linkup' as const },
      ],
    },
  ]
  const halfDay = [{ ...regular!, segments: [{ from: '08:00', to: '12:00', phase: 'open' as const }] }]
  test.each([
    ['the usual hours', timetables, workday, ['17:00', '17:30', '18:00']],
    ['summer hours', summer, workday, ['17:30', '18:00', '18:30']],
    ['a day without a link-up hour', withoutLinkup, workday, ['17:00', '17:30', '18:00']],
    ['a half day', halfDay, workday, ['12:00', '12:30', '13:00']],
    ['a rest day', timetables, '2026-05-16', null],
    ['a worked Saturday', timetables, '2026-05-09', ['17:00', '17:30', '18:00']],
  ])('%s', (_, hours, day, expected) => {
    const times = handoverTimes(scheduleOf(hours, calendar, day))
    expect(times === null ? null : [times.from, times.giveBy, times.takeBy].map(clock)).toEqual(expected)
  })
})

describe('17:00: the sheets are drafted', () => {
  test('one each, numbered on without a gap, with counts, filings and what still waits', () => {
    const people = [giverWith(), giverWith({ staffId: 'clerk-2', waitingNumbers: [], filings: [] })]
    const [first, second] = eventsOf(decideDraftHandovers(draftFacts('17:00', { people })))
    expect(first).toMatchObject({
      type: 'HandoverDrafted',
      body: {
        handoverId: 5,
        number: 'JJ-2026-000005',
        day: workday,
        counts: { received: 2, instant: 1 },
        waitingNumbers: ['A012'],
        lines: [{ number: filing.number, dueDay: '2026-05-27', remainingWorkdays: 10, light: 'green', originals: [] }],
      },
    })
    expect(second).toMatchObject({ body: { number: 'JJ-2026-000006', staffId: 'clerk-2', lines: [] } })
  })

  const off = { windowNumber: null }
  test.each<[string, Partial<GiverFacts>, number]>([
    ['a clerk who was at a window and has nothing open', { filings: [] }, 1],
    ['a clerk who was not, with an open filing', off, 1],
    ['a clerk who was not, with nothing open', { ...off, filings: [] }, 0],
    ['a supervisor who stood in at a window', { role: 'supervisor', filings: [] }, 1],
    ['a supervisor with a filing and no window', { role: 'supervisor', ...off }, 0],
    ['a guide', { role: 'guide', ...off, filings: [] }, 0],
  ])('%s', (_, changes, count) => {
    expect(eventsOf(decideDraftHandovers(draftFacts('17:00', { people: [giverWith(changes)] })))).toHaveLength(count)
  })

  test.each([
    ['before the link-up hour', draftFacts('16:59')],
    ['on a rest day', draftFacts('17:00', {}, '2026-05-16')],
    ['twice for one person on one day', draftFacts('17:10', { drafted: new Set(['clerk-1']) })],
  ])('never %s', (_, facts) => {
    expect(eventsOf(decideDraftHandovers(facts))).toEqual([])
  })

  test('in the evening too, when the hub was off at 17:00', () => {
    expect(eventsOf(decideDraftHandovers(draftFacts('21:30')))).toHaveLength(1)
  })
})

describe('giving', () => {
  const wish: Obstacle<GiveHandoverFacts>[] = [
    ['handover-unknown', (facts) => ({ ...facts, handover: undefined })],
    ['handover-not-yours', (facts) => ({ ...facts, actor: colleague })],
    ['handover-status', (facts) => ({ ...facts, handover: facts.handover && { ...facts.handover, status: 'given' } })],
    ['handover-day-over', (facts) => ({ ...facts, now: instantAt(nextDay, '08:00') })],
    ['handover-lines-changed', (facts) => ({ ...facts, giver: giverWith({ filings: [] }) })],
    ['handover-originals-out', (facts) => ({ ...facts, custody: new Map([[1, 'liaison-1']]) })],
  ]
  refusedInOrder(giveFacts(), (facts) => decideGiveHandover(give(), facts), wish)

  test('not by a supervisor in the clerk’s place', () => {
    const facts = { ...giveFacts(), actor: supervisor }
    expect(refusal(decideGiveHandover(give(), facts)).code).toBe('handover-not-yours')
  })

  test('no originals without what is to be done with them', () => {
    const lines = [{ ...along, action: '' }]
    expect(refusal(decideGiveHandover(give(lines), giveFacts())).code).toBe('handover-action-needed')
  })

  test('the lines are those of the filings as they are now', () => {
    const suspended = acceptedFiling({ filingId: 2, number: 'BJ-2026-000002', status: 'suspended' })
    const facts = { ...giveFacts(), giver: giverWith({ filings: [filing, suspended] }) }
    const [event] = eventsOf(decideGiveHandover(give(), facts))
    expect(event!.body).toMatchObject({
      lines: [
        { filingId: 1, originals: ['申请表'], action: '盖章' },
        { filingId: 2, status: 'suspended', originals: [], action: '' },
      ],
    })
  })

  test('a service past 17:00 is written on the sheet as what held it up', () => {
    const lastEndedAt = instantAt(workday, '17:12')
    const facts = { ...giveFacts(), service: { isRunning: false, lastEndedAt } }
    expect(eventsOf(decideGiveHandover(give(), facts))[0]!.body).toMatchObject({
      heldUntil: instantAt(workday, '17:27'),
    })
    const before = { ...facts, service: { isRunning: false, lastEndedAt: instantAt(workday, '16:58') } }
    expect(eventsOf(decideGiveHandover(give(), before))[0]!.body).toMatchObject({ heldUntil: null })
  })
})

describe('taking and refusing', () => {
  const obstacles: Obstacle<TakeHandoverFacts>[] = [
    ['handover-unknown', (facts) => ({ ...facts, handover: undefined })],
    ['handover-own', (facts) => ({ ...facts, actor: staffActor() })],
    [
      'handover-status',
      (facts) => ({ ...facts, handover: facts.handover && { ...facts.handover, status: 'drafted' } }),
    ],
    ['handover-day-over', (facts) => ({ ...facts, now: instantAt(nextDay, '08:00') })],
  ]
  refusedInOrder(receiveFacts(), (facts) => decideTakeHandover({ handoverId: 5 }, facts), obstacles)
  refusedInOrder(receiveFacts(), (facts) => decideRefuseHandover({ handoverId: 5, reason: '少一份' }, facts), obstacles)

  test.each([
    ['the liaison of the unit', liaison, 'accepted'],
    ['a colleague of the unit', colleague, 'accepted'],
    ['a supervisor', supervisor, 'accepted'],
    ['somebody of another unit', stranger, 'handover-other-unit'],
    ['the giver', staffActor(), 'handover-own'],
  ])('%s', (_, actor, expected) => {
    const decision = decideTakeHandover({ handoverId: 5 }, receiveFacts(givenSheet(), actor))
    expect(decision.kind === 'refused' ? decision.code : decision.kind).toBe(expected)
  })

  test('who takes it at the giver’s own screen confirms no departure: both are in the hall', () => {
    const decision = decideTakeHandover({ handoverId: 5 }, { ...receiveFacts(), signIn: 'clerk-screen' })
    expect(accepted(decision).events).toMatchObject([{ type: 'HandoverTaken', body: { signIn: 'clerk-screen' } }])
  })

  test('who takes it confirms that the giver has come; once', () => {
    const decision = decideTakeHandover({ handoverId: 5 }, receiveFacts())
    const dayOut = { staffId: 'clerk-1', kind: 'day-out', source: 'handover', recordedBy: 'liaison-1' }
    expect(accepted(decision).events).toMatchObject([
      { type: 'HandoverTaken', body: { moved: null } },
      { type: 'AttendancePunched', body: dayOut },
    ])
    const again = decideTakeHandover({ handoverId: 5 }, { ...receiveFacts(), isDayOutKnown: true })
    expect(accepted(again).events).toHaveLength(1)
  })

  test('two people without a unit are not of one unit', () => {
    const facts = { ...receiveFacts(givenSheet({ homeUnit: '' }), colleague), homeUnitOf: () => '' }
    expect(refusal(decideTakeHandover({ handoverId: 5 }, facts)).code).toBe('handover-other-unit')
  })

  test('a supervisor does not take his own sheet', () => {
    const facts = receiveFacts(givenSheet({ staffId: 'supervisor-1' }), supervisor)
    expect(refusal(decideTakeHandover({ handoverId: 5 }, facts)).code).toBe('handover-own')
  })

  test('what was refused is the giver’s to give again, with the reason on it until he does', () => {
    const [event] = eventsOf(decideRefuseHandover({ handoverId: 5, reason: '少一份' }, receiveFacts()))
    const refused = handoverAfter(givenSheet(), event!, instantAt(workday, '17:40'))
    expect(refused).toMatchObject({ status: 'drafted', refusal: { reason: '少一份', by: 'liaison-1' } })
    const [again] = eventsOf(decideGiveHandover(give(), giveFacts(refused, '17:45')))
    expect(handoverAfter(refused, again!, instantAt(workday, '17:45'))).toMatchObject({
      status: 'given',
      refusal: null,
    })
  })
})

describe('the morning after', () => {
  const morning = (handover: Handover | undefined, actor = staffActor()) => ({
    ...sheetFacts(handover, '08:00', nextDay),
    actor,
  })
  const back = (handover: Handover | undefined, actor = staffActor()) =>
    decideReturnHandover({ handoverId: 5, note: '' }, morning(handover, actor))

  test.each([
    ['the giver', staffActor()],
    ['a supervisor', supervisor],
  ])('%s confirms that what went along is back', (_, actor) => {
    const [event] = eventsOf(back(takenSheet(), actor))
    expect(handoverAfter(takenSheet(), event!, 1)).toMatchObject({ status: 'returned' })
  })

  test('the home unit does not: nobody has anything again before he has said so', () => {
    expect(refusal(back(takenSheet(), liaison)).code).toBe('handover-return-by')
  })

  test('nothing is returned that was not taken, or of which nothing went along', () => {
    expect(refusal(back(undefined)).code).toBe('handover-unknown')
    expect(refusal(back(givenSheet())).code).toBe('handover-status')
    const lines = takenSheet().lines.map((line) => ({ ...line, originals: [], action: '' }))
    expect(refusal(back(takenSheet({ lines }))).code).toBe('handover-nothing-out')
  })
})

describe('AL08: what is late', () => {
  const schedule = promiseDay().schedule
  const free = { isRunning: false, lastEndedAt: null }
  const due = (
    status: Handover['status'],
    time: string,
    service: { isRunning: boolean; lastEndedAt: number | null } = free,
  ) =>
    handoversDue({
      now: instantAt(workday, time),
      schedule,
      handovers: [{ handoverId: 5, staffId: 'clerk-1', status }],
      serviceOf: () => service,
    })[0]?.missing ?? null
  const ended = (time: string) => ({ isRunning: false, lastEndedAt: instantAt(workday, time) })
  test.each<[string, Handover['status'], string, typeof free | ReturnType<typeof ended>, 'give' | 'take' | null]>([
    ['not given at 17:29', 'drafted', '17:29', free, null],
    ['not given at 17:30', 'drafted', '17:30', free, 'give'],
    ['given, not taken at 17:59', 'given', '17:59', free, null],
    ['given, not taken at 18:00', 'given', '18:00', free, 'take'],
    ['never given, at 18:30', 'drafted', '18:30', free, 'give'],
    ['taken', 'taken', '20:00', free, null],
    ['returned', 'returned', '20:00', free, null],
    ['still serving at 18:10', 'drafted', '18:10', { isRunning: true, lastEndedAt: null }, null],
    ['served until 17:20, at 17:34', 'drafted', '17:34', ended('17:20'), null],
    ['served until 17:20, at 17:35', 'drafted', '17:35', ended('17:20'), 'give'],
    ['served until 17:05, at 17:30', 'drafted', '17:30', ended('17:05'), 'give'],
    ['served until 17:55, given, at 18:09', 'given', '18:09', ended('17:55'), null],
    ['served until 17:55, given, at 18:10', 'given', '18:10', ended('17:55'), 'take'],
    ['served until 16:59, at 17:30', 'drafted', '17:30', ended('16:59'), 'give'],
  ])('%s', (_, status, time, service, expected) => {
    expect(due(status, time, service)).toBe(expected)
  })

  test('nothing on a rest day', () => {
    const restDay = promiseDay('18:00', '2026-05-16').schedule
    const handovers = [{ handoverId: 5, staffId: 'clerk-1', status: 'drafted' as const }]
    expect(
      handoversDue({ now: restDay.spans[0]!.startsAt, schedule: restDay, handovers, serviceOf: () => free }),
    ).toEqual([])
  })
})

describe('the day’s log names of a sheet', () => {
  const { schedule } = promiseDay('17:00')
  const free = { isRunning: false, lastEndedAt: null }
  const at = (time: string | null) => (time === null ? null : instantAt(workday, time))
  type Case = [string, (string | null)[], typeof free | { isRunning: boolean; lastEndedAt: number }, string[]]
  test.each<Case>([
    ['given and taken in time', ['17:29', '17:59', null], free, []],
    ['given at 17:30', ['17:30', '17:59', null], free, ['give']],
    ['taken at 18:00', ['17:10', '18:00', null], free, ['take']],
    ['given at 17:40 after a service until 17:30', ['17:40', '17:50', '17:45'], free, []],
    ['never given', [null, null, null], free, ['give']],
    ['never taken', ['17:10', null, null], free, ['take']],
    ['not given, while a service runs', [null, null, null], { isRunning: true, lastEndedAt: null as never }, []],
    [
      'taken at 18:10 beside a service until 18:05',
      ['17:10', '18:10', '17:25'],
      { isRunning: false, lastEndedAt: at('18:05')! },
      [],
    ],
  ])('%s', (_, [givenAt, takenAt, heldUntil], service, expected) => {
    const sheet = { givenAt: at(givenAt!), takenAt: at(takenAt!), heldUntil: at(heldUntil!) }
    const facts = { now: instantAt(workday, '18:30'), schedule, service }
    expect(lateSteps({ kind: 'linkup', ...sheet }, facts)).toEqual(expected)
    expect(lateSteps({ kind: 'ab-post', ...sheet }, facts)).toEqual([])
  })
})

describe('who has the originals', () => {
  const steps = fc.array(
    fc.record({
      move: fc.constantFrom('draft' as const, 'give' as const, 'take' as const, 'refuse' as const, 'return' as const),
      sheet: fc.nat({ max: 3 }),
      actor: fc.constantFrom(staffActor(), colleague, liaison, supervisor, stranger),
      filingIds: fc.uniqueArray(fc.integer({ min: 1, max: 4 }), { maxLength: 4 }),
    }),
    { minLength: 10, maxLength: 40 },
  )
  const filings = [1, 2, 3, 4].map((filingId) => acceptedFiling({ filingId, number: `BJ-${filingId}` }))

  test('somebody, always: who is in charge, or who took it and has not given it back', () => {
    fc.assert(
      fc.property(steps, (played) => {
        const sheets = new Map<number, Handover>()
        played.forEach(({ move, sheet, actor, filingIds }, at) => {
          const before = new Map(
            filings.map((one) => [one.filingId, custodianOf(one, custodyOf([...sheets.values()]))]),
          )
          const handover = sheets.get(sheet)
          const facts = { ...sheetFacts(handover), actor }
          const lines = filingIds.map((filingId) => ({ filingId, originals: ['原件'], action: '办理' }))
          const decision = {
            draft: () => decideDraftHandovers({ ...draftFacts('17:00', { people: [giverWith({ filings })] }) }),
            give: () =>
              decideGiveHandover(give(lines), {
                ...giveFacts(),
                handover,
                actor,
                giver: giverWith({ filings }),
                custody: custodyOf([...sheets.values()]),
              }),
            take: () => decideTakeHandover({ handoverId: 5 }, { ...receiveFacts(), ...facts }),
            refuse: () => decideRefuseHandover({ handoverId: 5, reason: '不符' }, facts),
            return: () => decideReturnHandover({ handoverId: 5, note: '' }, facts),
          }[move]()
          const isFirst = move !== 'draft' || handover === undefined
          if (decision.kind === 'accepted' && isFirst) {
            const [event] = decision.events as HandoverEvent[]
            sheets.set(sheet, handoverAfter(handover, event!, 1_000 + at))
          }
          const custody = custodyOf([...sheets.values()])
          for (const one of filings) {
            const custodian = custodianOf(one, custody)
            expect(custodian).not.toBe('')
            // It changes hands when somebody takes it, or when it is said to be back; never by itself.
            if (custodian !== before.get(one.filingId)) expect(['take', 'return']).toContain(move)
            const out = [...sheets.values()].filter(isOut)
            const holders = out.filter(({ lines: all }) =>
              all.some((line) => line.filingId === one.filingId && line.action !== ''),
            )
            expect(holders.length === 0).toBe(custodian === one.ownerId)
            if (custodian !== one.ownerId) expect(holders.map(({ takenBy }) => takenBy)).toContain(custodian)
          }
        })
      }),
    )
  })
})
