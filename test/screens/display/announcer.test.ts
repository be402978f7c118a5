import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Speech } from '../../../renderer/display/announcement.ts'
import { type Announcer, backlogMax, betweenTimesMs, createAnnouncer } from '../../../renderer/display/announcer.ts'
import type { DisplayCall } from '../../../shared/contract/view.ts'
import { callOf } from '../support/display-fixtures.ts'

/** Lets every promise that is ready go on. */
const settled = () => new Promise<void>((go) => setImmediate(go))

/** A loudspeaker that speaks until it is told to stop, and notes what it was told. */
function stage() {
  const heard: { text: string; subtitle: string | undefined }[] = []
  const pauses: number[] = []
  const faults: unknown[] = []
  let sounding = 0
  let mostAtOnce = 0
  const finish: (() => void)[] = []
  const player = {
    play: (speech: Speech) => {
      sounding += 1
      mostAtOnce = Math.max(mostAtOnce, sounding)
      heard.push({ text: speech.text, subtitle: announcer.store.getState().speaking?.subtitle })
      return new Promise<void>((ended) => {
        finish.push(() => {
          sounding -= 1
          ended()
        })
      })
    },
  }
  const announcer: Announcer = createAnnouncer({
    player,
    pause: async (ms) => void pauses.push(ms),
    reportFault: (fault) => faults.push(fault),
  })
  const finishOne = async () => {
    finish.shift()?.()
    await settled()
  }
  return {
    announcer,
    heard,
    pauses,
    faults,
    mostAtOnce: () => mostAtOnce,
    finishOne,
    /** Everything there is to say is said. */
    async finishAll() {
      await settled()
      while (finish.length > 0) await finishOne()
    },
    /** Ticket and window of each announcement, in the order they were begun. */
    announced: () => heard.filter(({ text }) => text === '').map(({ subtitle }) => subtitle),
  }
}

/** A pushed view with these calls, given oldest first. */
function viewOf(calls: DisplayCall[], { repeat = 2, at = calls.at(-1)?.at ?? 0 } = {}) {
  return {
    seq: calls.at(-1)?.seq ?? 0,
    at,
    view: { calls: calls.toReversed().slice(0, 16), voice: { source: 'clips' as const, repeat, volume: 1 } },
  }
}

const spoken = (call: DisplayCall) => `请 ${call.number} 号，到 ${call.windowNumber} 号窗口`

describe('announcer 播报', () => {
  const first = callOf(10, 'A001', 1)
  const second = callOf(11, 'A002', 2)
  const third = callOf(12, 'A003', 3)

  test('a call is a chime, then its text as often as the hall wants, two seconds apart', async () => {
    const hall = stage()
    hall.announcer.see(viewOf([]))
    hall.announcer.see(viewOf([first]))
    await hall.finishAll()
    const text = '请 A 零 零 一 号，到 一 号窗口'
    expect(hall.heard.map((one) => one.text)).toEqual(['', text, text])
    expect(hall.pauses[0]).toBe(betweenTimesMs)
  })

  test('what the first view after a start shows is not announced', async () => {
    const hall = stage()
    hall.announcer.see(viewOf([first, second]))
    hall.announcer.see(viewOf([first, second, third]))
    await hall.finishAll()
    expect(hall.announced()).toEqual([spoken(third)])
  })

  test('the same view again after a reconnect announces nothing again', async () => {
    const hall = stage()
    hall.announcer.see(viewOf([]))
    for (let times = 0; times < 3; times++) hall.announcer.see(viewOf([first]))
    await hall.finishAll()
    hall.announcer.see(viewOf([first]))
    await hall.finishAll()
    expect(hall.announced()).toEqual([spoken(first)])
  })

  test('calls made while the link was down are announced once it is back, oldest first', async () => {
    const hall = stage()
    hall.announcer.see(viewOf([first]))
    hall.announcer.see(viewOf([first, second, third]))
    await hall.finishAll()
    expect(hall.announced()).toEqual([spoken(second), spoken(third)])
  })

  test('a call first seen more than two minutes after it was made is shown, not said', async () => {
    const hall = stage()
    hall.announcer.see(viewOf([first]))
    hall.announcer.see(viewOf([first, second, third], { at: second.at + 120_001 }))
    await hall.finishAll()
    expect(hall.announced()).toEqual([spoken(third)])
  })

  test('a second call waits until the first one is said to its end', async () => {
    const hall = stage()
    hall.announcer.see(viewOf([]))
    hall.announcer.see(viewOf([first], { repeat: 1 }))
    hall.announcer.see(viewOf([first, second], { repeat: 1 }))
    await settled()
    expect(hall.heard).toHaveLength(1)
    await hall.finishOne()
    expect(hall.heard.map((one) => one.subtitle)).toEqual([spoken(first), spoken(first)])
    await hall.finishOne()
    expect(hall.heard.at(-1)?.subtitle).toBe(spoken(second))
    await hall.finishAll()
    expect(hall.mostAtOnce()).toBe(1)
  })

  test('a ticket called again while it waits to be announced is announced once, the newer call in its old place', async () => {
    const hall = stage()
    const recall = callOf(13, 'A002', 5, { kind: 'recall' })
    hall.announcer.see(viewOf([]))
    hall.announcer.see(viewOf([first]))
    hall.announcer.see(viewOf([first, second, third]))
    hall.announcer.see(viewOf([first, second, third, recall]))
    await hall.finishAll()
    expect(hall.announced()).toEqual([spoken(first), `${spoken(recall)}办理业务`, spoken(third)])
  })

  test('a recall of the ticket that is being announced is announced after it', async () => {
    const hall = stage()
    const recall = callOf(11, 'A001', 1, { kind: 'recall' })
    hall.announcer.see(viewOf([]))
    hall.announcer.see(viewOf([first]))
    await hall.finishOne()
    hall.announcer.see(viewOf([first, recall]))
    await hall.finishAll()
    expect(hall.announced()).toEqual([spoken(first), `${spoken(recall)}办理业务`])
  })

  test('with more waiting than the limit each is said once, and none is left out', async () => {
    const hall = stage()
    const many = Array.from({ length: backlogMax + 3 }, (_, at) => callOf(20 + at, `B00${at + 1}`, at + 1))
    hall.announcer.see(viewOf([]))
    hall.announcer.see(viewOf(many, { repeat: 2 }))
    await hall.finishAll()
    expect(hall.announced()).toEqual(many.map(spoken))
    const times = many.map(
      (call) => hall.heard.filter((one) => one.text !== '' && one.subtitle === spoken(call)).length,
    )
    expect(times).toEqual([1, 1, 2, 2, 2, 2])
  })

  test('the subtitle stands as long as its call is said, and no longer', async () => {
    const hall = stage()
    hall.announcer.see(viewOf([]))
    hall.announcer.see(viewOf([first]))
    await settled()
    expect(hall.announcer.store.getState().speaking?.subtitle).toBe(spoken(first))
    await hall.finishAll()
    expect(hall.announcer.store.getState().speaking).toBeNull()
  })

  test('an announcement that fails is reported and does not silence the next', async () => {
    const hall = stage()
    hall.announcer.see(viewOf([]))
    hall.announcer.see(viewOf([callOf(10, 'I001', 1), second]))
    await hall.finishAll()
    expect(hall.faults).toHaveLength(1)
    expect(hall.announced()).toEqual([spoken(second)])
  })

  test('a hub on another store, whose journal begins anew, is a first view again', async () => {
    const hall = stage()
    hall.announcer.see(viewOf([callOf(500, 'A009', 9)]))
    hall.announcer.see(viewOf([first]))
    hall.announcer.see(viewOf([first, second]))
    await hall.finishAll()
    expect(hall.announced()).toEqual([spoken(second)])
  })

  test('a late frame of a dead connection makes nothing be said twice', async () => {
    const hall = stage()
    hall.announcer.see(viewOf([]))
    hall.announcer.see(viewOf([first]))
    hall.announcer.see(viewOf([first, second]))
    hall.announcer.see(viewOf([first]))
    hall.announcer.see(viewOf([first, second, third]))
    await hall.finishAll()
    expect(hall.announced()).toEqual([first, second, third].map(spoken))
  })
})

/** What may happen: a ticket is called (or called again), the hub pushes, the link comes back, something was said. */
const steps = fc.array(
  fc.oneof(
    { weight: 5, arbitrary: fc.record({ call: fc.integer({ min: 1, max: 6 }) }) },
    { weight: 3, arbitrary: fc.constant('push' as const) },
    { weight: 1, arbitrary: fc.constant('push the same again' as const) },
    { weight: 4, arbitrary: fc.constant('finish' as const) },
  ),
  { maxLength: 60 },
)
type Step = typeof steps extends fc.Arbitrary<(infer S)[]> ? S : never

/** Lives through the steps; gives back the calls after the first view. Each has a window of its own, to tell it by. */
async function live(
  hall: ReturnType<typeof stage>,
  run: Step[],
  { before, repeat }: { before: number; repeat: number },
) {
  const calls = Array.from({ length: before }, (_, at) => callOf(at + 1, `B00${at + 1}`, 99))
  const push = (upTo: number) => hall.announcer.see(viewOf(calls.slice(0, upTo), { repeat }))
  let pushed = before
  push(pushed)
  for (const step of run) {
    if (step === 'finish') await hall.finishOne()
    else if (step === 'push the same again') push(pushed)
    else if (step !== 'push') calls.push(callOf(calls.length + 1, `A00${step.call}`, calls.length + 1))
    // A view holds sixteen calls; of more in one push a board cannot know.
    if (step === 'push' || calls.length - pushed === 16) {
      pushed = calls.length
      push(pushed)
    }
    await settled()
  }
  push(calls.length)
  await hall.finishAll()
  return calls.slice(before)
}

describe('announcer 播报, whatever happens', () => {
  test('every call after the first view is announced once, in order, or gives way to a newer call of its ticket', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 3 }),
        fc.integer({ min: 1, max: 3 }),
        steps,
        async (before, repeat, run) => {
          const hall = stage()
          const calls = await live(hall, run, { before, repeat })
          expect(hall.mostAtOnce()).toBeLessThanOrEqual(1)
          expect(hall.faults).toEqual([])
          expectAllAnnounced(calls, hall.announced())
        },
      ),
      { numRuns: 300 },
    )
  })
})

/**
 * Follows the announcements through the calls. Each says a call of its ticket that is still open, and
 * what is older of the same ticket gave way to it; they go by the place of the oldest so answered; at
 * the end nothing is open.
 */
function expectAllAnnounced(calls: DisplayCall[], announced: (string | undefined)[]): void {
  let open = calls
  let placeBefore = 0
  for (const subtitle of announced) {
    const said = open.find((call) => spoken(call) === subtitle)
    expect(said, `${subtitle} is announced though no such call is open`).toBeDefined()
    const answered = open.filter((call) => call.number === said?.number && call.seq <= said.seq)
    const place = answered[0]?.seq ?? 0
    expect(place, `${subtitle} is announced too late`).toBeGreaterThan(placeBefore)
    placeBefore = place
    open = open.filter((call) => !answered.includes(call))
  }
  expect(open).toEqual([])
}
