import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { observationAfter } from '../../shared/rules/post-observation.ts'
import { decideReviewPosts, observedMinutes, type PostFacts, type PostWindow } from '../../shared/rules/post-review.ts'
import { phaseAt, scheduleOf } from '../../shared/rules/timetable.ts'
import { disciplineSettings } from '../../shared/vocabulary/discipline-settings.ts'
import type { PostEvent } from '../../shared/vocabulary/event.ts'
import type { PostObservation } from '../../shared/vocabulary/post.ts'
import { accepted, setupOf } from '../support/facts.ts'
import { instantAt } from '../support/hand-clock.ts'
import { workday } from '../support/sample-hall.ts'

const { timetables, calendar } = setupOf()
const minuteMs = 60_000
const at = (time: string, day = workday) => instantAt(day, time)

function windowAt(changes: Partial<PostWindow> = {}): PostWindow {
  return {
    windowNumber: 1,
    queues: ['A'],
    status: 'open',
    pauseReason: null,
    since: at('08:00'),
    staffId: 'clerk-1',
    ticket: null,
    freeSince: null,
    ...changes,
  }
}
const paused = (time: string, changes: Partial<PostWindow> = {}) =>
  windowAt({ status: 'paused', pauseReason: '01', since: at(time), ...changes })

function factsAt(time: string, changes: Partial<PostFacts> & { day?: string } = {}): PostFacts {
  const { day = workday, ...rest } = changes
  const scheduleOn = (one: string) => scheduleOf(timetables, calendar, one)
  return {
    now: at(time, day),
    schedule: scheduleOn(day),
    scheduleOn,
    settings: disciplineSettings.parse({}),
    windows: [],
    queues: new Map(),
    running: [],
    lastObservationId: 0,
    jump: null,
    ...rest,
  }
}

const review = (facts: PostFacts) => accepted(decideReviewPosts(facts)).events as PostEvent[]
const seen = (facts: PostFacts) =>
  review(facts).map(({ type, body }) =>
    type === 'ObservationOpened' ? `${body.kind} ${body.windowNumber}` : `${type} ${body.observationId}`,
  )

/** What runs after a look. */
function runningAfter(facts: PostFacts, running: readonly PostObservation[] = []): PostObservation[] {
  const known = new Map(running.map((one) => [one.observationId, one]))
  for (const event of review({ ...facts, running })) {
    const { observationId } = event.body
    known.set(observationId, observationAfter(known.get(observationId), event, facts.now))
  }
  return [...known.values()].filter(({ endedAt }) => endedAt === null)
}

const queue = (waitingSince: string, longSince: string | null = null) =>
  new Map([['A', { waitingSince: at(waitingSince), longSince: longSince === null ? null : at(longSince) }]])

describe('巡看在岗', () => {
  test('a pause is asked about once it is longer than the limit of its reason', () => {
    const windows = [paused('09:00')]
    expect(seen(factsAt('09:10', { windows }))).toEqual([])
    expect(review(factsAt('09:10:01', { windows }))).toEqual([
      {
        type: 'ObservationOpened',
        body: {
          observationId: 1,
          kind: 'pause-too-long',
          windowNumber: 1,
          staffId: 'clerk-1',
          day: workday,
          since: at('09:00'),
          limitMinutes: 10,
        },
      },
    ])
  })

  test('a pause whose reason has its own end is never too long', () => {
    for (const pauseReason of ['02', '05', '06'] as const)
      expect(seen(factsAt('11:59', { windows: [paused('08:30', { pauseReason })] }))).toEqual([])
  })

  test('lunch counts for nobody', () => {
    const windows = [paused('11:55')]
    expect(seen(factsAt('12:30', { windows }))).toEqual([])
    expect(seen(factsAt('14:05', { windows }))).toEqual([])
    expect(seen(factsAt('14:05:01', { windows }))).toEqual(['pause-too-long 1'])
  })

  test('a window is unattended when those who wait have no other', () => {
    const closed = windowAt({ status: 'closed', since: at('09:00') })
    const other = windowAt({ windowNumber: 2 })
    const queues = queue('09:05')
    expect(seen(factsAt('09:15:01', { windows: [closed], queues }))).toEqual(['unattended 1'])
    expect(seen(factsAt('09:15', { windows: [closed], queues }))).toEqual([])
    expect(seen(factsAt('09:30', { windows: [closed, other], queues }))).toEqual([])
    expect(seen(factsAt('09:30', { windows: [closed], queues: new Map() }))).toEqual([])
  })

  test('nobody answers twice for one pause: the limit of its reason goes before', () => {
    const facts = { windows: [paused('09:00')], queues: queue('08:30') }
    expect(seen(factsAt('09:30', facts))).toEqual(['pause-too-long 1'])
    const meeting = { windows: [paused('09:00', { pauseReason: '05' })], queues: queue('08:30') }
    expect(seen(factsAt('09:30', meeting))).toEqual(['unattended 1'])
  })

  test('of a window that closed after another it counts from when nobody was left', () => {
    const first = windowAt({ status: 'closed', since: at('09:00') })
    const last = paused('09:20', { windowNumber: 2, pauseReason: '05' })
    const facts = { windows: [first, last], queues: queue('09:00') }
    expect(seen(factsAt('09:30', facts))).toEqual([])
    expect(seen(factsAt('09:30:01', facts))).toEqual(['unattended 1', 'unattended 2'])
  })

  test('nothing is seen where nobody is at work: on leave, on outside duty, not come (edge 66)', () => {
    const windows = [paused('09:00', { staffId: null })]
    expect(seen(factsAt('09:30', { windows, queues: queue('09:00') }))).toEqual([])
  })

  test('a call that nobody follows up is asked about', () => {
    const windows = [windowAt({ ticket: { status: 'called', calledAt: at('09:00'), startedAt: null } })]
    expect(seen(factsAt('09:05', { windows }))).toEqual([])
    expect(seen(factsAt('09:05:01', { windows }))).toEqual(['call-unfollowed 1'])
  })

  test('a service after the public hours is counted in the lunch break and the link-up hour, no further (edge 62)', () => {
    const serving = (startedAt: string) => [
      windowAt({ ticket: { status: 'serving', calledAt: at(startedAt), startedAt: at(startedAt) } }),
    ]
    expect(seen(factsAt('16:59', { windows: serving('11:50') }))).toEqual([])
    expect(seen(factsAt('12:30:01', { windows: serving('11:50') }))).toEqual(['past-closing 1'])
    const running = runningAfter(factsAt('17:30:01', { windows: serving('16:50') }))
    expect(review(factsAt('18:00', { windows: serving('16:50'), running }))).toEqual([
      { type: 'ObservationEnded', body: { observationId: 1, minutes: 60 } },
    ])
  })

  test('an idle window is asked about beside a long queue of its own', () => {
    const windows = [windowAt({ freeSince: at('09:00') })]
    expect(seen(factsAt('09:30', { windows, queues: queue('08:30') }))).toEqual([])
    const long = queue('08:30', '09:10')
    expect(seen(factsAt('09:20', { windows, queues: long }))).toEqual([])
    expect(seen(factsAt('09:20:01', { windows, queues: long }))).toEqual(['idle-beside-queue 1'])
    const elsewhere = [windowAt({ freeSince: at('09:00'), queues: ['B'] })]
    expect(seen(factsAt('09:30', { windows: elsewhere, queues: long }))).toEqual([])
  })

  test('it goes on until its cause ends; the next pause is another one', () => {
    const running = runningAfter(factsAt('09:10:01', { windows: [paused('09:00')] }))
    expect(seen(factsAt('09:20', { windows: [paused('09:00')], running }))).toEqual([])
    expect(review(factsAt('09:20', { windows: [windowAt()], running }))).toEqual([
      { type: 'ObservationEnded', body: { observationId: 1, minutes: 20 } },
    ])
    expect(seen(factsAt('09:20:10', { windows: [paused('09:20:05')], running }))).toEqual(['ObservationEnded 1'])
  })

  test('nothing is counted across a jump of the clock', () => {
    const windows = [paused('09:00')]
    const running = runningAfter(factsAt('09:10:01', { windows }))
    const jump = { fromAt: at('09:15'), toAt: at('11:15') }
    expect(review(factsAt('11:16', { windows, running, jump }))).toEqual([
      { type: 'ObservationEnded', body: { observationId: 1, minutes: 15 } },
    ])
    expect(seen(factsAt('11:25', { windows, jump }))).toEqual([])
    expect(seen(factsAt('11:25:01', { windows, jump }))).toEqual(['pause-too-long 1'])
  })

  test('what nobody ended yesterday ends with the hours of yesterday', () => {
    const running = runningAfter(factsAt('16:30', { windows: [paused('16:00')] }))
    expect(review(factsAt('08:30', { day: '2026-05-14', windows: [paused('16:00')], running }))[0]).toEqual({
      type: 'ObservationEnded',
      body: { observationId: 1, minutes: 60 },
    })
  })

  test('nothing on a rest day', () => {
    const windows = [paused('09:00', { since: at('09:00', '2026-05-16') })]
    expect(seen(factsAt('11:00', { day: '2026-05-16', windows }))).toEqual([])
  })
})

describe('over a day of presses', () => {
  const minutesOfDay = 24 * 60
  const someWindow = fc.record({
    status: fc.constantFrom('open', 'paused', 'closed'),
    pauseReason: fc.constantFrom('01', '02', '09', '99'),
    ticket: fc.constantFrom('none', 'called', 'serving'),
    isManned: fc.boolean(),
  })
  type Some = typeof someWindow extends fc.Arbitrary<infer T> ? T : never
  const someDay = fc.array(
    fc.tuple(fc.integer({ min: 7 * 60, max: 19 * 60 }), fc.integer({ min: 1, max: 3 }), someWindow),
    { maxLength: 40 },
  )

  function asWindow(windowNumber: number, { status, pauseReason, ticket, isManned }: Some, now: number): PostWindow {
    const hasTicket = status === 'open' && ticket !== 'none'
    return windowAt({
      windowNumber,
      status: status as PostWindow['status'],
      pauseReason: status === 'paused' ? (pauseReason as PostWindow['pauseReason']) : null,
      since: now,
      staffId: isManned ? 'clerk-1' : null,
      ticket: hasTicket
        ? { status: ticket as 'called' | 'serving', calledAt: now, startedAt: ticket === 'serving' ? now : null }
        : null,
      freeSince: status === 'open' && !hasTicket ? now : null,
    })
  }

  /** Plays a day minute by minute; every observation of it, and whether two of a kind ran at a window. */
  function play(presses: [number, number, Some][]) {
    const midnight = at('00:00')
    const windows = new Map([1, 2, 3].map((one) => [one, windowAt({ windowNumber: one, status: 'closed' })]))
    const all = new Map<number, PostObservation>()
    let doubles = 0
    for (let minute = 0; minute < minutesOfDay; minute += 1) {
      const now = midnight + minute * minuteMs
      for (const [when, which, some] of presses) if (when === minute) windows.set(which, asWindow(which, some, now))
      const facts = factsAt('00:00', {
        now,
        windows: [...windows.values()],
        queues: queue('08:00', '08:00'),
        running: [...all.values()].filter(({ endedAt }) => endedAt === null),
        lastObservationId: all.size,
      })
      for (const event of review(facts)) {
        const { observationId } = event.body
        all.set(observationId, observationAfter(all.get(observationId), event, now))
      }
      const running = [...all.values()].filter(({ endedAt }) => endedAt === null)
      doubles += running.length - new Set(running.map((one) => `${one.kind} ${one.windowNumber}`)).size
    }
    return { observations: [...all.values()], doubles }
  }

  test('none opens outside the hours of work, none runs twice, and minutes are those of the clock', () => {
    const schedule = scheduleOf(timetables, calendar, workday)
    const phasesOf = (kind: PostObservation['kind']) => (kind === 'past-closing' ? ['lunch', 'linkup'] : ['open'])
    let count = 0
    fc.assert(
      fc.property(someDay, (presses) => {
        const { observations, doubles } = play(presses as [number, number, Some][])
        count += observations.length
        expect(doubles).toBe(0)
        for (const one of observations) {
          expect(phasesOf(one.kind)).toContain(phaseAt(schedule, one.openedAt).phase)
          let byTheClock = 0
          for (let now = one.since; now < one.endedAt!; now += minuteMs)
            if (phasesOf(one.kind).includes(phaseAt(schedule, now).phase)) byTheClock += 1
          expect(one.minutes).toBe(byTheClock)
          expect(one.minutes).toBeGreaterThan(one.limitMinutes - 1)
          expect(observedMinutes(one, one.endedAt!, schedule)).toBe(byTheClock)
        }
      }),
      { numRuns: 30 },
    )
    expect(count).toBeGreaterThan(30)
  })
})
