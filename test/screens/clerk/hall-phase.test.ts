import { describe, expect, test } from 'vitest'
import { closedSentence, phaseLine, waitMinutesNow } from '../../../renderer/clerk/hall-phase.ts'
import {
  beijing,
  clerkView,
  foreseen,
  linkup,
  lunch,
  morning,
  next,
  viewAt,
  windowIs,
} from '../support/clerk-fixtures.ts'

describe('the phase line', () => {
  test('the morning counts down to noon', () => {
    const line = phaseLine(morning, viewAt)
    expect(line.countdown).toBe('距 12:00 午休还有 2:20:00')
    expect(line.isUrgent).toBe(false)
  })

  test('the afternoon counts down to the split at 17:00, urgently in its last ten minutes', () => {
    const afternoon = {
      ...morning,
      session: 'afternoon' as const,
      phaseStartsAt: beijing('14:00:00'),
      phaseEndsAt: beijing('17:00:00'),
    }
    const line = phaseLine(afternoon, beijing('16:52:00'))
    expect(line.countdown).toBe('距 17:00 停止叫号、转入衔接还有 8:00')
    expect(line.isUrgent).toBe(true)
  })

  test('lunch counts down to the afternoon, the link-up hour to its end', () => {
    expect(phaseLine(lunch, beijing('13:30:00')).countdown).toBe('距 14:00 对外办公还有 30:00')
    expect(phaseLine(linkup, beijing('17:30:00')).countdown).toBe('距 18:00 下班还有 30:00')
  })

  test('after closing the next opening is left to the sentence that names its day', () => {
    const line = phaseLine({ ...linkup, phase: 'closed', phaseStartsAt: beijing('18:00:00') }, beijing('19:00:00'))
    expect(line).toMatchObject({ name: '已下班', hours: '18:00 起', countdown: '' })
  })
})

describe('why nobody may be called', () => {
  test('nothing is explained while the hall is open', () => {
    expect(closedSentence(clerkView(), viewAt)).toBeNull()
  })

  test('the link-up hour is explained with its clause', () => {
    const view = clerkView({ phase: linkup, callRefusal: linkup.issuingRefusal })
    expect(closedSentence(view, beijing('17:05:00'))).toContain('（篇5.7）')
  })

  test('a refusal of the window itself does not hide that of the hour', () => {
    const view = clerkView({ phase: lunch, callRefusal: foreseen('window-paused') })
    expect(closedSentence(view, beijing('12:05:00'))).toContain('午休')
  })

  test('a duty window has nothing to explain until its duty ends', () => {
    const view = clerkView({ phase: linkup, serviceWindow: windowIs({ dutyUntil: beijing('18:00:00') }) })
    expect(closedSentence(view, beijing('17:30:00'))).toBeNull()
    expect(closedSentence(view, beijing('18:00:00'))).not.toBeNull()
  })
})

describe('waiting minutes', () => {
  test('grow with the clock while the hall is open', () => {
    expect(waitMinutesNow(next, morning, viewAt, viewAt + 150_000)).toBe(20)
  })

  test('stand still at lunch', () => {
    expect(waitMinutesNow(next, lunch, viewAt, viewAt + 150_000)).toBe(18)
  })
})
