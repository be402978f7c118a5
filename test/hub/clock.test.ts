import { describe, expect, test } from 'vitest'
import { createJumpWatch, createMovableClock } from '../../main/hub/clock.ts'
import { createHandClock } from '../support/hand-clock.ts'
import { workday } from '../support/sample-hall.ts'
import { createTestHub } from '../support/test-hub.ts'

function watch() {
  const clock = createHandClock(workday, '09:00')
  let monotonic = 5_000
  const jumps = createJumpWatch(clock, () => monotonic)
  return {
    jumps,
    /** Real time passes, and the clock with it unless it is moved besides. */
    pass(seconds: number, moved = 0) {
      monotonic += seconds * 1000
      clock.forward(seconds + moved)
      return jumps.look()
    },
    clock,
  }
}

describe('a clock that jumps', () => {
  test('is noticed from a minute on, both ways, with where it came from and went to', () => {
    const w = watch()
    const before = w.clock.now()
    expect(w.pass(1, 3600)).toEqual({ fromAt: before + 1_000, toAt: before + 3_601_000 })
    expect(w.pass(1, -7200)?.toAt).toBe(before + 3_601_000 + 1_000 - 7_200_000)
  })

  test('is no jump when it runs, nor when the network time corrects it a little', () => {
    const w = watch()
    expect([w.pass(1), w.pass(3600), w.pass(1, 59), w.pass(1, -59)]).toEqual([null, null, null, null])
  })

  test('is told once', () => {
    const w = watch()
    expect(w.pass(1, 3600)).not.toBeNull()
    expect(w.pass(1)).toBeNull()
  })

  test('is no jump when everybody knows of the move', () => {
    const w = watch()
    w.clock.forward(3600)
    w.jumps.forget()
    expect(w.pass(1)).toBeNull()
  })

  test('is journalled, stays open until somebody acknowledges it, and all at once', async () => {
    const t = await createTestHub()
    const hub = { kind: 'hub' } as const
    expect(t.refusalOf(t.staff('3001'), 'AcknowledgeClockJump', {})).toBe('no-clock-jump')
    t.must(hub, 'ReportClockJump', { fromAt: 1, toAt: 2 })
    t.must(hub, 'ReportClockJump', { fromAt: 3, toAt: 4 })
    expect(t.hub.tables.hallDay.openJump()).toMatchObject({ fromAt: 3, toAt: 4 })
    t.must(t.staff('3001'), 'AcknowledgeClockJump', {})
    expect(t.hub.tables.hallDay.openJump()).toBeNull()
  })
})

describe('the demo’s clock', () => {
  test('runs ahead of the PC’s by its offset and can be moved on', () => {
    const system = createHandClock(workday, '22:00')
    const clock = createMovableClock(system, 1_000)
    expect(clock.now()).toBe(system.now() + 1_000)
    const target = system.now() + 86_400_000
    expect(clock.moveTo(target)).toBe(86_400_000)
    system.forward(5)
    expect(clock.now()).toBe(target + 5_000)
  })
})
